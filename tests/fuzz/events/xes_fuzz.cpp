// Any bytes as an XES log.
#include <cstdint>
#include <string>

#include "events/xes_reader.h"

using namespace parcours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reader = read_xes(memory_source(std::string(reinterpret_cast<const char*>(data), size)), "f", false, false);
  AttributeRow row;
  for (;;) {
    const auto some = reader->next(row);
    if (!some.ok() || !*some) return 0;
  }
}
