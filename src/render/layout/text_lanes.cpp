// Lanes of plain words: what the customer does, wants, asks and says; how teams see it; what stands behind.
#include <algorithm>
#include <set>
#include <utility>

#include "render/icons.h"
#include "render/layout/card.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr int kLinesMax = 5;

// A text with a small sign before it.
Cell item(const Frame& frame, const std::string& id, std::string_view icon_name, Colour icon_colour, const std::string& text, bool italic) {
  return [=, &frame](double width, double) {
    Node node = group(id, "item");
    const TextStyle style = italic ? slanted(kSmall, frame.colour.ink) : styled(kSmall, Weight::regular, frame.colour.ink);
    node.add(icon(icon_name, 0, 1.2, 13, icon_colour, 1.2));
    node.add(text_block(text, 21, 0, width - 21 - 4, style, kLinesMax));
    return sized(std::move(node), width, std::max(16.0, node.box.h));
  };
}

// What a team sees; `whose`, above the first line of its touchpoint.
Cell view_cell(const Frame& frame, const Column& column, const TeamView& view, const std::string& whose) {
  const std::string_view face = !view.emotion ? "users" : *view.emotion > 0.5 ? "smile" : *view.emotion < -0.5 ? "frown" : "meh";
  const std::string text = frame.say(view.team) + (view.note.empty() ? "" : " · " + frame.say(view.note));
  const Cell line = item(frame, "view-" + team_key(view.team) + "-" + view.touchpoint, face, column.tone.deep, text, false);
  if (whose.empty()) return line;
  return [=, &frame](double width, double height) {
    Node node = group();
    Node head = text_block(whose, 0, 0, width - 4, styled(kSmall, Weight::semibold, frame.colour.ink_soft), 2);
    Node below = line(width, height);
    shift(below, 0, head.box.h + 3);
    const double tall = head.box.h + 3 + below.box.h;
    node.add(std::move(head));
    node.add(std::move(below));
    return sized(std::move(node), width, tall);
  };
}

constexpr double kLineMost = 600;  // wide, where a stage is as wide as a page

// Lines said of a whole stage, over its width.
Cell stage_words(const std::string& id, const Frame& frame, const Column& column, const std::vector<std::string>& lines) {
  return [=, &frame, &column](double, double) {
    Node node = group(id, "item");
    double y = 0;
    for (const std::string& line : lines) {
      const double width = std::min(column.w - 6, frame.wide ? kLineMost : column.w);
      y = node.add(text_block(line, 0, y, width, styled(kSmall, Weight::regular, frame.colour.ink), kLinesMax)).box.bottom() + 4;
    }
    return sized(std::move(node), column.w, std::max(0.0, y - 4));
  };
}

// One below the other; nothing without either.
std::optional<LaneBody> stacked(std::optional<LaneBody> above, std::optional<LaneBody> below) {
  if (!above || !below) return above ? std::move(above) : std::move(below);
  shift(below->node, 0, above->height + 8);
  above->height += 8 + below->height;
  above->node.add(std::move(below->node));
  return above;
}

using Texts = std::vector<CustomerWords> Touchpoint::*;

std::optional<LaneBody> words_lane(const Frame& frame, Texts texts, std::string_view code, bool quotes) {
  std::vector<std::vector<OwnCell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    const Column& column = frame.columns[c];
    for (std::size_t k = 0; k < column.stage->touchpoints.size(); ++k) {
      const Touchpoint& touchpoint = column.stage->touchpoints[k];
      const auto& own = touchpoint.*texts;
      for (std::size_t i = 0; i < own.size(); ++i) {
        const std::string text = say_words(frame, own[i], quotes);
        if (text.empty()) continue;
        const std::string id = std::string(code) + "-" + touchpoint.id + (i == 0 ? "" : "-" + std::to_string(i + 1));
        cells[c].push_back({k, item(frame, id, icon_or_neutral(frame.channel(touchpoint.channel).icon), column.tone.deep, text, quotes)});
      }
    }
  }
  return grid_under_cards(frame, cells, {6, false});
}

}  // namespace

