// How the maps of a workspace hang together: a card for each map, below it those that its stages open.
#include <algorithm>
#include <sstream>

#include "render/layout/card.h"
#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"
#include "render/several/parts.h"
#include "render/several/tree.h"

namespace parcours {
namespace {

constexpr double kMapPad = 16, kCardLeast = 300, kStageWidth = 92, kStageWidthMost = 150, kTests = 116, kBetween = 26, kLevel = 66, kCurve = 50;

struct Branch {
  const MapNode* node = nullptr;
  Node card;  // at (0, 0)
  double span = 0;
  std::vector<Branch> below;

  double below_width() const {
    double sum = below.empty() ? 0 : -kBetween;
    for (const Branch& branch : below) sum += branch.span + kBetween;
    return sum;
  }
};

// Wide enough for the longest word of their names.
double stage_width(const Frame& page, const JourneyMap& map) {
  double widest = 0;
  for (const Stage& stage : map.stages) {
    std::istringstream words(page.say(stage.name));
    for (std::string word; words >> word;) widest = std::max(widest, text_width(word, styled(kSmall, Weight::semibold, {})));
  }
  return std::clamp(widest + 20, kStageWidth, kStageWidthMost);
}

class Overview {
 public:
  Overview(const Frame& page, const DrawOptions& options) : page_(page), options_(options) {}

  Branch branch(const MapNode& node) const {
    Branch out;
    out.node = &node, out.card = node.map ? map_card(node) : missing_card(node);
    for (const MapNode& child : node.below) out.below.push_back(branch(child));
    out.span = std::max(out.card.box.w, out.below_width());
    return out;
  }

  // The branch with its top at (left, top), and the lines to those below it.
  void put(Branch& branch, double left, double top, Node& out) const {
    const double x = left + (branch.span - branch.card.box.w) / 2, bottom = top + branch.card.box.h;
    double child_left = left + (branch.span - branch.below_width()) / 2;
    for (std::size_t i = 0; i < branch.below.size(); ++i) {
      Branch& child = branch.below[i];
      line(branch, i, x, bottom, child_left + child.span / 2, bottom + kLevel, out);
      put(child, child_left, bottom + kLevel, out);
      child_left += child.span + kBetween;
    }
    shift(branch.card, x, top);
    out.add(std::move(branch.card));
  }

 private:
  std::size_t stage_count(const MapNode& node) const { return std::max<std::size_t>(1, node.map->measured.map.stages.size()); }

  // From under the stage that opens the map; several below one stage stand side by side.
  void line(const Branch& branch, std::size_t index, double card_x, double from_y, double to_x, double to_y, Node& out) const {
    const std::size_t stage = branch.below[index].node->from.stage_index;
    double before = 0, all = 0;
    for (std::size_t i = 0; i < branch.below.size(); ++i)
      if (branch.below[i].node->from.stage_index == stage) before += i < index, ++all;
    const double width = (branch.card.box.w - 2 * kMapPad) / static_cast<double>(stage_count(*branch.node));
    const double from_x = card_x + kMapPad + width * (static_cast<double>(stage) + (before + 1) / (all + 1));
    const Tone& tone = page_.colour.stages[stage % page_.colour.stages.size()];
    Path path;
    path.move(from_x, from_y).curve(from_x, from_y + kLevel * 0.55, to_x, to_y - kLevel * 0.55, to_x, to_y - 5);
    Node node = group({}, "opens");
    node.add(shape(std::move(path), {}, {tone.deep, 1.8, {}, true}));
    node.add(shape(Path::circle(from_x, from_y, 4), page_.colour.paper, {tone.deep, 1.8, {}, false}));
    node.add(shape(Path::polygon({{to_x - 5, to_y - 9}, {to_x + 5, to_y - 9}, {to_x, to_y - 1}}), tone.deep));
    out.add(std::move(node));
  }

