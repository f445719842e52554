#include "server/handlers/import_page.h"

#include <algorithm>
#include <array>

#include "base/score.h"

namespace parcours {
namespace {

struct Advice {
  std::string_view said, on_page;  // keys of texts
};
// Every text of text/events.txt that names an option; tests/server/imports_test.cpp looks for what is forgotten.
constexpr std::array kAdvice = {
    Advice{"events.header_only_hint", "server.import.header"},
    Advice{"events.header_assumed_hint", "server.import.header"},
    Advice{"events.one_column_hint", "server.import.separator"},
    Advice{"events.first_row_unreadable_hint", "server.import.first_row"},
    Advice{"events.no_customer_hint", "server.import.role"},
    Advice{"events.no_event_hint", "server.import.event"},
    Advice{"events.time_unreadable_hint", "server.import.time"},
    Advice{"events.no_scale_hint", "server.import.no_scale"},
    Advice{"events.order_only_hint", "server.import.order_only"},
    Advice{"events.ambiguous_days_hint", "server.import.days"},
    Advice{"events.times_without_zone_hint", "server.import.zone"},
    Advice{"events.customer_by_contents_hint", "server.import.check_role"},
    Advice{"events.event_by_contents_hint", "server.import.check_role"},
    Advice{"events.scale_guessed_hint", "server.import.scale"},
    Advice{"events.possible_identity", "server.import.identity"},
    Advice{"events.other_sheets_hint", "server.import.sheet"},
    Advice{"events.recipe_recognised_hint", "server.import.recipe"},
    Advice{"events.recipe_makes_nothing_hint", "server.import.recipe"},
    Advice{"events.mapping_recalled_hint", "server.import.recalled"},
    Advice{"events.mostly_rejected_hint", "server.import.rejected"},
    Advice{"events.mostly_rejected_column_hint", "server.import.rejected_column"},
    Advice{"events.possible_score_hint", "server.import.role"},
};

Message on_page(Message message) {
  const auto found = std::find_if(kAdvice.begin(), kAdvice.end(), [&](const Advice& advice) { return advice.said == message.key; });
  if (found != kAdvice.end()) message.key = std::string(found->on_page);
  return message;
}

Failure bad_choice(const Call& call, const char* name) {
  return misuse(msg("server.bad_value", {{"name", name}, {"value", std::string(call.request.asked(name))}}));
}

// Misuse unless it is one of them; "" stands for unsaid.
Result<std::string> one_of(const Call& call, const char* name, std::initializer_list<std::string_view> values) {
  const std::string_view asked = call.request.asked(name);
  if (!asked.empty() && std::find(values.begin(), values.end(), asked) == values.end()) return bad_choice(call, name);
  return std::string(asked);
}

Outcome read_reading(const Call& call, ImportOptions& options) {
  PARCOURS_TRY(const std::string separator, one_of(call, "separator", {",", ";", "tab", "|", "blank"}));
  if (!separator.empty()) options.separator = separator == "tab" ? '\t' : separator == "blank" ? ' ' : separator.front();
  PARCOURS_TRY(const std::string header, one_of(call, "header", {"yes", "no"}));
  if (!header.empty()) options.header = header == "yes";
  PARCOURS_TRY(const std::string scale, one_of(call, "scale", {"0-10", "1-5", "1-7"}));
  if (!scale.empty()) options.scale = scale_of(scale);
  PARCOURS_TRY(const std::string recipe, one_of(call, "recipe", {"none"}));
  options.recognise = recipe.empty();
  options.sheet = std::string(call.request.asked("sheet"));
  if (!call.request.asked("zone").empty()) options.zone = std::string(call.request.asked("zone"));
  options.zone_given = !call.request.asked("zone").empty();
  return Done{};
}

}  // namespace

Result<ImportOptions> import_options(const Call& call) {
  ImportOptions options;
  const std::pair<const char*, ColumnChoice*> columns[] = {{"customer", &options.customer}, {"time", &options.time},     {"event", &options.event},
                                                           {"channel", &options.channel},   {"source", &options.source}, {"value", &options.value},
                                                           {"score", &options.score},       {"id", &options.id}};
  for (const auto& [name, choice] : columns)
    if (call.request.query.contains(name)) *choice = std::string(call.request.asked(name));
  if (call.request.query.contains("link")) options.links.emplace_back(call.request.asked("link"));
  options.event_name = std::string(call.request.asked("event_name"));
  options.zone = call.workspace.settings().zone;
  options.lang = call.lang;
  PARCOURS_TRY(const std::string order, one_of(call, "day_order", {"day", "month"}));
  if (!order.empty()) options.day_order = order == "day" ? DayOrder::day_first : DayOrder::month_first;
  PARCOURS_CHECK(read_reading(call, options));
  return options;
}

ImportOptions without_roles(ImportOptions options) {
  options.customer = "1";
  for (ColumnChoice* choice : {&options.time, &options.event, &options.channel, &options.source, &options.value, &options.score, &options.id})
    *choice = "";
  options.event = std::nullopt;
  options.event_name = "event";
  options.links.clear();
  options.recognise = false;
  return options;
}

Json remark_on_page(const Diagnostic& remark, Lang lang) {
  return {{"severity", code_of(remark.severity)},
          {"message", render(on_page(remark.message), lang)},
          {"hint", remark.hint ? Json(render(on_page(*remark.hint), lang)) : Json()}};
}

}  // namespace parcours
