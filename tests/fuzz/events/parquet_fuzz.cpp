// Any bytes as a Parquet file.
#include <cstdint>
#include <fstream>
#include <string>

#include "events/parquet_reader.h"
#include "events/xlsx_file.h"

using namespace parcours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const testing::TestFolder folder("parcours_fuzz_");
  const std::string path = folder.file("a.parquet");
  std::ofstream(path, std::ios::binary) << std::string(reinterpret_cast<const char*>(data), size);
  auto reader = read_parquet({path, nullptr}, "f");
  if (!reader.ok()) return 0;
  AttributeRow row;
  for (;;) {
    const auto some = (*reader)->next(row);
    if (!some.ok() || !*some) return 0;
  }
}
