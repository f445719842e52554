// What cairo writes, kept in a string.
#pragma once

#include <cairo.h>

#include <string>

namespace parcours {

// For cairo's `..._stream` functions; `to`: a std::string.
inline cairo_status_t write_to_string(void* to, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace parcours
