#include "check/hypotheses.h"

#include "check/measure_words.h"
#include "questions/answer_json.h"

namespace parcours {
namespace {

NotKnown why_unknown(const MeasuredMap& measured, const std::optional<Estimate>& figure, bool to_come) {
  if (!measured.figures || measured.figures->basis.events == 0) return NotKnown::no_events;
  if (measured.of_today()) return NotKnown::of_today;
  if (to_come) return NotKnown::to_come;
  if (!figure) return NotKnown::not_measured;
  return figure->n < kWeakBelow ? NotKnown::few : NotKnown::between;
}

std::string_view code_of(NotKnown why) {
  switch (why) {
    case NotKnown::none: return "";
    case NotKnown::no_events: return "no_events";
    case NotKnown::not_measured: return "not_measured";
    case NotKnown::few: return "few";
    case NotKnown::between: return "between";
    case NotKnown::to_come: return "to_come";
    case NotKnown::of_today: return "of_today";
  }
  return "";
}

Message figure_words(const Hypothesis& hypothesis) {
  const auto value = [&](double number) { return value_words(hypothesis.measure, number); };
  const auto figure = [&](std::string_view key) {
    const Estimate& measured = *hypothesis.measured;
    return msg(key, {{"measured", value(measured.value)}, {"low", value(measured.low)}, {"high", value(measured.high)}, {"n", measured.n}});
  };
  switch (hypothesis.why) {
    case NotKnown::none: return figure("check.hypothesis.measured");
    case NotKnown::between: return figure("check.hypothesis.between");
    case NotKnown::few: return msg("check.hypothesis.few", {{"n", hypothesis.measured->n}, {"least", kWeakBelow}});
    case NotKnown::no_events: return msg("check.hypothesis.no_events");
    case NotKnown::to_come: return msg("check.hypothesis.to_come");
    case NotKnown::of_today: return msg("check.hypothesis.of_today");
    case NotKnown::not_measured: break;
  }
  return msg("check.hypothesis.not_measured");
}

Hypothesis of_expectation(const MeasuredMap& measured, const ExpectationVerdict& verdict) {
  Hypothesis made{"friction",
                  verdict.friction,
                  verdict.verdict,
                  verdict.worse,
                  NotKnown::none,
                  verdict.expected.measure,
                  verdict.expected.value,
                  {},
                  verdict.measured,
                  {}};
  if (made.verdict == Verdict::unknown) made.why = why_unknown(measured, made.measured, false);
  const auto* friction = measured.map.friction(verdict.friction);
  made.sentence = msg("check.hypothesis.friction", {{"text", friction ? Arg(friction->text) : Arg(verdict.friction)},
                                                    {"measure", measure_words(made.measure)},
                                                    {"expected", given_words(made.measure, made.expected)},
                                                    {"figure", nested(figure_words(made))}});
  return made;
}

Hypothesis of_delay(const MeasuredMap& measured, const DelayVerdict& delay) {
  Hypothesis made{
      "delay",        delay.stage, delay.verdict, false, NotKnown::none, "time_to_next", delay.days_min * kDaySeconds, delay.days_max * kDaySeconds,
      delay.measured, {}};
  if (made.verdict == Verdict::unknown) made.why = why_unknown(measured, made.measured, delay.to_come);
  const auto name = [&](const std::string& id) {
    const auto* stage = measured.map.stage(id);
    return stage ? Arg(stage->name) : Arg(id);
  };
  const std::vector<std::pair<std::string, Arg>> args = {{"stage", name(delay.stage)},
                                                         {"after", name(delay.after)},
                                                         {"least", static_cast<std::int64_t>(delay.days_min)},
                                                         {"most", static_cast<std::int64_t>(delay.days_max)},
                                                         {"figure", nested(figure_words(made))}};
  made.sentence = msg("check.hypothesis.delay", args);
  return made;
}

}  // namespace

std::vector<Hypothesis> hypotheses_of(const MeasuredMap& measured) {
  std::vector<Hypothesis> all;
  for (const auto& verdict : measured.expectations) all.push_back(of_expectation(measured, verdict));
  for (const auto& delay : measured.delays) all.push_back(of_delay(measured, delay));
  return all;
}

Json to_json(const std::vector<Hypothesis>& hypotheses, Lang lang) {
  Json all = Json::array();
  for (const auto& hypothesis : hypotheses) {
    Json json = {{"kind", hypothesis.kind}, {"at", hypothesis.at}, {"verdict", code_of(hypothesis.verdict)}};
    json["worse"] = hypothesis.worse;
    json["why"] = hypothesis.why == NotKnown::none ? Json() : Json(code_of(hypothesis.why));
    json["measure"] = hypothesis.measure;
    json["expected"] = hypothesis.expected;
    if (hypothesis.most) json["most"] = *hypothesis.most;
    const auto& figure = hypothesis.measured;
    json["measured"] = figure ? to_json(*figure) : Json();
    json["text"] = render(hypothesis.sentence, lang);
    all.push_back(std::move(json));
  }
  return all;
}

}  // namespace parcours
