// A map in any form it can be written in, as a file to keep.
#include <algorithm>

#include "app/brand_font.h"
#include "app/plan.h"
#include "base/files.h"
#include "base/number.h"
#include "forms/forms.h"
#include "plan/ics.h"
#include "server/handlers/drawing.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr int kWidth = 3000, kWidthMin = 300, kWidthMax = 12'000;
constexpr std::string_view kCalendarForm = "ics";

std::string type_of_form(std::string_view form) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"svg", "image/svg+xml"},
      {"png", "image/png"},
      {"pdf", "application/pdf"},
      {"html", "text/html; charset=utf-8"},
      {"csv", "text/csv; charset=utf-8"},
      {"ics", "text/calendar; charset=utf-8"},
      {"xml", "application/xml"},
      {"mmd", "text/plain; charset=utf-8"},
      {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
  };
  for (const auto& [ending, type] : kTypes)
    if (ending == form) return std::string(type);
  return "application/octet-stream";
}

Result<int> asked_width(const Request& request) {
  if (request.asked("width").empty()) return kWidth;
  const auto width = parse_number(std::string(request.asked("width")));
  if (!width || *width < kWidthMin || *width > kWidthMax)
    return misuse(msg("server.bad_value", {{"name", "width"}, {"value", std::string(request.asked("width"))}}));
  return static_cast<int>(*width);
}

Result<std::string> calendar_file(Call& call, const MapFile& map) {
  PlanOptions plan;
  plan.no_events = without_figures(call);
  PARCOURS_TRY(const PlannedMap planned, plan_map(call.workspace, map, plan));
  if (!planned.plan.span()) return misuse(msg("plan.nothing_dated"), msg("plan.undated.hint"));
  const WorkspaceSettings& settings = call.workspace.settings();
  return to_ics(planned.measured.map, planned.plan, settings.name.in(settings.language), call.lang);
}

Result<std::string> written(Call& call, const MapFile& map, const std::string& form) {
  if (form == kCalendarForm) return calendar_file(call, map);
  FormOptions options;
  PARCOURS_TRY(options.draw, asked_drawing(call, map));
  PARCOURS_TRY(options.width_px, asked_width(call.request));
  options.excel_csv = true;  // it is opened by a click
  options.day = call.workspace.zone().date(call.workspace.doors().clock.now());
  PARCOURS_TRY(const MeasuredMap measured, asked_figures(call, map, options.draw));
  return form_of("map." + form)->write(measured, options);
}

// "shop.pdf", "shop-decision-fr.png": nothing in it that a header or a disk would take amiss.
std::string name_of_file(const Call& call, const MapFile& map, const std::string& form) {
  std::string name = map.value.id;
  for (const char* part : {"stage", "lang"})
    if (!call.request.asked(part).empty()) name += "-" + std::string(call.request.asked(part));
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_') c = '-';
  return name + "." + form;
}

}  // namespace

Response get_out(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  const std::string& form = call.steps[1];
  const Form* known = form_of("map." + form);
  if (form != kCalendarForm && (!known || !known->write)) return error_reply(404, "no-such-form", msg("server.no_form", {{"form", form}}), call.lang);
  if (!map->usable()) return error_reply(422, "not-a-map", msg("server.unusable_map"), call.lang);
  const UseFont font(load_brand_font(call.workspace).font);
  auto content = written(call, *map, form);
  if (!content.ok()) return failure_reply(content.failure(), call.lang);
  Response response;
  response.type = type_of_form(form);
  response.body = std::move(*content);
  response.fields.emplace_back("Content-Disposition", "attachment; filename=\"" + name_of_file(call, *map, form) + "\"");
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace parcours
