// What the picture says of the changes in words: a sentence, the meaning of the signs, the list, and the same as a table.
#include <algorithm>
#include <array>

#include "render/changes/parts.h"
#include "render/html_page.h"
#include "render/several/parts.h"

namespace parcours {
namespace {

constexpr double kEntryWidth = 380, kEntryGap = 28, kBadgeRoom = 54, kRowSpace = 14;
constexpr std::array kKinds = {Change::Kind::added, Change::Kind::removed, Change::Kind::moved, Change::Kind::changed};

std::int64_t count(const std::vector<ChangedElement>& elements, Change::Kind kind) {
  return std::count_if(elements.begin(), elements.end(), [&](const ChangedElement& element) { return element.kind == kind; });
}

Message counted(Change::Kind kind, std::int64_t n) {
  switch (kind) {
    case Change::Kind::added: return msg("render.change.n_added", {{"n", n}});
    case Change::Kind::removed: return msg("render.change.n_removed", {{"n", n}});
    case Change::Kind::moved: return msg("render.change.n_moved", {{"n", n}});
    case Change::Kind::changed: break;
  }
  return msg("render.change.n_changed", {{"n", n}});
}

Node entry(const Frame& frame, const ChangedElement& element, double width) {
  Node node = group("change-" + std::to_string(element.number), "change " + std::string(code_of(element.kind)));
  node.role = "listitem";
  node.add(change_badge(frame, element.kind, element.number, 0, 10));
  WordColumn column(kBadgeRoom, 0, width - kBadgeRoom);
  column.put(element.name, styled(kBody, Weight::semibold, frame.colour.ink), 3, 1);
  const std::string what = element.what.empty() ? "" : " · " + element.what;
  column.put(frame.say(change_kind_name(element.kind)) + what, styled(kSmall, Weight::semibold, change_colour(frame, element.kind)), 2, 1);
  for (const std::string& line : element.lines) column.put(line, styled(kSmall, Weight::regular, frame.colour.ink_soft), 4, 1);
  const double height = std::max(20.0, column.y());
  for (Node& part : column.take()) node.add(std::move(part));
  node.box = {0, 0, width, height};
  return node;
}

double height_of(const std::vector<Node>& entries) {
  double sum = 0;
  for (const Node& node : entries) sum += node.box.h + kRowSpace;
  return sum;
}

// How many columns the entries take when none is taller than `most`.
std::size_t columns_within(const std::vector<Node>& entries, double most) {
  std::size_t columns = 1;
  double y = 0;
  for (const Node& node : entries) {
    if (y > 0 && y + node.box.h > most) ++columns, y = 0;
    y += node.box.h + kRowSpace;
  }
  return columns;
}

}  // namespace

std::string changes_sentence(const Frame& frame, const std::vector<ChangedElement>& elements) {
  const JourneyMap& older = frame.options.changes->older;
  const Arg state = nested(older.state == MapState::target ? msg("render.state.target") : msg("render.state.current"));
  const Arg title = older.title.empty() ? Arg(older.id) : Arg(older.title);
  if (elements.empty()) return frame.say(msg("render.change.none", {{"title", title}, {"state", state}}));
  std::string counts;
  for (const Change::Kind kind : kKinds)
    if (const std::int64_t n = count(elements, kind); n > 0) counts += (counts.empty() ? "" : ", ") + render(counted(kind, n), frame.lang);
  return frame.say(msg("render.change.sentence", {{"title", title}, {"state", state}, {"counts", counts}}));
}

Node changes_key(const Frame& frame, const std::vector<ChangedElement>& elements) {
  Node node = group("changes-key", "legend");
  node.role = "list";
  const TextStyle style = styled(kSmall, Weight::regular, frame.colour.ink);
  double x = kMargin;
  for (const Change::Kind kind : kKinds) {
    if (count(elements, kind) == 0) continue;
    Node item = group({}, "legend-item");
    item.role = "listitem";
    Node badge = change_badge(frame, kind, 0, x, 9);
    x = badge.box.right() + 8;
    item.add(std::move(badge));
    Node words = text_at(frame.say(change_kind_name(kind)), x, 13, style);
    x = words.box.right() + 26;
    item.add(std::move(words));
    node.add(std::move(item));
  }
  node.add(text_at(frame.say(msg("render.change.numbers")), x, 13, styled(kSmall, Weight::regular, frame.colour.ink_soft)));
  return node;
}

Node changes_list(const Frame& frame, const std::vector<ChangedElement>& elements) {
  Node node = group("changes", "changes");
  node.role = "list";
  Node title =
      text_block(frame.say(msg("render.change.title")), kMargin, 0, frame.right() - kMargin, styled(kHeading, Weight::bold, frame.colour.title), 1);
  const double top = title.box.bottom() + 12, inner = frame.right() - kMargin;
  node.add(std::move(title));
  const auto across = static_cast<std::size_t>(std::max(1.0, (inner + kEntryGap) / (kEntryWidth + kEntryGap)));
  const double width = (inner + kEntryGap) / static_cast<double>(across) - kEntryGap;
  std::vector<Node> entries;
  for (const ChangedElement& element : elements) entries.push_back(entry(frame, element, width));
  double most = height_of(entries) / static_cast<double>(across);
  while (columns_within(entries, most) > across) most += 12;
  double x = kMargin, y = 0;
  for (Node& one : entries) {
    const double height = one.box.h;
    if (y > 0 && y + height > most) x += width + kEntryGap, y = 0;
    shift(one, x, top + y);
    y += height + kRowSpace;
    node.add(std::move(one));
  }
  return node;
}

std::string html_changes(const Frame& frame) {
  if (!frame.options.changes) return {};
  const auto elements = changed_elements(frame);
  std::vector<std::vector<HtmlCell>> rows;
  for (const ChangedElement& element : elements) {
    std::string lines;
    for (const std::string& line : element.lines) lines += (lines.empty() ? "" : " ; ") + line;
    rows.push_back({words_cell(std::to_string(element.number)), words_cell(element.name, element.what),
                    words_cell(frame.say(change_kind_name(element.kind))), words_cell(lines)});
  }
  std::string out = "<section aria-labelledby=\"changes-title\">\n<h2 id=\"changes-title\">" + html_escaped(frame.say(msg("render.change.title"))) +
                    "</h2>\n<p class=\"lead\">" + html_escaped(changes_sentence(frame, elements)) + "</p>\n";
  if (!rows.empty())
    out += html_table("changes-table", frame.say(msg("render.change.table")),
                      {{frame.say(msg("render.change.number")), {}, false},
                       {frame.say(msg("render.change.element")), {}, false},
                       {frame.say(msg("render.report.change")), {}, false},
                       {frame.say(msg("render.change.detail")), {}, false}},
                      rows);
  return out + "</section>\n";
}

}  // namespace parcours
