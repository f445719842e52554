// One JSON object a line. Objects inside are flattened: {"page": {"url": …}} is "page.url".
#pragma once

#include <memory>

#include "events/attribute_reader.h"
#include "events/byte_source.h"

namespace parcours {

// cut: the stream is only the beginning of a file; a last line without its end is left out.
std::unique_ptr<AttributeReader> read_ndjson(std::unique_ptr<ByteSource> source, bool cut);

}  // namespace parcours
