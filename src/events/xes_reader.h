// Events of an XES log (IEEE 1849), streamed. An event's attributes stand under their keys, its trace's as "case:KEY",
// attributes of attributes as "KEY.INNER".
#pragma once

#include <memory>
#include <string>

#include "events/attribute_reader.h"
#include "events/byte_source.h"

namespace parcours {

// `is_utf8`: the bytes are UTF-8 whatever the XML declaration says. cut: the stream is only the beginning of a file.
// next() fails on XML that is not well formed, on entity declarations, and on what is not an XES log.
std::unique_ptr<AttributeReader> read_xes(std::unique_ptr<ByteSource> source, std::string file, bool is_utf8, bool cut);

}  // namespace parcours
