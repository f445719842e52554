// Who has a hand in the journeys: rings around the customer, and below them who touches which stage.
#include <algorithm>

#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"
#include "render/several/stakeholder_rings.h"

namespace parcours {
namespace {

constexpr double kNames = 210, kCell = 34;

struct MatrixColumn {
  const JourneyMap* map;
  const Stage* stage;
  bool first;  // of its map
};

std::vector<MatrixColumn> columns_of(const Portfolio& portfolio) {
  std::vector<MatrixColumn> out;
  for (const MapStanding& map : portfolio.maps)
    for (const Stage& stage : map.measured.map.stages) out.push_back({&map.measured.map, &stage, &stage == &map.measured.map.stages.front()});
  return out;
}

// A disc for what they serve, as large as it is much; a ring around for a view; a square beside for what they have to do.
Node mark(const Frame& page, const StakeholderView& who, const Involvement& at, double cx, double cy) {
  Node node = group({}, "involvement");
  const Tone& tone = ring_tone(page, who.ring);
  if (at.serves > 0) node.add(shape(Path::circle(cx, cy, std::min(8.0, 3.5 + 1.2 * static_cast<double>(at.serves))), tone.deep));
  if (at.views > 0) node.add(shape(Path::circle(cx, cy, 11), {}, {tone.deep, 1.4, {}, false}));
  const bool alone = at.serves == 0 && at.views == 0;
  if (at.actions > 0) node.add(rect(alone ? Box{cx - 4, cy - 4, 8, 8} : Box{cx + 7, cy - 13, 7, 7}, page.colour.loss_mark, {}, 1.5));
  return node;
}

Node matrix(const Frame& page, const Portfolio& portfolio, const std::vector<StakeholderView>& everyone) {
  Node node = group("matrix");
  const auto columns = columns_of(portfolio);
  const double cell = std::max(kCell, (page.right() - kMargin - kNames) / static_cast<double>(std::max<std::size_t>(1, columns.size())));
  double x = kMargin + kNames, head = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t end = i + 1;
    while (end < columns.size() && !columns[end].first) ++end;
    if (columns[i].first)
      head = std::max(head, node.add(text_block(title_of(page, *columns[i].map), kMargin + kNames + cell * static_cast<double>(i), 0,
                                                cell * static_cast<double>(end - i) - 12, styled(kSmall, Weight::semibold, page.colour.ink), 3))
                                .box.h);
  }
  double names = 0;
  for (const MatrixColumn& column : columns) {
    names = std::max(
        names,
        node.add(text_block(page.say(column.stage->name), x, head + 6, cell - 8, styled(kSmall, Weight::regular, page.colour.ink_soft), 3)).box.h);
    x += cell;
  }
  double y = head + names + 14;
  for (const StakeholderView& who : everyone) {
    Node row = group("row-" + who.id, "stakeholder-row");
    row.add(hairline(kMargin, y, page.right(), y, page.colour.line_soft));
    Node name = text_block(name_of(page, who), kMargin, y + 8, kNames - 16, styled(kBody, Weight::semibold, ring_tone(page, who.ring).deep), 2);
    const double tall = std::max(name.box.h + 16, 34.0);
    row.add(std::move(name));
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (const Involvement* at = who.at(columns[i].map->id, columns[i].stage->id))
        row.add(mark(page, who, *at, kMargin + kNames + cell * static_cast<double>(i) + 16, y + tall / 2));
    node.add(std::move(row));
    y += tall;
  }
  return node;
}

Node marks_legend(const Frame& page) {
  Node node = group("legend", "legend");
  const TextStyle soft = styled(kSmall, Weight::regular, page.colour.ink_soft);
  const Tone& tone = ring_tone(page, Ring::front);
  double x = kMargin + 12;
  const auto entry = [&](Node sample, const Message& text) {
    node.add(std::move(sample));
    Node words = text_at(page.say(text), x + 16, 12, soft);
    x = words.box.right() + 40;
    node.add(std::move(words));
  };
  entry(shape(Path::circle(x, 8, 6), tone.deep), msg("render.stakeholders.serves"));
  entry(shape(Path::circle(x, 8, 8), {}, {tone.deep, 1.4, {}, false}), msg("render.stakeholders.views"));
  entry(rect({x - 4, 4, 8, 8}, page.colour.loss_mark, {}, 1.5), msg("render.stakeholders.actions"));
  return node;
}

// Who touches most stages, of those who work here.
std::string sentence(const Frame& page, const std::vector<StakeholderView>& everyone) {
  const StakeholderView* most = nullptr;
  std::int64_t working = 0;
  for (const StakeholderView& who : everyone) {
    if (who.ring == Ring::customer) continue;
    ++working;
    if (!most || who.touches() > most->touches()) most = &who;
  }
  if (!most) return page.say(msg("render.stakeholders.none"));
  return page.say(msg("render.stakeholders.says", {{"n", working}, {"name", name_of(page, *most)}, {"stages", most->touches()}}));
}

std::string words(const Frame& page, const Portfolio& portfolio, const std::vector<StakeholderView>& everyone) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const StakeholderView& who : everyone) {
    std::string stages;
    std::int64_t actions = who.loose_actions, views = 0;
    for (const MatrixColumn& column : columns_of(portfolio))
      if (const Involvement* at = who.at(column.map->id, column.stage->id)) {
        stages += (stages.empty() ? "" : " ; ") + title_of(page, *column.map) + " · " + page.say(column.stage->name);
        actions += at->actions, views += at->views;
      }
    std::string note = page.say(who.role);
    if (const std::string weights = weights_of(page, who); !weights.empty()) note += (note.empty() ? "" : " · ") + weights;
    rows.push_back({words_cell(name_of(page, who), note), words_cell(page.say(ring_name(who.ring))), words_cell(stages), count_cell(page, views),
                    count_cell(page, actions)});
  }
  return html_table("stakeholders-table", page.say(msg("render.stakeholders.title")),
                    {{page.say(msg("render.stakeholders.who")), {}, false},
                     {page.say(msg("render.stakeholders.ring")), {}, false},
                     {page.say(msg("render.stakeholders.stages")), {}, false},
                     {page.say(msg("render.stakeholders.views")), {}, true},
                     {page.say(msg("render.portfolio.to_do")), {}, true}},
                    rows);
}

}  // namespace

