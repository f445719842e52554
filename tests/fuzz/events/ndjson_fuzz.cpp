// Any bytes as NDJSON.
#include <cstdint>
#include <string>

#include "events/ndjson_reader.h"

using namespace parcours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reader = read_ndjson(memory_source(std::string(reinterpret_cast<const char*>(data), size)), false);
  AttributeRow row;
  for (;;) {
    const auto some = reader->next(row);
    if (!some.ok() || !*some) return 0;
  }
}
