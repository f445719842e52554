// Any bytes as a table of a map. Nothing crashes; what is usable is a map whose table reads back to the same table.
#include <cstdlib>

#include "forms/csv/csv.h"
#include "map/map_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parcours;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const ReadMap read = read_csv_map("fuzz.csv", text);
  for (const auto& diagnostic : read.diagnostics) {
    if (diagnostic.place.begin > diagnostic.place.end || diagnostic.place.end > text.size()) std::abort();
    if (render(diagnostic, text, Lang::fr).empty()) std::abort();
  }
  if (!read.usable()) return 0;
  const MapFile map = parse_map("maps/fuzz.yaml", read.yaml);
  if (!map.usable()) std::abort();
  to_csv(measured_map(map.value, {}, {}, std::nullopt), false);
  return 0;
}
