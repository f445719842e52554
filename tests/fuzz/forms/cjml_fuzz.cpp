// Any bytes as CJML. Nothing crashes; what is usable is a map, and comes back from CJML usable.
#include <cstdlib>

#include "forms/cjml/cjml.h"
#include "map/map_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parcours;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const ReadMap read = read_cjml("fuzz.xml", text);
  for (const auto& diagnostic : read.diagnostics) {
    if (diagnostic.place.begin > diagnostic.place.end || diagnostic.place.end > text.size()) std::abort();
    if (render(diagnostic, text, Lang::fr).empty()) std::abort();
  }
  if (!read.usable()) return 0;
  const MapFile map = parse_map("maps/fuzz.yaml", read.yaml);
  if (!map.usable()) std::abort();
  if (!read_cjml("again.xml", to_cjml(measured_map(map.value, {}, {}, std::nullopt), Lang::en)).usable()) std::abort();
  return 0;
}
