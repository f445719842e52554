// Any bytes as an archive, and any bytes as the sheet of an otherwise good workbook.
#include <cstdint>
#include <fstream>
#include <string>

#include <unistd.h>

#include "events/xlsx_file.h"
#include "events/xlsx_reader.h"

using namespace parcours;

namespace {

void read_all(const std::string& bytes) {
  static const testing::TestFolder folder("parcours_fuzz_");
  const std::string path = folder.file("a.xlsx");
  std::ofstream(path, std::ios::binary) << bytes;
  auto opened = read_xlsx({path, nullptr}, "f", {});
  if (!opened.ok()) return;
  AttributeRow row;
  for (;;) {
    const auto some = opened->reader->next(row);
    if (!some.ok() || !*some) return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read_all(bytes);
  testing::MadeBook book;
  book.rows = bytes;
  read_all(book.bytes());
  return 0;
}
