#include "events/text_input.h"

#include <string_view>

namespace parcours {
namespace {

// Reads until `head` has `size` bytes or the end is reached.
Outcome read_head(ByteSource& source, std::size_t size, std::string& head) {
  while (head.size() < size) {
    const std::size_t had = head.size();
    head.resize(size);
    const auto n = source.read(head.data() + had, size - had);
    head.resize(n.ok() ? had + *n : had);
    if (!n.ok()) return n.failure();
    if (*n == 0) break;
  }
  return Done{};
}

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr std::size_t kHeadBytes = 256;
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", Encoding::utf8}, {"\xFF\xFE", Encoding::utf16le}, {"\xFE\xFF", Encoding::utf16be}};

bool is_text_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 ? byte != 0x7f : byte == '\t' || byte == '\n' || byte == '\r';
}

// UTF-16 without a mark: nearly every second byte is zero, the others are text.
std::optional<Encoding> unmarked_utf16(std::string_view head) {
  const std::size_t pairs = head.size() / 2;
  if (pairs < 4) return std::nullopt;
  for (const std::size_t low : {std::size_t{0}, std::size_t{1}}) {
    const auto is_plain = [&](std::size_t pair) { return is_text_byte(head[pair * 2 + low]) && head[pair * 2 + 1 - low] == '\0'; };
    std::size_t plain = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair) plain += is_plain(pair);
    if (is_plain(0) && plain * 10 >= pairs * 8) return low == 0 ? Encoding::utf16le : Encoding::utf16be;
  }
  return std::nullopt;
}

}  // namespace

Result<TextInput> open_text(Inputs& inputs, const std::string& path, Inputs::Purpose purpose, std::optional<Encoding> given) {
  TextInput input;
  PARCOURS_TRY(input.bytes, inputs.open(path, purpose));
  std::string head;
  PARCOURS_CHECK(read_head(*input.bytes, 2, head));
  input.compressed = head == "\x1F\x8B";
  input.bytes = replay_source(std::exchange(head, {}), std::move(input.bytes));
  if (input.compressed) input.bytes = gunzip(std::move(input.bytes), path);

  PARCOURS_CHECK(read_head(*input.bytes, kHeadBytes, head));
  for (const Mark& mark : kMarks) {
    if (!std::string_view(head).starts_with(mark.bytes)) continue;
    input.marked = mark.encoding;
    head.erase(0, mark.bytes.size());
    break;
  }
  if (!input.marked && given.value_or(Encoding::undecided) == Encoding::undecided) input.marked = unmarked_utf16(head);
  input.bytes = replay_source(std::move(head), std::move(input.bytes));
  const Encoding wide = input.marked.value_or(given.value_or(Encoding::utf8));
  if (wide == Encoding::utf16le || wide == Encoding::utf16be) input.bytes = from_utf16(std::move(input.bytes), wide == Encoding::utf16be);
  if (const auto* stopped = inputs.stopped()) input.bytes = stoppable(std::move(input.bytes), *stopped);
  return input;
}

}  // namespace parcours
