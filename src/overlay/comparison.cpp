#include "overlay/comparison.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "overlay/sure.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

Compared compared(std::string touchpoint, std::string figure, const Share& here, const Share& there) {
  return {std::move(touchpoint), std::move(figure), here, there, difference(here, there), 1, false};
}

std::optional<Estimate> turned(std::optional<Estimate> difference) {
  if (difference) *difference = {-difference->value, -difference->high, -difference->low, difference->n};
  return difference;
}

Message change_sentence(const MeasuredMap& measured, const SideBySide& sides, const SideBySide::Row& row) {
  const std::string id = row.touchpoint.empty() ? measured.map.goal : row.touchpoint;
  const auto* touchpoint = measured.map.touchpoint(id);
  // The signs of points are the same in both languages but for the comma.
  const auto points = [&](double value) { return nested(msg("compare.points", {{"value", 100 * value}, {"sign", value > 0 ? "+" : ""}})); };
  std::vector<std::pair<std::string, Arg>> args = {{"name", touchpoint ? Arg(touchpoint->name) : Arg(id)},
                                                   {"first", sides.first},
                                                   {"second", sides.second},
                                                   {"before", Percent{row.first.value}},
                                                   {"after", Percent{row.second.value}},
                                                   {"change", points(row.change->value)},
                                                   {"low", points(row.change->low)},
                                                   {"high", points(row.change->high)}};
  if (!row.touchpoint.empty()) return msg("compare.drop_off", std::move(args));
  return row.surely ? msg("compare.conversion", std::move(args)) : msg("compare.conversion_chance", std::move(args));
}

// Open journeys are left out of both sides' shares: where one side has many, it looks better than it is.
void warn_of_open(const MeasuredMap& measured, std::vector<Message>& out) {
  const Against& against = *measured.against;
  const double here = open_share(measured.figures->all), there = open_share(against.figures.all);
  if (std::max(here, there) <= kManyOpen) return;
  const bool turned = !against.there_first;
  out.push_back(msg("compare.open", {{"first", turned ? against.here : against.there},
                                     {"first_share", Percent{turned ? here : there}},
                                     {"second", turned ? against.there : against.here},
                                     {"second_share", Percent{turned ? there : here}}}));
}

}  // namespace

std::vector<Compared> compare(const MeasuredFigures& here, const MeasuredFigures& there) {
  std::vector<Compared> rows = {compared("", "conversion", here.conversion, there.conversion)};
  for (const auto& stage : here.stages)
    for (const auto& touchpoint : stage.touchpoints) {
      const auto* other = there.touchpoint(touchpoint.id);
      if (other && touchpoint.drop_off.n > 0 && other->drop_off.n > 0)
        rows.push_back(compared(touchpoint.id, "drop_off", touchpoint.drop_off, other->drop_off));
    }
  mark_sure(rows, &Compared::there);
  return rows;
}

SideBySide side_by_side(const MeasuredMap& measured) {
  const Against& against = *measured.against;
  SideBySide out;
  out.first = against.there_first ? against.there : against.here;
  out.second = against.there_first ? against.here : against.there;
  for (auto& row : compare(measured.figures->all, against.figures.all))
    out.rows.push_back({row.touchpoint, row.figure, against.there_first ? row.there : row.here, against.there_first ? row.here : row.there,
                        against.there_first ? row.difference : turned(row.difference), row.surely});
  return out;
}

std::vector<Message> comparison_sentences(const MeasuredMap& measured) {
  const SideBySide sides = side_by_side(measured);
  std::vector<Message> out;
  const SideBySide::Row* most = nullptr;
  bool any = false;
  warn_of_open(measured, out);
  for (const auto& row : sides.rows) {
    if (!row.change || row.first.n < kWithheldBelow || row.second.n < kWithheldBelow) continue;
    any = true;
    if (row.touchpoint.empty()) out.push_back(change_sentence(measured, sides, row));
    else if (row.surely && (!most || std::fabs(row.change->value) > std::fabs(most->change->value))) most = &row;
  }
  if (most) out.push_back(change_sentence(measured, sides, *most));
  else if (any) out.push_back(msg("compare.no_touchpoint"));
  if (!any) out.push_back(msg("compare.too_few"));
  return out;
}

std::string show_points(double difference, Lang lang) {
  if (std::isnan(difference)) return "–";
  return (difference > 0 ? "+" : "") + show_percent_digits(difference, lang, 1);
}

std::string show_points_range(const Estimate& difference, Lang lang) {
  return "[" + show_points(difference.low, lang) + " / " + show_points(difference.high, lang) + "]";
}

}  // namespace parcours
