// Files of events: looked at, imported, listed, taken back.
#include "app/import_file.h"
#include "base/files.h"
#include "base/number.h"
#include "events/open_source.h"
#include "events/saved_choices.h"
#include "server/handlers/handlers.h"
#include "server/handlers/import_page.h"
#include "server/replies.h"

namespace parcours {
namespace {

// The name the import is kept under: no path, whatever was sent.
std::string name_of_upload(const Request& request) {
  const std::string name = file_name(request.asked("name"));
  return name.empty() || name == "-" ? "upload.csv" : name;
}

// How the file is read, as it may be chosen: what docs/formats/http.md calls the reading.
Json reading_json(const ColumnPlan& plan) {
  const std::string_view separator = plan.dialect.separator == '\t' ? "tab" : plan.dialect.separator == ' ' ? "blank" : "";
  return {{"separator", plan.format != FileFormat::csv ? ""
                        : separator.empty()            ? std::string(1, plan.dialect.separator)
                                                       : std::string(separator)},
          {"header", plan.dialect.header},
          {"scale", code_of(plan.scale)},
          {"zone", plan.zone},
          {"timed", !plan.order_only}};
}

Json look_json(const ColumnPlan& plan, const std::optional<Failure>& lacks, Lang lang) {
  Json columns = Json::array(), said = Json::array(), remarks = Json::array();
  for (const auto& column : plan.columns)
    columns.push_back({{"name", column.name}, {"role", lacks ? "property" : code_of(column.role)}, {"example", column.example}});
  if (lacks) remarks.push_back(remark_on_page(lacks->what, lang));
  else
    for (const auto& sentence : explain(plan)) said.push_back(render(sentence, lang));
  for (const auto& remark : plan.remarks)
    if (!lacks) remarks.push_back(remark_on_page(remark, lang));
  return {{"version", 1},
          {"format", code_of(plan.format)},
          {"ready", !lacks},
          {"reading", reading_json(plan)},
          {"columns", std::move(columns)},
          {"event_name", lacks ? "" : plan.event_name},
          {"rows", plan.first_rows},
          {"said", std::move(said)},
          {"remarks", std::move(remarks)}};
}

Response unreadable_upload(const Failure& failure, Lang lang) {
  const Json remark = remark_on_page(failure.what, lang);
  Response response = error_reply(422, "cannot-import", failure.what.message, lang);
  Json body = Json::parse(response.body);
  body["error"]["message"] = remark["message"];
  body["error"]["hint"] = remark["hint"];
  response.body = to_text(body);
  return response;
}

}  // namespace

Response post_look(Call& call) {
  const std::string name = name_of_upload(call.request);
  MemoryInputs inputs(std::map<std::string, std::string>{{name, call.request.body}});
  const auto options = import_options(call);
  if (!options.ok()) return failure_reply(options.failure(), call.lang);
  const auto plan = plan_import(call.workspace, inputs, name, *options, !names_columns(*options));
  if (plan.ok()) return json_reply(look_json(*plan, {}, call.lang));
  // What a table lacks is chosen on the page: its columns and first rows are shown all the same.
  const auto bare = plan_import(call.workspace, inputs, name, without_roles(*options), false);
  if (!bare.ok()) return unreadable_upload(plan.failure(), call.lang);
  return json_reply(look_json(*bare, plan.failure(), call.lang));
}

Response post_imports(Call& call) {
  const std::string name = name_of_upload(call.request);
  MemoryInputs inputs(std::map<std::string, std::string>{{name, call.request.body}});
  const auto options = import_options(call);
  if (!options.ok()) return failure_reply(options.failure(), call.lang);
  const auto plan = plan_import(call.workspace, inputs, name, *options, !names_columns(*options));
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
