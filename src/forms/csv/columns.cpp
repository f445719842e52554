#include "forms/csv/columns.h"

#include <cmath>

#include "base/json.h"
#include "base/number.h"
#include "map/keys.h"
#include "map/rule_words.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

using Holds = CsvColumn::Holds;
using Texts = std::vector<LocalText>;

// Of the touchpoint, or nothing where the row has none.
CsvColumn word(std::string name, std::string (*of)(const Touchpoint&), bool always = false, Holds holds = Holds::word) {
  return {std::move(name), holds, always, [of](const CsvTableRow& row) { return row.touchpoint ? of(*row.touchpoint) : std::string(); }};
}

CsvColumn texts(std::string name, Texts (*of)(const Touchpoint&), bool always = false) {
  return {std::move(name), Holds::text, always, nullptr, [of](const CsvTableRow& row) { return row.touchpoint ? of(*row.touchpoint) : Texts(); }};
}

CsvColumn of_map(std::string name, std::string (*of)(const JourneyMap&), Holds holds = Holds::word) {
  return {std::move(name), holds, false, [of](const CsvTableRow& row) { return of(row.measured.map); }};
}

CsvColumn of_stage(std::string name, std::string (*of)(const Stage&), bool always = false, Holds holds = Holds::word) {
  return {std::move(name), holds, always, [of](const CsvTableRow& row) { return of(row.stage); }};
}

Json number(double value) { return value == std::floor(value) && std::fabs(value) < 1e15 ? Json(static_cast<std::int64_t>(value)) : Json(value); }

Json as_in_map(const LocalText& text) {
  if (!text.plain.empty()) return text.plain;
  Json out = Json::object();
  if (!text.fr.empty()) out["fr"] = text.fr;
  if (!text.en.empty()) out["en"] = text.en;
  return out;
}

void add_evidence(Json& to, const Evidence& evidence) {
  if (!evidence.source.empty()) to["source"] = as_in_map(evidence.source);
  if (evidence.date) to["date"] = show(*evidence.date);
  if (evidence.n) to["n"] = *evidence.n;
}

Json emotion_value(const Emotion& emotion) {
  Json out = {{"value", number(emotion.value)}};
  add_evidence(out, emotion.evidence);
  return out.size() == 1 ? out["value"] : out;
}

std::string emotion_cell(const Touchpoint& touchpoint) {
  if (touchpoint.emotions.empty()) return "";
  if (touchpoint.emotions.front().persona.empty()) return flow_yaml(emotion_value(touchpoint.emotions.front()));
  Json out = Json::object();
  for (const Emotion& emotion : touchpoint.emotions) out[emotion.persona] = emotion_value(emotion);
  return flow_yaml(out);
}

// Values in the way that the map has them: durations with their unit.
Json measure_value(const std::string& measure, double value) {
  const auto known = measure_named(measure);
  if (known && known->unit == MeasureUnit::duration) return show_exact_duration(static_cast<TimeMs>(std::llround(value * 1000)));
  return number(value);
}

std::string friction_more(const Friction& friction) {
  Json out = Json::object();
  if (!friction.by.empty()) out["by"] = friction.by;
  add_evidence(out, friction.evidence);
  for (const Expectation& expected : friction.expect) out["expect"][expected.measure] = measure_value(expected.measure, expected.value);
  return out.empty() ? "" : flow_yaml(out);
}

std::string figure_line(const ReportedFigure& figure) {
  Json out = {{"measure", figure.measure}, {"value", measure_value(figure.measure, figure.value)}};
  add_evidence(out, figure.evidence);
  return flow_yaml(out);
}

std::string lane_texts(const std::vector<LaneTexts>& lanes) {
  Json out = Json::object();
  for (const LaneTexts& lane : lanes)
    for (const LocalText& text : lane.texts) out[lane.lane].push_back(as_in_map(text));
  for (auto& [lane, texts] : out.items())
    if (texts.size() == 1) texts = Json(texts.front());
  return out.empty() ? "" : flow_yaml(out);
}

std::string own_lanes(const std::vector<OwnLane>& lanes) {
  Json out = Json::array();
  for (const OwnLane& lane : lanes) {
    Json one = {{"id", lane.id}, {"name", as_in_map(lane.name)}};
    if (!lane.note.empty()) one["note"] = as_in_map(lane.note);
    out.push_back(std::move(one));
  }
  return out.empty() ? "" : flow_yaml(out);
}

