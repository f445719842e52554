// The map with its figures: what is drawn, listed, checked and reported. Without events `figures` is absent and the rest speaks
// of what the author wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "map/journey_map.h"
#include "questions/measure.h"

namespace parcours {

// What a figure or statement rests on; never mixed.
enum class Truth { measured, reported, assumed };
std::string_view code_of(Truth truth);  // "measured" | "reported" | "assumed"

// Statements of the map by what they rest on: each touchpoint in sight counts once for its customers, once for its emotion (if it
// has one or a score), and each friction once. measured wins over reported, reported over assumed.
struct Coverage {
  int measured = 0, reported = 0, assumed = 0;
  int out_of_sight = 0;  // touchpoints, counted apart
  int total() const { return measured + reported + assumed; }
};

enum class Verdict { unknown, confirmed, contradicted };
std::string_view code_of(Verdict verdict);  // "unknown" | "confirmed" | "contradicted"

// One expectation of the author against the data. It says that a friction is at least about so bad; about: an expectation is a round number, a
// fifth of it is left to it. Contradicted when the whole interval lies on the better side by more: better than expected. Confirmed when the
// measured value itself does not lie that far on the better side; when the whole interval lies as far on the other side, it is worse than
// expected. Else unknown: without figures, below n = 30, or what the goal's touchpoint cannot have (nobody is lost there, all have reached it).
struct ExpectationVerdict {
  std::string friction, touchpoint;
  Expectation expected;
  Verdict verdict = Verdict::unknown;
  bool worse = false;  // confirmed, and worse than expected
  std::optional<Estimate> measured;
};

// A stage's `after: X, days: [3, 5]` against the measured time from the last visit in X to what comes next. Days are those of the
// calendar: 3 to 5 of them are more than 2 and less than 6 times 24 hours. Contradicted when the whole interval of the median lies
// outside, confirmed when the median lies within. Unknown otherwise, below n = 30, when X is not the stage right before, and while the
// plan lies in the future of the data.
struct DelayVerdict {
  std::string stage, after;
  int days_min = 0, days_max = 0;
  Verdict verdict = Verdict::unknown;
  std::optional<Estimate> measured;  // seconds
  bool to_come = false;              // the plan has not begun by the as-of time
};

struct FrictionView {
  std::string id, touchpoint;
  Truth truth = Truth::assumed;  // measured once its touchpoint has a drop-off from events; never at the goal, where nobody is lost
  std::optional<Share> drop_off;
  std::optional<Estimate> at_stake;
  Verdict verdict = Verdict::unknown;  // of its expected drop-off, else of its first expectation
  bool worse = false;                  // worse than that one
};

struct RankedAction {
  std::string id, touchpoint;
  std::optional<Estimate> may_gain;  // money at stake at its friction's touchpoint
  std::optional<std::int64_t> lost_customers;
  std::optional<double> gain_per_effort;  // what the rank is by; absent: ranked last, by due date
};

// A point of an emotion curve, at a touchpoint.
struct EmotionPoint {
  std::string touchpoint;
  std::string persona;  // "": everyone
  Truth truth = Truth::assumed;
  double value = 0;                 // -2..2
  std::optional<double> low, high;  // measured only
  std::int64_t n = 0;               // measured and reported
};

// A sentence a person would say, made from the figures, with where it belongs.
struct Finding {
  std::string code;        // "worst-drop-off", "contradicted", "unclaimed" …
  std::string touchpoint;  // "": the whole map
  Message sentence;
  double weight = 0;  // worst first
};

// The drop-off of one segment of a breakdown at one touchpoint, or its conversion, beside that of everyone else.
struct SegmentCompared {
  std::size_t segment = 0;  // in figures->segments
  std::string touchpoint;   // "": the whole map, its conversion
  Share here, others;
  std::optional<Estimate> difference;  // here - others, Newcombe
  double adjusted_p = 1;               // Benjamini–Hochberg over the segments, or over all their touchpoints
  bool surely = false;                 // adjusted_p <= 0.05, both on n >= 30
};

// What the figures are compared with. The names are ready to show: a period, or a segment.
struct Against {
  MeasureAnswer figures;
  std::string here, there;
  bool there_first = true;  // not when it is the later of two periods
};

// More open journeys than this, of those begun, and a share of closed ones flatters: said in words beside it.
inline constexpr double kManyOpen = 0.2;
double open_share(const MeasuredFigures& figures);  // of the journeys begun

// Beyond this share of the events, what no touchpoint claims is said.
inline constexpr double kManyUnclaimed = 0.10;
double unclaimed_share(const MeasureAnswer& answer);  // of the events in scope

struct MeasuredMap {
  JourneyMap map;
  std::vector<Persona> personas;  // of the map, in its order
  std::string lived_by;           // the persona alone whose it is (overlay/lived_by.h); "": everyone's
  WorkspaceSettings settings;
  std::optional<MeasureAnswer> figures;
  Scope scope;                 // of the figures, as it was asked for
  std::string by;              // the field it is broken down by; "": none
  std::optional<ListAt> list;  // what figures->listed lists
  std::optional<Against> against;
  std::vector<SegmentCompared> segments;  // of a breakdown

  Coverage coverage;
  std::vector<FrictionView> frictions;  // in map order
  std::vector<ExpectationVerdict> expectations;
  std::vector<DelayVerdict> delays;    // in map order
  std::vector<RankedAction> actions;   // best first
  std::vector<EmotionPoint> emotions;  // in map order; measured, reported and assumed ones side by side
  std::vector<Finding> findings;       // worst first; the first one is the headline
  std::string worst_touchpoint;        // ringed on the map; "": none stands out

  // Of a target map, which nobody has lived yet: whatever figures it has are those of today's journey. They confirm nothing it says, and none of its
  // statements is measured.
  bool of_today() const { return figures.has_value() && map.state == MapState::target; }
  // Only what happened on some channels was looked at: who went on elsewhere seems lost, so that nothing is held against the data.
  bool of_some_channels() const;

  // Nothing when there are no figures or no such element.
  const TouchpointFigures* touchpoint(std::string_view id) const;
  const StageFigures* stage(std::string_view id) const;
};

// The window in effect: the map's, else 30 d; nothing: the map says that there is none.
std::optional<TimeMs> window_of(const JourneyMap& map);

// The silence that ends a journey: the map's, else the workspace's, else what the window asks for (silence_of). The same for every question.
TimeMs inactivity_of(const JourneyMap& map, const WorkspaceSettings& settings);

// The map as a question: its rules as steps, its goal, window and, unless the scope has one, inactivity.
MeasureQuestion measure_question(const JourneyMap& map, const WorkspaceSettings& settings, const Scope& scope);

MeasuredMap measured_map(JourneyMap map, std::vector<Persona> personas, WorkspaceSettings settings, std::optional<MeasureAnswer> figures,
                         Scope scope = {}, std::string by = {});

}  // namespace parcours
