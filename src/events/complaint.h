// What keeps a file from being read, with a stable code made from the text's key: "events.header_only" -> "header-only".
#pragma once

#include <algorithm>

#include "base/result.h"

namespace parcours {

inline Failure with_code(Failure failure) {
  std::string code = failure.what.message.key.substr(failure.what.message.key.rfind('.') + 1);
  std::replace(code.begin(), code.end(), '_', '-');
  failure.what.code = std::move(code);
  return failure;
}

// The file's fault (exit code 3).
inline Failure unreadable(Message message, std::optional<Message> hint = {}, Place place = {}) {
  Failure out = with_code(failure(std::move(message), std::move(hint)));
  out.what.place = std::move(place);
  return out;
}

// The asker's (exit code 2).
inline Failure mistaken(Message message, std::optional<Message> hint = {}) { return with_code(misuse(std::move(message), std::move(hint))); }

// The failure, in that file unless it names one already.
inline Failure in_file(Failure failure, const std::string& path) {
  if (failure.what.place.file.empty() && !failure.what.message.key.starts_with("files.")) failure.what.place.file = path;
  return failure;
}

}  // namespace parcours
