// What the author expects (`expect:` of frictions, `when: {after}` of stages), each with what the data says of it.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "overlay/measured_map.h"

namespace parcours {

// Why nothing is known yet.
enum class NotKnown { none, no_events, not_measured, few, between, to_come, of_today };

struct Hypothesis {
  std::string kind;  // "friction" | "delay"
  std::string at;    // id of the friction, of the stage
  Verdict verdict = Verdict::unknown;
  bool worse = false;  // confirmed, and worse than expected
  NotKnown why = NotKnown::none;
  std::string measure;         // a delay's is "time_to_next"
  double expected = 0;         // shares 0..1; seconds
  std::optional<double> most;  // of a delay: the longest
  std::optional<Estimate> measured;
  Message sentence;  // without the verdict: "“The price is not shown”: drop-off, expected 30.0 %, measured …"
};

// Frictions, then stages, each in map order.
std::vector<Hypothesis> hypotheses_of(const MeasuredMap& measured);

// [{kind, at, verdict, worse, why, measure, expected, most, measured, text}]; docs/formats/findings.md
Json to_json(const std::vector<Hypothesis>& hypotheses, Lang lang);

}  // namespace parcours