  Node map_card(const MapNode& node) const {
    const MapStanding& map = *node.map;
    const JourneyMap& journey = map.measured.map;
    const double width = std::max(kCardLeast, static_cast<double>(journey.stages.size()) * stage_width(page_, journey) + 2 * kMapPad);
    const double inner = width - 2 * kMapPad;
    WordColumn column(kMapPad, 14, inner - kTests - 14);
    column.put(title_of(page_, journey), styled(kHeading, Weight::bold, page_.colour.ink), 4, 2);
    std::string line = page_.say(state_of(journey));
    if (const std::string names = persona_names(page_, map.measured.personas); !names.empty()) line += " · " + names;
    column.put(line, styled(kSmall, Weight::regular, page_.colour.ink_soft), 3, 2);
    put_figures(page_, map.measured, column);
    column.put(also(node), styled(kSmall, Weight::regular, page_.colour.ink_soft), 2, 2);
    Node tests = five_columns(page_, map.scores, kTests);
    shift(tests, width - kMapPad - kTests, 12);
    const double below = std::max(column.y(), tests.box.bottom()) + 6;
    Node spark = emotion_spark(map.measured, options_, {inner, kCurve, true});
    const double height = below + spark.box.h + 14;
    Node card = paper_card(page_, width, height);
    name(node.id, title_of(page_, journey), "overview-map " + std::string(code_of(journey.state)), card);
    for (Node& part : column.take()) card.add(std::move(part));
    card.add(std::move(tests));
    shift(spark, kMapPad, below);
    card.add(std::move(spark));
    return sized(std::move(card), width, height);
  }

  Node missing_card(const MapNode& node) const {
    WordColumn column(kMapPad + 26, 12, kCardLeast - 2 * kMapPad - 26);
    column.put(node.id, styled(kBody, Weight::semibold, page_.colour.ink), 2);
    column.put(node.unreadable ? page_.say(node.unreadable->problems.front().message) : page_.say(msg("render.overview.missing")),
               styled(kSmall, Weight::regular, page_.colour.ink_soft), 4);
    const double height = column.y() + 10;
    Node card = dashed_card(page_, kCardLeast, height);
    name(node.id, node.id, node.unreadable ? "unreadable-map" : "missing-map", card);
    card.add(icon("circle-alert", kMapPad, 12, 17, page_.colour.loss.deep));
    for (Node& part : column.take()) card.add(std::move(part));
    return sized(std::move(card), kCardLeast, height);
  }

  void name(const std::string& id, const std::string& title, const std::string& classes, Node& card) const {
    card.id = "map-" + id, card.classes = classes, card.place = Node::Place::card;
    card.role = "group", card.label = title;
    if (const auto opened = options_.opened.find(id); opened != options_.opened.end()) card.href = opened->second.href;
  }

  std::string also(const MapNode& node) const {
    std::string names;
    for (const std::string& id : node.also_from) {
      const auto opened = options_.opened.find(id);
      names += (names.empty() ? "" : ", ") + (opened == options_.opened.end() ? id : page_.say(opened->second.title));
    }
    return names.empty() ? "" : page_.say(msg("render.overview.also", {{"maps", names}}));
  }

