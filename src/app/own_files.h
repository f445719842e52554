// What a workspace keeps, which no answer is written over.
#pragma once

#include <string>

#include "base/files.h"

namespace parcours {

// Misuse when `path` is a file that a workspace keeps: its parcours.yaml, its catalogue, what lies in events/ and .parcours/, its maps, personas and
// views. There need be no such file yet.
Outcome is_free_for_answers(const std::string& path, const Files& files);

}  // namespace parcours
