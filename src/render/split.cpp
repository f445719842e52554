// A map cut into pages: its stages in groups side by side, its lanes below each other. What belongs together stays together: a card or
// a text is on one page, whole; only curves, bands and lines are cut at the edge and go on on the next page.
#include <algorithm>
#include <optional>

#include "render/layout/lane.h"
#include "render/scripts.h"
#include "render/sheet.h"

namespace parcours {
namespace {

constexpr double kFoot = 30;            // of each page, for the line with its number
constexpr double kWorthCutting = 0.35;  // of a page: a lane is cut rather than so much left empty
constexpr double kGoesOn = 15;          // above what goes on from the page before
constexpr double kNameLeast = 60;       // a lane begins only where so much of it fits

bool centred_in(const Box& range, const Box& box) {
  const double x = box.x + box.w / 2, y = box.y + box.h / 2;
  return x >= range.x && x < range.right() && y >= range.y && y < range.bottom();
}

bool touches(const Box& range, const Box& box) {
  return box.x <= range.right() && box.right() >= range.x && box.y <= range.bottom() && box.bottom() >= range.y;
}

bool is_undivided(const Node& node) {
  return node.place != Node::Place::free || node.kind == Node::Kind::text || node.kind == Node::Kind::icon || node.kind == Node::Kind::image;
}

// What of the node belongs to the range, into `whole`; lines and grounds that reach beyond it into `cut`.
void take(const Node& node, const Box& range, Node& whole, Node& cut) {
  if (node.classes == "lane-name") return;
  if (is_undivided(node)) {
    if (centred_in(range, node.box)) whole.add(node);
    return;
  }
  if (node.kind != Node::Kind::group) {
    if (touches(range, node.box)) cut.children.push_back(node);
    return;
  }
  for (const Node& child : node.children) take(child, range, whole, cut);
}

Node taken(const Node& node, const Box& range) {
  Node out = group(node.id, node.classes), whole = group(), cut = group();
  take(node, range, whole, cut);
  cut.clip = range, cut.box = range;
  if (!cut.children.empty()) out.children.push_back(std::move(cut));
  for (Node& child : whole.children) out.children.push_back(std::move(child));
  out.box = range;
  return out;
}

// Heights at which the lane can be cut without cutting a card or a text, from top to bottom.
void collect_extents(const Node& node, std::vector<std::pair<double, double>>& out) {
  if (node.classes == "lane-name") return;
  if (is_undivided(node)) {
    out.emplace_back(node.box.y, node.box.bottom());
    return;
  }
  for (const Node& child : node.children) collect_extents(child, out);
}

// The lower edge of the lowest card or text whose middle stands in [left, right); nothing: none does.
std::optional<double> lowest_in(const Node& node, double left, double right) {
  std::optional<double> lowest;
  if (is_undivided(node)) {
    const double middle = node.box.x + node.box.w / 2;
    if (middle >= left && middle < right) lowest = node.box.bottom();
    return lowest;
  }
  for (const Node& child : node.children)
    if (const auto own = lowest_in(child, left, right)) lowest = std::max(lowest.value_or(*own), *own);
  return lowest;
}

double best_cut(const Node& lane, double from, double at_most) {
  std::vector<std::pair<double, double>> extents;
  collect_extents(lane, extents);
  double best = at_most;
  for (bool moved = true; moved && best > from;) {
    moved = false;
    for (const auto& [top, bottom] : extents)
      if (top < best && bottom > best) best = top, moved = true;
  }
  return best > from + 1 ? best : at_most;  // one card taller than a page is cut where the page ends
}

struct Columns {
  std::size_t first = 0, end = 0;
  double left = 0, right = 0;
};

std::vector<Columns> groups_of(const Frame& frame, double room) {
  std::vector<Columns> out;
  for (std::size_t i = 0; i < frame.columns.size(); ++i) {
    const Column& column = frame.columns[i];
    if (out.empty() || column.right() - out.back().left > room) out.push_back({i, i, column.x, column.right()});
    out.back().end = i + 1, out.back().right = column.right();
  }
  return out;
}

// As few groups as fit, of like width: the narrowest room that takes no group more.
std::vector<Columns> even_groups(const Frame& frame, double room) {
  std::vector<Columns> best = groups_of(frame, room);
  double low = 0, high = room;
  for (int i = 0; i < 12; ++i) {
    const double middle = (low + high) / 2;
    std::vector<Columns> tried = groups_of(frame, middle);
    const bool fits = tried.size() == best.size() &&
                      std::all_of(tried.begin(), tried.end(), [&](const Columns& columns) { return columns.right - columns.left <= middle; });
    (fits ? high : low) = middle;
    if (fits) best = std::move(tried);
  }
  return best;
}

// Lanes of cards and words may be cut between them; a curve or the river would lose its height.
bool is_cuttable(const Node& lane) { return lane.id != "lane-river" && lane.id != "lane-moves" && lane.id != "lane-emotion"; }

class Splitter {
 public:
  Splitter(const MeasuredMap& map, const DrawOptions& options, const Sheet& sheet)
      : frame_(make_frame(map, options)), whole_(draw_from_left(map, options)) {
    double widest = 0;
    for (const Column& column : frame_.columns) widest = std::max(widest, column.w);
    scale_ = std::min(reading_scale(), sheet.inner_width() / (kGutter + widest + kGap));
    width_ = sheet.inner_width() / scale_, height_ = sheet.inner_height() / scale_;
  }