// One a line; nothing when all lines are empty.
template <class T>
std::string lines(const std::vector<T>& items, std::string (*line)(const T&)) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) out += (i > 0 ? "\n" : "") + line(items[i]);
  return out.find_first_not_of('\n') == std::string::npos ? "" : out;
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

std::string flag(bool set) { return set ? "true" : ""; }
std::string scale(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }
Texts one(const LocalText& text) { return text.empty() ? Texts() : Texts{text}; }

std::vector<CsvColumn> make_columns() {
  using T = const Touchpoint&;
  return {
      {"map", Holds::text, false, nullptr, [](const CsvTableRow& row) { return one(row.measured.map.title); }},
      of_map("language", [](const JourneyMap& map) { return map.language ? std::string(code_of(*map.language)) : ""; }),
      of_map("personas", [](const JourneyMap& map) { return listed(map.personas); }),
      of_map(
          "map_lanes", [](const JourneyMap& map) { return own_lanes(map.lanes); }, Holds::yaml),
      of_map("goal", [](const JourneyMap& map) { return map.goal; }),
      of_stage(
          "stage_id", [](const Stage& stage) { return stage.id; }, true),
      {"stage", Holds::text, true, nullptr, [](const CsvTableRow& row) { return one(row.stage.name); }},
      of_stage(
          "phase", [](const Stage& stage) { return std::string(code_of(stage.phase)); }, true),
      of_stage("objective", [](const Stage& stage) { return stage.objective; }),
      of_stage(
          "stage_lanes", [](const Stage& stage) { return lane_texts(stage.lanes); }, false, Holds::yaml),
      of_stage("stage_opens", [](const Stage& stage) { return stage.opens; }),
      word(
          "id", [](T t) { return t.id; }, true),
      texts(
          "name", [](T t) { return one(t.name); }, true),
      word(
          "channel", [](T t) { return t.channel; }, true),
      word("starts", [](T t) { return std::string(code_of(t.starts)); }),
      word("served_by", [](T t) { return std::string(code_of(t.served_by)); }),
      word(
          "match", [](T t) { return t.out_of_sight ? std::string("none") : rule_in_yaml(t.match); }, false, Holds::yaml),
      texts("why", [](T t) { return one(t.why); }),
      word(
          "failure", [](T t) { return rule_in_yaml(t.failure); }, false, Holds::yaml),
      texts("does", [](T t) { return Texts(t.does.begin(), t.does.end()); }),
      texts("wants", [](T t) { return Texts(t.wants.begin(), t.wants.end()); }),
      texts("asks", [](T t) { return Texts(t.asks.begin(), t.asks.end()); }),
      texts("says", [](T t) { return Texts(t.says.begin(), t.says.end()); }),
      word("emotion", emotion_cell, false, Holds::yaml),
      texts("moment_of_truth", [](T t) { return t.moment_of_truth ? one(t.moment_of_truth->promise) : Texts(); }),
      word("friction_id", [](T t) { return lines<Friction>(t.frictions, [](const Friction& f) { return f.id; }); }),
      texts("friction",
            [](T t) {
              Texts out;
              for (const Friction& friction : t.frictions) out.push_back(friction.text);
              return out;
            }),
      word(
          "friction_more", [](T t) { return lines(t.frictions, friction_more); }, false, Holds::yamls),
      word(
          "figures", [](T t) { return lines(t.figures, figure_line); }, false, Holds::yamls),
      texts("team", [](T t) { return one(t.backstage.team); }),
      texts("system", [](T t) { return one(t.backstage.system); }),
      texts("backstage", [](T t) { return one(t.backstage.text); }),
      word(
          "lanes", [](T t) { return lane_texts(t.lanes); }, false, Holds::yaml),
      word("optional", [](T t) { return flag(t.optional); }),
      word("repeatable", [](T t) { return flag(t.repeatable); }),
      word("alternative", [](T t) { return t.alternative; }),
      word("opens", [](T t) { return t.opens; }),
      word("importance", [](T t) { return scale(t.importance); }),
      word("priority", [](T t) { return scale(t.priority); }),
  };
}

}  // namespace

const std::vector<CsvColumn>& csv_columns() {
  static const std::vector<CsvColumn> kColumns = make_columns();
  return kColumns;
}

}  // namespace parcours
