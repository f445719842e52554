#include "overlay/findings.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "overlay/segments.h"

namespace parcours {
namespace {

// What stands first on the picture. The unit is customers lost (weight_of); the largest share comes right behind the headline, another loss a little
// behind, a verdict on what the author expected behind the loss it speaks of, and twenty customers whose mean feeling is one point below neutral
// weigh as much as one that is lost.
constexpr double kLargestShare = 0.95, kOtherLoss = 0.9, kVerdict = 0.5, kUnhappyCustomer = 1.0 / 20;
// Where surely fewer are lost nothing is said.
constexpr double kLossWorthSaying = 0.10;

Arg name_of(const MeasuredMap& measured, std::string_view id) {
  const auto* touchpoint = measured.map.touchpoint(id);
  return touchpoint ? Arg(touchpoint->name) : Arg(std::string(id));
}

// Customers lost: the order of what is at stake too, each of them being worth the same mean value.
double weight_of(const TouchpointFigures& figures) { return static_cast<double>(figures.lost_customers); }

template <class Visit>
void each_touchpoint(const MeasuredFigures& figures, Visit visit) {
  for (const auto& stage : figures.stages)
    for (const auto& touchpoint : stage.touchpoints) visit(touchpoint);
}

bool comes_after_goal(const MeasuredMap& measured, std::string_view id) {
  const auto* stage = measured.map.stage_of(id);
  return stage && stage->phase == Phase::after;
}

// On enough journeys to be told, and before the goal: after it no sale is lost.
bool is_sale_lost(const MeasuredMap& measured, const TouchpointFigures& figures) {
  return figures.drop_off.n >= kWeakBelow && !comes_after_goal(measured, figures.id);
}

Finding worst_finding(const MeasuredMap& measured) {
  const auto& figures = *measured.touchpoint(measured.worst_touchpoint);
  const auto* segment = worst_segment_at(measured, figures.id);
  const SharePhrase phrase = share_in_words(figures.drop_off.value);
  std::vector<std::pair<std::string, Arg>> args = {{"share", nested(phrase.words)},
                                                   {"parts", phrase.parts},
                                                   {"name", name_of(measured, figures.id)},
                                                   {"lost", figures.drop_off.count},
                                                   {"n", figures.drop_off.n}};
  if (!segment) return {"worst-drop-off", figures.id, msg("finding.worst_drop_off", std::move(args)), weight_of(figures)};
  args.emplace_back("segment", *segment_name(measured, segment->segment));
  return {"worst-drop-off", figures.id, msg("finding.worst_drop_off_mostly", std::move(args)), weight_of(figures)};
}

void add_conversion(const MeasuredMap& measured, std::vector<Finding>& findings) {
  const auto& all = measured.figures->all;
  if (measured.map.goal.empty() || all.conversion.n < kWithheldBelow) return;
  findings.push_back({"conversion", measured.map.goal,
                      msg("finding.conversion", {{"share", Percent{all.conversion.value}},
                                                 {"low", Percent{all.conversion.low}},
                                                 {"high", Percent{all.conversion.high}},
                                                 {"n", all.conversion.n},
                                                 {"name", name_of(measured, measured.map.goal)},
                                                 {"open", all.open}}),
                      0});
  if (open_share(all) <= kManyOpen || all.conversion_with_open.n == 0) return;
  findings.push_back({"many-open", measured.map.goal,
                      msg("finding.many_open", {{"open", all.open},
                                                {"journeys", all.journeys},
                                                {"share", Percent{open_share(all)}},
                                                {"with_open", Percent{all.conversion_with_open.value}}}),
                      0});
}

// The touchpoint where surely a larger share ends than at the worst one; nothing when there is none.
const TouchpointFigures* largest_share(const MeasuredMap& measured) {
  const TouchpointFigures* worst = measured.touchpoint(measured.worst_touchpoint);
  const TouchpointFigures* largest = worst;
  each_touchpoint(measured.figures->all, [&](const TouchpointFigures& figures) {
    if (!worst || !is_sale_lost(measured, figures) || weight_of(figures) >= weight_of(*worst)) return;
    if (figures.drop_off.low > worst->drop_off.high && figures.drop_off.value > largest->drop_off.value) largest = &figures;
  });
  return largest == worst ? nullptr : largest;
}

void add_largest_share(const MeasuredMap& measured, std::vector<Finding>& findings) {
  const TouchpointFigures* figures = largest_share(measured);
  if (!figures) return;
  findings.push_back({"largest-share", figures->id,
                      msg("finding.largest_share", {{"share", Percent{figures->drop_off.value}},
                                                    {"name", name_of(measured, figures->id)},
                                                    {"lost", figures->drop_off.count},
                                                    {"n", figures->drop_off.n},
                                                    {"worst", name_of(measured, measured.worst_touchpoint)}}),
                      kLargestShare * weight_of(*measured.touchpoint(measured.worst_touchpoint))});
}

Arg given_share(double share) { return LocalText{{}, show_given_percent(share, Lang::fr), show_given_percent(share, Lang::en)}; }

void add_verdicts(const MeasuredMap& measured, std::vector<Finding>& findings) {
  for (const auto& verdict : measured.expectations) {
    if (verdict.expected.measure != "drop_off" || verdict.verdict == Verdict::unknown) continue;
    const auto* friction = measured.map.friction(verdict.friction);
    std::vector<std::pair<std::string, Arg>> args = {{"text", friction ? Arg(friction->text) : Arg(verdict.friction)},
                                                     {"expected", given_share(verdict.expected.value)},
                                                     {"measured", Percent{verdict.measured->value}},
                                                     {"name", name_of(measured, verdict.touchpoint)},
                                                     {"n", verdict.measured->n}};
    const auto* figures = measured.touchpoint(verdict.touchpoint);
    const double weight = figures ? kVerdict * weight_of(*figures) : 0;
    if (verdict.verdict == Verdict::contradicted)
      findings.push_back({"contradicted", verdict.touchpoint, msg("finding.contradicted", std::move(args)), weight});
    else if (verdict.worse) findings.push_back({"worse", verdict.touchpoint, msg("finding.worse", std::move(args)), weight});
    else findings.push_back({"confirmed", verdict.touchpoint, msg("finding.confirmed", std::move(args)), weight});
  }
}

void add_other_losses(const MeasuredMap& measured, std::vector<Finding>& findings) {
  const TouchpointFigures* largest = largest_share(measured);
  each_touchpoint(measured.figures->all, [&](const TouchpointFigures& figures) {
    if (figures.id == measured.worst_touchpoint || &figures == largest || !is_sale_lost(measured, figures)) return;
    if (figures.drop_off.low < kLossWorthSaying) return;
    const SharePhrase phrase{msg("share.percent", {{"share", Percent{figures.drop_off.value}}}), 2};  // in a list they are compared
    findings.push_back({"drop-off", figures.id,
                        msg("finding.drop_off", {{"share", nested(phrase.words)},
                                                 {"parts", phrase.parts},
                                                 {"name", name_of(measured, figures.id)},
                                                 {"lost", figures.drop_off.count},
                                                 {"n", figures.drop_off.n}}),
                        kOtherLoss * weight_of(figures)});
  });
}

void add_unhappy(const MeasuredMap& measured, std::vector<Finding>& findings) {
  for (const auto& point : measured.emotions) {
    if (point.truth != Truth::measured || point.n < kWeakBelow || !(*point.high < 0)) continue;
    const auto* figures = measured.touchpoint(point.touchpoint);
    findings.push_back({"unhappy", point.touchpoint,
                        msg("finding.unhappy", {{"name", name_of(measured, point.touchpoint)}, {"value", point.value}, {"n", point.n}}),
                        figures ? -point.value * static_cast<double>(figures->customers) * kUnhappyCustomer : 0});
  }
}

void add_unclaimed(const MeasuredMap& measured, std::vector<Finding>& findings) {
  const auto& answer = *measured.figures;
  const double share = unclaimed_share(answer);
  if (share <= kManyUnclaimed || answer.unclaimed.empty()) return;
  findings.push_back(
      {"unclaimed", "",
       msg("finding.unclaimed", {{"share", Percent{share}}, {"event", answer.unclaimed.front().event}, {"n", answer.unclaimed.front().count}}), 0});
}

}  // namespace

SharePhrase share_in_words(double share) {
  struct Known {
    int parts, of;
    const char* key;
  };
  static constexpr std::array<Known, 14> kKnown = {{{1, 10, "share.1_in_10"},
                                                    {1, 9, "share.1_in_9"},
                                                    {1, 8, "share.1_in_8"},
                                                    {1, 7, "share.1_in_7"},
                                                    {1, 6, "share.1_in_6"},
                                                    {1, 5, "share.1_in_5"},
                                                    {1, 4, "share.1_in_4"},
                                                    {3, 10, "share.3_in_10"},
                                                    {1, 3, "share.1_in_3"},
                                                    {2, 5, "share.2_in_5"},
                                                    {1, 2, "share.1_in_2"},
                                                    {3, 5, "share.3_in_5"},
                                                    {2, 3, "share.2_in_3"},
                                                    {3, 4, "share.3_in_4"}}};
  const auto distance = [share](const Known& known) { return std::fabs(static_cast<double>(known.parts) / known.of - share); };
  const Known& best = *std::min_element(kKnown.begin(), kKnown.end(), [&](const Known& a, const Known& b) { return distance(a) < distance(b); });
  if (distance(best) <= 0.06 * share) return {Message{best.key, {}}, best.parts};
  return {msg("share.percent", {{"share", Percent{share}}}), 2};
}

std::string worst_touchpoint(const MeasuredMap& measured) {
  std::string worst;
  double worst_weight = 0;
  if (!measured.figures || measured.of_today()) return worst;
  each_touchpoint(measured.figures->all, [&](const TouchpointFigures& figures) {
    if (!is_sale_lost(measured, figures) || weight_of(figures) <= worst_weight) return;
    worst = figures.id;
    worst_weight = weight_of(figures);
  });
  return worst;
}

std::vector<Finding> findings_of(const MeasuredMap& measured) {
  std::vector<Finding> findings;
  if (!measured.figures) return findings;
  if (measured.of_today()) {
    findings.push_back({"of-today", "", msg("finding.of_today"), 0});
    add_unclaimed(measured, findings);
    return findings;
  }
  if (!measured.worst_touchpoint.empty()) findings.push_back(worst_finding(measured));
  if (measured.of_some_channels()) findings.push_back({"some-channels", "", msg("finding.some_channels"), 0});
  std::vector<Finding> others;
  add_largest_share(measured, others);
  add_verdicts(measured, others);
  add_other_losses(measured, others);
  add_unhappy(measured, others);
  add_unclaimed(measured, others);
  add_conversion(measured, others);
  std::stable_sort(others.begin(), others.end(), [](const Finding& a, const Finding& b) { return a.weight > b.weight; });
  findings.insert(findings.end(), others.begin(), others.end());
  return findings;
}

}  // namespace parcours