Page draw_stakeholders(const Portfolio& portfolio, const DrawOptions& options) {
  const MeasuredMap workspace = workspace_as_map(portfolio.settings);
  Frame page = page_frame(workspace, options);
  const auto everyone = stakeholders_of(portfolio);
  std::vector<RingShape> rings = set_rings(page, everyone);
  if (!rings.empty()) page.width = std::max(page.width, 2 * (rings.back().outer + kMargin + 2));
  page.width = std::max(page.width, 2 * kMargin + kNames + 74 * static_cast<double>(columns_of(portfolio).size()));
  const std::string says = sentence(page, everyone);
  std::vector<Node> parts;
  Node first = callout(page, says, CalloutLook::quiet, page.right() - kMargin, 0);
  shift(first, kMargin, 0);
  parts.push_back(std::move(first));
  if (!rings.empty()) parts.push_back(rings_picture(page, std::move(rings), page.width / 2));
  if (!everyone.empty()) parts.push_back(matrix(page, portfolio, everyone)), parts.push_back(marks_legend(page));
  Page out;
  out.basis = several_basis(page, portfolio);
  out.words = "<p class=\"lead\">" + html_escaped(says) + "</p>\n" + words(page, portfolio, everyone);
  out.scene = page_of(page, {page.say(msg("render.stakeholders.title")), several_about(page, portfolio), out.basis}, std::move(parts), 22);
  out.scene.root.id = "stakeholders";
  out.scene.description = says;
  return out;
}

}  // namespace parcours
