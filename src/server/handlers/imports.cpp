// Files of events: looked at, imported, listed, taken back.
#include "app/import_file.h"
#include "base/files.h"
#include "base/number.h"
#include "events/open_source.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

// What a person may choose, by the names of docs/formats/http.md; the rest is guessed.
Result<ImportOptions> import_options(const Call& call) {
  ImportOptions options;
  const std::pair<const char*, ColumnChoice*> columns[] = {{"customer", &options.customer}, {"time", &options.time},     {"event", &options.event},
                                                           {"channel", &options.channel},   {"source", &options.source}, {"value", &options.value},
                                                           {"score", &options.score},       {"id", &options.id}};
  for (const auto& [name, choice] : columns)
    if (call.request.query.contains(name)) *choice = std::string(call.request.asked(name));
  options.event_name = std::string(call.request.asked("event_name"));
  options.zone = call.workspace.settings().zone;
  options.lang = call.lang;
  const std::string_view order = call.request.asked("day_order");
  if (!order.empty() && order != "day" && order != "month")
    return misuse(msg("server.bad_value", {{"name", "day_order"}, {"value", std::string(order)}}));
  if (!order.empty()) options.day_order = order == "day" ? DayOrder::day_first : DayOrder::month_first;
  return options;
}

// The name the import is kept under: no path, whatever was sent.
std::string name_of_upload(const Request& request) {
  const std::string name = file_name(request.asked("name"));
  return name.empty() || name == "-" ? "upload.csv" : name;
}

Json look_json(const ColumnPlan& plan, Lang lang) {
  Json columns = Json::array(), said = Json::array(), remarks = Json::array();
  for (const auto& column : plan.columns) columns.push_back({{"name", column.name}, {"role", code_of(column.role)}, {"example", column.example}});
  for (const auto& sentence : explain(plan)) said.push_back(render(sentence, lang));
  for (const auto& remark : plan.remarks)
    remarks.push_back({{"severity", code_of(remark.severity)},
                       {"message", render(remark.message, lang)},
                       {"hint", remark.hint ? Json(render(*remark.hint, lang)) : Json()}});
  return {{"version", 1},
          {"format", code_of(plan.format)},
          {"columns", std::move(columns)},
          {"event_name", plan.event_name},
          {"rows", plan.first_rows},
          {"said", std::move(said)},
          {"remarks", std::move(remarks)}};
}

Response unreadable_upload(const Failure& failure, Lang lang) {
  return error_reply(422, "cannot-import", failure.what.message, lang, failure.what.hint);
}

}  // namespace

Response post_look(Call& call) {
  const std::string name = name_of_upload(call.request);
  MemoryInputs inputs(std::map<std::string, std::string>{{name, call.request.body}});
  const auto options = import_options(call);
  if (!options.ok()) return failure_reply(options.failure(), call.lang);
  const auto plan = plan_import(call.workspace, inputs, name, *options, true);
  if (!plan.ok()) return unreadable_upload(plan.failure(), call.lang);
  return json_reply(look_json(*plan, call.lang));
}

Response post_imports(Call& call) {
  const std::string name = name_of_upload(call.request);
  MemoryInputs inputs(std::map<std::string, std::string>{{name, call.request.body}});
  const auto options = import_options(call);
  if (!options.ok()) return failure_reply(options.failure(), call.lang);
  const auto plan = plan_import(call.workspace, inputs, name, *options, true);
  if (!plan.ok()) return unreadable_upload(plan.failure(), call.lang);
  const auto source = open_source(inputs, name, *plan);
  if (!source.ok()) return unreadable_upload(source.failure(), call.lang);
  const auto store = call.workspace.store();
  if (!store.ok()) return failure_reply(store.failure(), call.lang);
  const auto summary = (*store)->import(**source, mapping_json(*plan), [&](const ImportSource& at) {
    call.importing.tell(at.rows(), at.progress());
    return true;
  });
  call.importing.end();
  if (!summary.ok()) return unreadable_upload(summary.failure(), call.lang);
  if (const auto kept = remember_choices(call.workspace, *plan, *options); !kept.ok()) return failure_reply(kept.failure(), call.lang);
  return json_reply(summary_json(**source, *summary, call.lang));
}

Response get_imports(Call& call) {
  Json list = Json::array();
  const auto has_events = call.workspace.has_events();
  if (!has_events.ok()) return failure_reply(has_events.failure(), call.lang);
  if (!*has_events) return json_reply({{"version", 1}, {"imports", std::move(list)}});
  const auto store = call.workspace.store();
  if (!store.ok()) return failure_reply(store.failure(), call.lang);
  const auto imports = (*store)->imports();
  if (!imports.ok()) return failure_reply(imports.failure(), call.lang);
  const Zone& zone = call.workspace.zone();
  for (const auto& record : *imports)
    list.push_back({{"id", record.id},
                    {"name", record.name},
                    {"format", record.format},
                    {"at", show_instant(record.at, zone)},
                    {"imported", record.summary.imported},
                    {"duplicates", record.summary.duplicates},
                    {"rejected", record.summary.rejected},
                    {"synthetic", record.synthetic}});
  return json_reply({{"version", 1}, {"imports", std::move(list)}});
}

Response delete_import(Call& call) {
  const std::string& id = call.steps.front();
  const auto store = call.workspace.store();
  if (!store.ok()) return failure_reply(store.failure(), call.lang);
  const auto number = parse_number(id);
  if (!number || *number < 1 || *number > 1e15) return error_reply(404, "no-such-import", msg("server.no_import", {{"id", id}}), call.lang);
  const auto removed = (*store)->remove_import(static_cast<std::int64_t>(*number));
  if (!removed.ok()) return error_reply(404, "no-such-import", removed.failure().what.message, call.lang, removed.failure().what.hint);
  return get_imports(call);
}

}  // namespace parcours