std::optional<LaneBody> does_lane(const Frame& frame) { return words_lane(frame, &Touchpoint::does, "does", false); }
std::optional<LaneBody> wants_lane(const Frame& frame) { return words_lane(frame, &Touchpoint::wants, "wants", false); }
std::optional<LaneBody> asks_lane(const Frame& frame) { return words_lane(frame, &Touchpoint::asks, "asks", false); }
std::optional<LaneBody> says_lane(const Frame& frame) { return words_lane(frame, &Touchpoint::says, "says", true); }

std::optional<LaneBody> views_lane(const Frame& frame) {
  std::vector<std::vector<OwnCell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    const Column& column = frame.columns[c];
    for (std::size_t k = 0; k < column.stage->touchpoints.size(); ++k) {
      std::string whose = say_whose(frame, column, column.stage->touchpoints[k]);
      for (const TeamView& view : frame.map.map.views)
        if (view.touchpoint == column.stage->touchpoints[k].id) cells[c].push_back({k, view_cell(frame, column, view, std::exchange(whose, {}))});
    }
  }
  return grid_under_cards(frame, cells, {6, false});
}

// What is said of the stage stands first, over its whole width; then each touchpoint's own, under its card.
std::optional<LaneBody> own_lane(const Frame& frame, const OwnLane& lane) {
  std::vector<std::vector<Cell>> of_stages(frame.columns.size());
  std::vector<std::vector<OwnCell>> of_touchpoints(frame.columns.size());
  const auto each = [&](const std::vector<LaneTexts>& said, const std::string& id, auto take) {
    int n = 0;
    for (const LaneTexts& own : said)
      for (const LocalText& text : own.texts)
        if (own.lane == lane.id && !frame.say(text).empty()) take(id + (++n == 1 ? "" : "-" + std::to_string(n)), frame.say(text));
  };
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    const Column& column = frame.columns[c];
    std::vector<std::string> lines;
    each(column.stage->lanes, "", [&](const std::string&, const std::string& text) { lines.push_back(text); });
    if (!lines.empty()) of_stages[c].push_back(stage_words(lane.id + "-" + column.stage->id, frame, column, lines));
    for (std::size_t k = 0; k < column.stage->touchpoints.size(); ++k) {
      const Touchpoint& touchpoint = column.stage->touchpoints[k];
      each(touchpoint.lanes, lane.id + "-" + touchpoint.id, [&](const std::string& id, const std::string& text) {
        of_touchpoints[c].push_back({k, item(frame, id, icon_or_neutral(frame.channel(touchpoint.channel).icon), column.tone.deep, text, false)});
      });
    }
  }
  return stacked(grid(frame, of_stages, {6, false}), grid_under_cards(frame, of_touchpoints, {6, false}));
}

std::optional<LaneBody> backstage_lane(const Frame& frame) {
  std::vector<std::vector<OwnCell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    const Column& column = frame.columns[c];
    std::set<std::pair<std::size_t, std::string>> seen;  // once under each card
    for (std::size_t k = 0; k < column.stage->touchpoints.size(); ++k) {
      const Touchpoint& touchpoint = column.stage->touchpoints[k];
      const Backstage& backstage = touchpoint.backstage;
      std::string text = frame.say(backstage.team);
      for (const std::string& part : {frame.say(backstage.system), frame.say(backstage.text)})
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
      if (text.empty() || !seen.insert({k % static_cast<std::size_t>(column.across), text}).second) continue;
      cells[c].push_back({k, item(frame, "backstage-" + touchpoint.id, "wrench", column.tone.deep, text, false)});
    }
  }
  return grid_under_cards(frame, cells, {6, false});
}

}  // namespace parcours