  Pages split() {
    Frame narrow = frame_;
    narrow.width = width_ + 2 * kMargin;
    Node top = head(narrow);
    shift(top, -kMargin, 0);
    start_page();
    put(std::move(top), 24);
    for (const Columns& columns : even_groups(frame_, width_ - kGutter)) {
      if (columns.first > 0) start_page();
      draw_columns(columns);
    }
    Node below = legend(narrow, drawn_);
    shift(below, -kMargin, 0);
    const bool wanted = std::any_of(whole_.root.children.begin(), whole_.root.children.end(), [](const Node& part) { return part.id == "legend"; });
    if (!wanted) below = group();
    if (y_ + below.box.h + 60 > bottom()) start_page();
    put(hairline(0, 0, width_, 0, frame_.colour.line_soft), 14);
    put(std::move(below), 16);
    Node basis = footer(narrow, data_basis(narrow));
    shift(basis, -kMargin, 0);
    put(std::move(basis), 0);
    number_pages();
    return {std::move(pages_), scale_};
  }

 private:
  double bottom() const { return height_ - kFoot; }

  void start_page() {
    Scene page;
    page.lang = whole_.lang, page.width = width_, page.height = height_, page.background = whole_.background;
    page.title = whole_.title, page.description = whole_.description;
    page.root = group("map", "parcours");
    pages_.push_back(std::move(page));
    y_ = 0;
  }

  void put(Node node, double after) {
    const double height = node.box.bottom();
    shift(node, 0, y_);
    pages_.back().root.add(std::move(node));
    y_ += height + after;
  }

  void put_heads(const Columns& columns) {
    Frame part = frame_;
    part.columns = {frame_.columns.begin() + static_cast<std::ptrdiff_t>(columns.first),
                    frame_.columns.begin() + static_cast<std::ptrdiff_t>(columns.end)};
    Node heads = stage_heads(part);
    shift(heads, kGutter - columns.left, 0);
    put(std::move(heads), 14);
    heads_end_ = y_;
  }

