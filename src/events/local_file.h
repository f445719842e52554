// A file on disk with the bytes of an input, for readers that go back and forth in it (Parquet, XLSX).
#pragma once

#include <memory>
#include <string>

#include "events/byte_source.h"

namespace parcours {

struct LocalFile {
  std::string path;
  std::shared_ptr<void> kept;  // deletes a file that was made for this
};

// The file itself where it lies on disk; else (standard input, memory, gzip) a copy of `bytes` in the folder for temporary files.
Result<LocalFile> local_file(const Inputs& inputs, const std::string& path, bool compressed, ByteSource& bytes);

}  // namespace parcours
