#include <algorithm>
#include <cassert>

#include "questions/definitions.h"

namespace parcours {
namespace {

// "customers" stands for what the question counts: with --per journey it is journeys. The texts are in text/questions.txt.
constexpr FigureInfo kFigures[] = {
    {"funnel", "count", "customers"},
    {"funnel", "open", "customers"},
    {"funnel", "median_s", "seconds"},
    {"funnel", "median_total_s", "seconds"},
    {"funnel", "share_of_first", "share"},
    {"funnel", "share_of_previous", "share"},
    {"funnel", "closed_share_of_first", "share"},
    {"funnel", "closed_share_of_previous", "share"},
    {"flow", "count", "customers"},
    {"flow", "moves", "moves"},
    {"flow", "mean_s", "seconds"},
    {"flow", "median_s", "seconds"},
    {"flow", "starts", "customers"},
    {"flow", "ends", "customers"},
    {"flow", "open", "customers"},
    {"variants", "total", "variants"},
    {"variants", "sequences", "sequences"},
    {"variants", "count", "sequences"},
    {"variants", "open", "sequences"},
    {"variants", "share", "share"},
    {"variants", "mean_duration_s", "seconds"},
    {"variants", "median_duration_s", "seconds"},
    {"retention", "size", "customers"},
    {"retention", "n", "customers"},
    {"retention", "over", "flag"},
    {"retention", "active_share", "share"},
    {"retention", "mean", "share"},
    {"retention", "buyers", "customers"},
    {"retention", "repeat", "customers"},
    {"retention", "share", "share"},
    {"retention", "time_to_second", "survival"},
    {"channels", "moves", "moves"},
    {"channels", "count", "customers"},
    {"channels", "last", "events"},
    {"channels", "went_on", "share"},
    {"channels", "went_on_after_staying", "share"},
    {"channels", "on_two_or_more", "share"},
    {"channels", "joined", "share"},
    {"measure", "customers", "customers"},
    {"measure", "journeys", "journeys"},
    {"measure", "visits", "visits"},
    {"measure", "journeys_share", "share"},
    {"measure", "to_next_stage", "share"},
    {"measure", "to_goal", "share"},
    {"measure", "lost", "journeys"},
    {"measure", "lost_customers", "customers"},
    {"measure", "drop_off", "share"},
    {"measure", "at_stake", "money"},
    {"measure", "chance_lost", "index"},
    {"measure", "within", "seconds"},
    {"measure", "to_next", "seconds"},
    {"measure", "to_goal_time", "seconds"},
    {"measure", "repeats", "share"},
    {"measure", "failed", "events"},
    {"measure", "nps", "points"},
    {"measure", "csat", "share"},
    {"measure", "ces_mean", "score"},
    {"measure", "ces_high", "share"},
    {"measure", "emotion", "emotion"},
    {"measure", "river", "journeys"},
    {"measure", "arrow_count", "customers"},
    {"measure", "arrow_moves", "moves"},
    {"measure", "arrow_median_s", "seconds"},
    {"measure", "open", "journeys"},
    {"measure", "closed", "journeys"},
    {"measure", "reached_goal", "journeys"},
    {"measure", "closed_without_goal", "journeys"},
    {"measure", "conversion", "share"},
    {"measure", "conversion_with_open", "share"},
    {"measure", "goal_value", "money"},
    {"measure", "time_to_goal", "survival"},
    {"measure", "median_to_goal_s", "seconds"},
    {"measure", "returned", "share"},
    {"measure", "coverage", "share"},
    {"measure", "off_map", "journeys"},
    {"measure", "unclaimed", "events"},
    {"measure", "overlaps", "events"},
};

std::string figure_text(const FigureInfo& figure, std::string_view part, Lang lang) {
  return text("figure." + std::string(figure.question) + "." + std::string(figure.code) + std::string(part), lang);
}

}  // namespace

std::span<const FigureInfo> all_figures() { return kFigures; }

const FigureInfo& figure_info(std::string_view question, std::string_view code) {
  const auto* at =
      std::find_if(std::begin(kFigures), std::end(kFigures), [&](const FigureInfo& f) { return f.question == question && f.code == code; });
  assert(at != std::end(kFigures));
  return *at;
}

std::string name_of(const FigureInfo& figure, Lang lang) { return figure_text(figure, ".name", lang); }
std::string definition_of(const FigureInfo& figure, Lang lang) { return figure_text(figure, ".definition", lang); }
std::string base_of(const FigureInfo& figure, Lang lang) {
  const std::string key = "figure." + std::string(figure.question) + "." + std::string(figure.code) + ".base";
  return has_text(key) ? text(key, lang) : std::string();
}
std::string unit_text(std::string_view unit, Lang lang) { return text("unit." + std::string(unit), lang); }

}  // namespace parcours