  void draw_columns(const Columns& columns) {
    put_heads(columns);
    const auto& parts = whole_.root.children;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].id.starts_with("lane-")) continue;
      if (columns.first == 0)
        for (const Lane& lane : lanes_of(frame_.map.map))
          if (parts[i].id == "lane-" + std::string(lane.code)) drawn_.push_back(lane.code);
      const double end = i + 1 < parts.size() ? parts[i + 1].box.y : parts[i].box.bottom();
      if (const auto own_end = end_within(parts[i], end, columns)) draw_lane(parts[i], parts[i].box.y, *own_end, columns);
    }
  }

  // Where the lane ends on the pages of these stages, with less to say than others; nothing: they say nothing there.
  std::optional<double> end_within(const Node& lane, double end, const Columns& columns) const {
    if (!is_cuttable(lane)) return end;
    const double gutter_right = frame_.columns.front().x - kGap / 2;
    const auto body = lowest_in(lane, columns.left - kGap / 2, columns.right + kGap / 2);
    if (!body) return std::nullopt;
    const double own = std::max(*body, lowest_in(lane, 0, gutter_right).value_or(*body));
    return end - (lowest_in(lane, 0, frame_.width).value_or(own) - own);
  }

  // The lane from `from` to `to` of the whole picture, on as many pages as it takes.
  void draw_lane(const Node& lane, double from, double to, const Columns& columns) {
    const double page_room = bottom() - y_;
    if (to - from > page_room && y_ > heads_end_) {
      const double fresh = bottom() - heads_height(columns);
      const bool little = page_room < kWorthCutting * fresh || !is_cuttable(lane);
      if ((to - from <= fresh && little) || page_room < kNameLeast) start_page(), put_heads(columns);
    }
    while (from < to - 1) {
      const double room = bottom() - y_;
      const double pad = from > lane.box.y + 1 ? kGoesOn : 0;
      const double cut = to - from + pad <= room ? to : best_cut(lane, from, from + room - pad);
      put_lane_part(lane, {from, cut}, columns);
      from = cut;
      if (from < to - 1) start_page(), put_heads(columns);
    }
  }

  double heads_height(const Columns& columns) const {
    Frame part = frame_;
    part.columns = {frame_.columns.begin() + static_cast<std::ptrdiff_t>(columns.first),
                    frame_.columns.begin() + static_cast<std::ptrdiff_t>(columns.end)};
    return stage_heads(part).box.bottom() + 14;
  }

  void put_lane_part(const Node& lane, std::pair<double, double> rows, const Columns& columns) {
    const double pad = rows.first > lane.box.y + 1 ? kGoesOn : 0;
    const double height = rows.second - rows.first, gutter_right = frame_.columns.front().x - kGap / 2;
    Node part = group();
    part.add(hairline(0, rows.first, width_, rows.first, frame_.colour.line_soft));
    for (const Node& child : lane.children)
      if (child.classes == "lane-name") {
        Node name = child;
        shift(name, -kMargin, rows.first - lane.box.y);
        part.children.push_back(std::move(name));
      }
    Node gutter = taken(lane, {0, rows.first + 0.5, gutter_right, height});
    shift(gutter, -kMargin, pad);
    part.children.push_back(std::move(gutter));
    Node body = taken(lane, {columns.left - kGap / 2, rows.first + 0.5, columns.right - columns.left + kGap, height});
    shift(body, kGutter - columns.left, pad);
    part.children.push_back(std::move(body));
    part.box = {0, rows.first, width_, height + pad};
    shift(part, 0, -rows.first);
    put(std::move(part), 0);
  }

  void number_pages() {
    const TextStyle style = styled(kSmall, Weight::regular, frame_.colour.ink_soft);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const std::string number =
          frame_.say(msg("render.page", {{"n", static_cast<std::int64_t>(i + 1)}, {"of", static_cast<std::int64_t>(pages_.size())}}));
      const double y = height_ - 4, room = width_ - text_width(number, style) - 30;
      pages_[i].root.add(text_block(frame_.say(frame_.map.map.title), 0, y - 12, room, style, 1));
      pages_[i].root.add(text_at(number, width_, y, style, 1));
      if (is_right_to_left(frame_.map.map)) turn(pages_[i]);
    }
  }

  Frame frame_;
  Scene whole_;
  double scale_ = 0, width_ = 0, height_ = 0;
  double y_ = 0, heads_end_ = 0;  // of the page under way
  std::vector<std::string_view> drawn_;
  std::vector<Scene> pages_;
};

}  // namespace

Pages draw_pages(const MeasuredMap& map, const DrawOptions& options, const Sheet& sheet) { return Splitter(map, options, sheet).split(); }

}  // namespace parcours
