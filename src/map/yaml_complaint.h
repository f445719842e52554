// What is wrong with a file as YAML, said so that its author can mend it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace parcours {

// What the library says of the first error, and what was read before it.
struct YamlError {
  std::string reason;        // the library's own words, never shown
  int line = 0, column = 0;  // from 1; 0: unknown
  std::size_t last_token_end = 0;
  std::optional<std::size_t> open_bracket;  // of the innermost flow collection
};

// `offset`: bytes at the start of the text that the library did not see.
Diagnostic yaml_complaint(const std::string& file, std::string_view text, std::size_t offset, const YamlError& error);

// Refuses what is too large, no UTF-8 or holds control characters, before anything is parsed.
std::optional<Diagnostic> refuse_bytes(const std::string& file, std::string_view text);

}  // namespace parcours
