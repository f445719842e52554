#include "measures/measure.h"

#include <algorithm>
#include <tuple>

#include "measures/field_values.h"
#include "measures/listed.h"
#include "measures/map_claims.h"
#include "measures/map_figures.h"
#include "measures/read_journeys.h"
#include "measures/scope.h"
#include "measures/silent_rules.h"
#include "questions/check_question.h"

namespace parcours {
namespace {

// REQUIRES: the map has it.
PlaceId place_of(const MeasureQuestion& question, const std::string& touchpoint) {
  PlaceId place = 0;
  for (const auto& stage : question.stages)
    for (const auto& one : stage.touchpoints) {
      if (one.id == touchpoint) return place;
      ++place;
    }
  return place;
}

JourneySegment all_of(const JourneyTable& table) {
  JourneySegment all;
  for (std::uint64_t id = 0; id < table.journeys.size(); ++id)
    if (table.journeys[id].seen()) all.ids.push_back(id);
  return all;
}

// The segments that hold a journey with a visit, by code.
std::vector<JourneySegment> segments_of(const JourneyTable& table, const JourneySegment& all, std::size_t codes) {
  std::vector<JourneySegment> by_code(codes);
  for (const auto id : all.ids) by_code[table.journeys[id].segment].ids.push_back(id);
  std::vector<JourneySegment> out;
  for (std::uint32_t code = 0; code < codes; ++code) {
    if (by_code[code].ids.empty()) continue;
    out.push_back(std::move(by_code[code]));
    out.back().only = code;
  }
  return out;
}

bool comes_before(const MeasureSegment& a, const MeasureSegment& b) {
  return std::tuple(!a.value, b.figures.journeys, a.value.value_or("")) < std::tuple(!b.value, a.figures.journeys, b.value.value_or(""));
}

}  // namespace

Result<MeasureAnswer> measure(const EventIndex& index, const MeasureQuestion& question) {
  PARCOURS_CHECK(check_question(question));
  std::optional<FieldValues> by;
  if (!question.by.empty()) by = FieldValues::of(index, question.by);
  const TimeMs silence = silence_of(question.scope, question.window);
  PARCOURS_TRY(const Selection selection, select(index, question.scope, Per::journey, silence));
  const JourneyTable table = read_journeys(selection, silence, question, by ? &*by : nullptr);
  const std::vector<Ending> endings = endings_of(table);

  MeasureAnswer answer;
  answer.basis = selection.basis;
  const JourneySegment all = all_of(table);
  answer.all = map_figures(index, question, table, endings, all);
  answer.off_map = static_cast<std::int64_t>(table.journeys.size() - all.ids.size());
  if (by)
    for (const JourneySegment& segment : segments_of(table, all, by->size()))
      answer.segments.push_back(
          {*segment.only == 0 ? std::nullopt : std::optional(by->text(*segment.only)), map_figures(index, question, table, endings, segment)});
  std::sort(answer.segments.begin(), answer.segments.end(), comes_before);
  if (question.list) answer.listed = listed_at(index, table, endings, place_of(question, question.list->touchpoint), question.list->who);
  ClaimCoverage coverage = claim_coverage(selection, question);
  answer.claimed_events = coverage.claimed_events;
  answer.unclaimed = std::move(coverage.unclaimed);
  answer.overlaps = std::move(coverage.overlaps);
  answer.silent = silent_rules(selection, question);
  answer.identities = static_cast<std::int64_t>(index.identities);
  answer.identities_joined = static_cast<std::int64_t>(index.identities_joined);
  return answer;
}

}  // namespace parcours
