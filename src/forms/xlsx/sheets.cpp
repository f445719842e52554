#include "forms/xlsx/sheets.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

// The touchpoint's words of one lane.
std::vector<std::string> cells_of(const Frame& frame, const Touchpoint& touchpoint, std::string_view lane) {
  std::vector<std::string> out;
  const auto add = [&](const std::vector<CustomerWords>& all) {
    for (const CustomerWords& words : all) out.push_back(say_words(frame, words, false));
  };
  for (const LaneTexts& own : touchpoint.lanes)
    if (own.lane == lane)
      for (const LocalText& text : own.texts) out.push_back(frame.say(text));
  if (lane == "does") add(touchpoint.does);
  else if (lane == "wants") add(touchpoint.wants);
  else if (lane == "asks") add(touchpoint.asks);
  else if (lane == "says") add(touchpoint.says);
  else if (lane == "backstage") {
    for (const std::string& part :
         {frame.say(touchpoint.backstage.team), frame.say(touchpoint.backstage.system), frame.say(touchpoint.backstage.text)})
      if (!part.empty()) out.push_back(part);
  } else if (lane == "views") {
    for (const TeamView& view : frame.map.map.views)
      if (view.touchpoint == touchpoint.id) out.push_back(frame.say(view.team) + (view.note.empty() ? "" : " — " + frame.say(view.note)));
  } else if (lane == "emotion") {
    for (const Emotion& emotion : touchpoint.emotions)
      out.push_back((emotion.persona.empty() ? "" : say_persona(frame, emotion.persona) + " ") + (emotion.value > 0 ? "+" : "") +
                    show_number(emotion.value, frame.lang) + " (" + say_evidence(frame, emotion.evidence) + ")");
  }
  return out;
}

std::string said_of_content(const Frame& frame, const Content& content) {
  return (content.kind.empty() ? "" : say_content_kind(frame, content.kind) + " — ") + frame.say(content.text);
}

std::vector<std::string> cells_of(const Frame& frame, const Stage& stage, std::string_view lane) {
  std::vector<std::string> out;
  if (lane == "how") {
    if (!stage.how.empty()) out.push_back(frame.say(stage.how));
    for (const Content& content : stage.contents) out.push_back(said_of_content(frame, content));
    return out;
  }
  if (lane == "buyer") {
    for (const BuyerStep& step : stage.buyer) out.push_back(frame.say(step.text));
    return out;
  }
  for (const LaneTexts& own : stage.lanes)
    if (own.lane == lane)
      for (const LocalText& text : own.texts) out.push_back(frame.say(text));
  for (const Touchpoint& touchpoint : stage.touchpoints)
    for (const std::string& cell : cells_of(frame, touchpoint, lane)) out.push_back(frame.say(touchpoint.name) + "\n" + cell);
  return out;
}

}  // namespace

XlsxCell words(std::string text) { return {XlsxCell::Format::text, std::move(text), {}}; }
XlsxCell count_cell(std::int64_t n) { return {XlsxCell::Format::count, {}, static_cast<double>(n)}; }

XlsxSheet lane_sheet(const Frame& frame, std::string_view lane) {
  const auto& own = frame.map.map.lanes;
  const auto named = std::find_if(own.begin(), own.end(), [&](const OwnLane& one) { return one.id == lane; });
  XlsxSheet sheet;
  sheet.name = frame.say(named != own.end() ? named->name.in(frame.lang) : text("render.lane." + std::string(lane), frame.lang));
  sheet.frozen_columns = 0, sheet.filter = false;
  for (std::size_t i = 0; i < frame.columns.size(); ++i) {
    sheet.columns.push_back({frame.say(frame.columns[i].stage->name), 34});
    const auto cells = cells_of(frame, *frame.columns[i].stage, lane);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      if (sheet.rows.size() <= row) sheet.rows.resize(row + 1);
      sheet.rows[row].resize(i);
      sheet.rows[row].push_back(words(cells[row]));
    }
  }
  return sheet;
}

std::vector<XlsxSheet> sheets_of(const Frame& frame) {
  std::vector<XlsxSheet> sheets = {map_sheet(frame),       figures_sheet(frame), moves_sheet(frame),
                                   frictions_sheet(frame), actions_sheet(frame), calendar_sheet(frame)};
  for (const auto lane : {"how", "buyer", "does", "wants", "asks", "says", "emotion", "views", "backstage"})
    sheets.push_back(lane_sheet(frame, lane));
  for (const OwnLane& lane : frame.map.map.lanes) sheets.push_back(lane_sheet(frame, lane.id));
  std::vector<XlsxSheet> filled;
  for (XlsxSheet& sheet : sheets)
    if (!sheet.rows.empty() || filled.empty()) filled.push_back(std::move(sheet));
  return filled;
}

}  // namespace parcours
