// From raw bytes to text: gzip undone, the byte-order mark taken off, UTF-16 turned into UTF-8.
#pragma once

#include <memory>
#include <optional>

#include "events/byte_source.h"
#include "events/encoding.h"

namespace parcours {

struct TextInput {
  std::unique_ptr<ByteSource> bytes;
  bool compressed = false;
  std::optional<Encoding> marked;  // what a byte-order mark said, or every second byte: utf8, utf16le or utf16be
};

// `given`: the encoding a person named; UTF-16 without a mark is found by its zero bytes unless this says otherwise.
Result<TextInput> open_text(Inputs& inputs, const std::string& path, Inputs::Purpose purpose, std::optional<Encoding> given);

// The unzipped bytes of a gzip stream (several members may follow one another).
std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> zipped, std::string name);

// UTF-16 as UTF-8; halves of a pair that stand alone become U+FFFD.
std::unique_ptr<ByteSource> from_utf16(std::unique_ptr<ByteSource> bytes, bool big_endian);

}  // namespace parcours
