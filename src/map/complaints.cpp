#include "map/complaints.h"

namespace parcours {

void Complaints::add(Severity severity, std::string code, Message message, std::optional<Message> hint, std::size_t begin, std::size_t end) {
  if (out_.size() < kMost) {
    out_.push_back({severity, std::move(code), std::move(message), std::move(hint), place_in(file_, text_, begin, end)});
    return;
  }
  // The last one says how many there are in all; it is an error when any of them is.
  if (++kept_back_ == 1) {
    Place whole;
    whole.file = file_;
    out_.push_back({severity, "too-many-problems", {}, {}, whole});
  }
  if (severity == Severity::error) out_.back().severity = severity;
  out_.back().message = msg("map.too_many_problems", {{"count", static_cast<std::int64_t>(kept_back_)}});
}

std::string shown(std::string_view name) {
  constexpr std::size_t kMostBytes = 80;
  if (name.size() <= kMostBytes) return std::string(name);
  std::size_t cut = kMostBytes;
  while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) --cut;
  return std::string(name.substr(0, cut)) + "…";
}

}  // namespace parcours
