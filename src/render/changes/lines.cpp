// What became of a value, in a few words.
#include <algorithm>

#include "base/number.h"
#include "render/changes/parts.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

// The piece of a path behind `head/`, up to the next slash: of("stages/buy/touchpoints/pay", "touchpoints") is "pay".
std::string piece(const std::string& path, const std::string& head) {
  const std::string wanted = head + "/";
  std::size_t at = path.starts_with(wanted) ? 0 : path.find("/" + wanted);
  if (at == std::string::npos) return {};
  at += path.starts_with(wanted) ? wanted.size() : wanted.size() + 1;
  return path.substr(at, path.find('/', at) - at);
}

std::string say_emotion(const Frame& frame, const Emotion* emotion) {
  if (!emotion) return {};
  const std::string value = (emotion->value > 0 ? "+" : "") + show_number(emotion->value, frame.lang);
  return value + " (" + say_evidence(frame, emotion->evidence) + ")";
}

// `said`: the value for people, where the field needs nothing of the map.
std::string name_in(const Frame& frame, const JourneyMap& map, const std::string& field, const std::string& value, const LocalText& said) {
  if (value.empty()) return {};
  if (field == "channel") return frame.say(frame.channel(value).name);
  if (field == "goal") {
    const Touchpoint* goal = map.touchpoint(value);
    return goal ? frame.say(goal->name) : value;
  }
  if (field == "leads_to") {
    const Stage* stage = map.stage(value);
    return stage ? frame.say(stage->name) : value;
  }
  if (field == "objective") return say_objective(frame, value);
  const std::string key = "render.change.value." + field + "." + value;
  return has_text(key) ? frame.say(text(key, frame.lang)) : frame.say(said);
}

std::string persona_called(const Frame& frame, const std::string& id) {
  for (const Persona& persona : frame.map.personas)
    if (persona.id == id && !persona.name.empty()) return frame.say(persona.name);
  return id;
}

std::string from_where(const Frame& frame, const Change& change) {
  const JourneyMap& older = frame.options.changes->older;
  const std::string touchpoint = piece(change.path, "touchpoints");
  const Stage* before = touchpoint.empty() ? nullptr : older.stage_of(touchpoint);
  if (!before || before->id == piece(change.path, "stages")) return frame.say(msg("render.change.other_place"));
  return frame.say(msg("render.change.from_stage", {{"stage", before->name}}));
}

}  // namespace

const Emotion* emotion_of(const JourneyMap& map, const Change& change) {
  const std::string touchpoint = piece(change.path, "touchpoints");
  const Touchpoint* at = touchpoint.empty() ? nullptr : map.touchpoint(touchpoint);
  const Stage* stage = touchpoint.empty() ? map.stage(piece(change.path, "stages")) : nullptr;
  if (!at && !stage) return nullptr;
  for (const Emotion& emotion : at ? at->emotions : stage->emotions)
    if (emotion.persona == change.persona) return &emotion;
  return nullptr;
}

std::string change_line(const Frame& frame, const Change& change) {
  if (change.field.empty()) return change.kind == Change::Kind::moved ? from_where(frame, change) : "";
  const JourneyMap &older = frame.options.changes->older, &newer = frame.map.map;
  std::string field = text("map.field." + change.field, frame.lang);
  if (!change.persona.empty()) field += " (" + persona_called(frame, change.persona) + ")";
  const bool feels = change.field == "emotion";
  const std::string before =
      feels ? say_emotion(frame, emotion_of(older, change)) : name_in(frame, older, change.field, change.before, change.said_before);
  const std::string after =
      feels ? say_emotion(frame, emotion_of(newer, change)) : name_in(frame, newer, change.field, change.after, change.said_after);
  if (before.empty()) return frame.say(msg("render.change.set", {{"field", field}, {"after", after}}));
  if (after.empty()) return frame.say(msg("render.change.unset", {{"field", field}, {"before", before}}));
  return frame.say(msg("render.change.value", {{"field", field}, {"before", before}, {"after", after}}));
}

}  // namespace parcours