  const Frame& page_;
  const DrawOptions& options_;
};

// Maps that nothing opens and that open nothing, row under row.
Node loose(const std::vector<const MapNode*>& nodes, const Overview& overview, double width) {
  Node node = group("loose");
  double x = 0, y = 0, row = 0;
  for (const MapNode* map : nodes) {
    Branch branch = overview.branch(*map);
    const double wide = branch.card.box.w, tall = branch.card.box.h;
    if (x > 0 && x + wide > width) x = 0, y += row + kBetween, row = 0;
    overview.put(branch, kMargin + x, y, node);
    x += wide + kBetween, row = std::max(row, tall);
  }
  return node;
}

std::size_t count_below(const MapNode& node) {
  std::size_t count = node.below.size();
  for (const MapNode& child : node.below) count += count_below(child);
  return count;
}

std::string nothing_opened(const Frame& page, const Portfolio& portfolio) {
  const auto count = static_cast<std::int64_t>(portfolio.maps.size());
  if (count < 2) return page.say(msg("render.overview.single", {{"n", count}}));
  const JourneyMap& last = portfolio.maps.back().measured.map;
  return page.say(msg("render.overview.alone", {{"n", count}, {"map", last.id}, {"title", title_of(page, last)}}));
}

std::string overview_sentence(const Frame& page, const Portfolio& portfolio, const std::vector<MapNode>& forest) {
  const auto count = static_cast<std::int64_t>(portfolio.maps.size());
  if (forest.empty() || forest.front().below.empty()) return nothing_opened(page, portfolio);
  const auto widest =
      std::max_element(forest.begin(), forest.end(), [](const MapNode& a, const MapNode& b) { return count_below(a) < count_below(b); });
  return page.say(
      msg("render.overview.opens",
          {{"n", count}, {"title", title_of(page, widest->map->measured.map)}, {"below", static_cast<std::int64_t>(count_below(*widest))}}));
}

void add_rows(const Frame& page, const MapNode& node, const std::string& above, std::vector<std::vector<HtmlCell>>& rows) {
  const std::string title = node.map ? title_of(page, node.map->measured.map) : node.id;
  std::string stages;
  if (node.map)
    for (const Stage& stage : node.map->measured.map.stages) stages += (stages.empty() ? "" : " → ") + page.say(stage.name);
  std::string figures;
  if (node.map)
    for (const std::string& line : figure_lines(page, node.map->measured)) figures += (figures.empty() ? "" : " · ") + line;
  rows.push_back({words_cell(title, node.map ? page.say(state_of(node.map->measured.map)) : page.say(msg("render.overview.missing"))),
                  words_cell(above), words_cell(stages), words_cell(figures)});
  for (const MapNode& child : node.below) {
    const Stage* stage = node.map->measured.map.stage(child.from.stage);
    add_rows(page, child, title + (stage ? " · " + page.say(stage->name) : ""), rows);
  }
}

}  // namespace

Page draw_overview(const Portfolio& portfolio, const DrawOptions& options) {
  const MeasuredMap workspace = workspace_as_map(portfolio.settings);
  Frame page = page_frame(workspace, options);
  const std::vector<MapNode> forest = map_forest(portfolio);
  const Overview overview(page, options);
  std::vector<Branch> trees;
  std::vector<const MapNode*> others;
  for (const MapNode& root : forest) {
    if (root.below.empty()) others.push_back(&root);
    else trees.push_back(overview.branch(root));
  }
  for (const MapNode* root : others) page.width = std::max(page.width, overview.branch(*root).span + 2 * kMargin);
  for (const Branch& tree : trees) page.width = std::max(page.width, tree.span + 2 * kMargin);
  const double inner = page.right() - kMargin;
  const std::string says = overview_sentence(page, portfolio, forest);
  std::vector<Node> parts;
  Node first = callout(page, says, trees.empty() ? CalloutLook::hint : CalloutLook::quiet, inner, 0);
  shift(first, kMargin, 0);
  parts.push_back(std::move(first));
  for (Branch& tree : trees) {
    Node node = group();
    overview.put(tree, kMargin + (inner - tree.span) / 2, 0, node);
    parts.push_back(std::move(node));
  }
  if (!trees.empty() && !others.empty())
    parts.push_back(text_block(page.say(msg("render.overview.others")), kMargin, 0, inner, styled(kBody, Weight::semibold, page.colour.ink), 1));
  if (!others.empty()) parts.push_back(loose(others, overview, inner));
  parts.push_back(tests_legend(page));
  Page out;
  out.basis = several_basis(page, portfolio);
  std::vector<std::vector<HtmlCell>> rows;
  for (const MapNode& root : forest) add_rows(page, root, "", rows);
  out.words = "<p class=\"lead\">" + html_escaped(says) + "</p>\n" +
              html_table("overview-table", page.say(msg("render.overview.title")),
                         {{page.say(msg("render.portfolio.map")), {}, false},
                          {page.say(msg("render.overview.from")), {}, false},
                          {page.say(msg("render.report.stages")), {}, false},
                          {page.say(msg("render.report.compared_figure")), {}, false}},
                         rows);
  out.scene = page_of(page, {page.say(msg("render.overview.title")), several_about(page, portfolio), out.basis}, std::move(parts), 24);
  out.scene.root.id = "overview";
  out.scene.description = says;
  return out;
}

}  // namespace parcours
