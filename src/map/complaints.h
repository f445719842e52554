// The diagnostics of one file in the making. Beyond a limit they are only counted, so that a hostile file costs no more than a broken one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace parcours {

class Complaints {
 public:
  Complaints(const std::string& file, std::string_view text, std::vector<Diagnostic>& out) : file_(file), text_(text), out_(out) {}

  void add(Severity severity, std::string code, Message message, std::optional<Message> hint, std::size_t begin, std::size_t end);
  // No further one is shown: hints need not be looked for.
  bool full() const { return out_.size() >= kMost; }
  std::size_t count() const { return out_.size() + kept_back_; }
  std::size_t line_of(std::size_t offset) const { return place_in(file_, text_, offset, offset).line; }

  static constexpr std::size_t kMost = 200;

 private:
  const std::string& file_;
  std::string_view text_;
  std::vector<Diagnostic>& out_;
  std::size_t kept_back_ = 0;
};

// A name of the file within a sentence: cut when it is very long.
std::string shown(std::string_view name);

}  // namespace parcours
