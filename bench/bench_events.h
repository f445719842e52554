// The generator's CSV (bench/gen.cpp) as columns, without repeated rows: what a store's scan would give.
#pragma once

#include <string>

#include "index/event_index.h"

namespace parcours {

// Rows equal in all columns are kept once; ties by order of the file. Each event carries the channel of its customer's
// first event as the property `first_channel`. Ends the program when the file cannot be read: this is a bench.
IndexInput read_bench_events(const std::string& path);

}  // namespace parcours
