#include "app/import_file.h"

#include <algorithm>

#include "events/reject_file.h"
#include "events/saved_choices.h"

namespace parcours {
namespace {

Json reject_json(const Reject& reject, Lang lang) {
  return {{"line", reject.line}, {"column", reject.column}, {"reason", render(reject.reason, lang)}};
}

}  // namespace

Result<ColumnPlan> plan_import(Workspace& workspace, Inputs& inputs, const std::string& path, const ImportOptions& options, bool remembered) {
  const auto recall = [&workspace](const std::vector<std::string>& columns) -> Result<std::string> {
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto saved, store->saved_mapping(signature_of(columns)));
    return saved.value_or("");
  };
  ImportOptions asked = options;
  asked.currency = workspace.settings().currency;
  PARCOURS_TRY(auto plan, guess_plan(inputs, path, asked, remembered ? Recall(recall) : Recall()));
  for (const auto& column : plan.columns)
    if (column.name == "synthetic" && column.example == "true") plan.synthetic = true;
  return plan;
}

Outcome remember_choices(Workspace& workspace, const ColumnPlan& plan, const ImportOptions& options) {
  if (!names_columns(options)) return Done{};
  PARCOURS_TRY(Store* const store, workspace.store());
  const std::string columns = signature_of(plan.in_file);
  const bool recalled = std::any_of(plan.remarks.begin(), plan.remarks.end(), [](const Diagnostic& d) { return d.code == "mapping-recalled"; });
  if (!recalled) return store->save_mapping(columns, choices_json(options));
  PARCOURS_TRY(const auto before, store->saved_mapping(columns));
  return store->save_mapping(columns, choices_json(with_choices(options, before.value_or(""))));
}

std::vector<Diagnostic> import_notes(const ImportSource& source, const ImportSummary& summary) {
  std::vector<Diagnostic> notes = source.notes();
  if (summary.read_otherwise == 0) return notes;
  const std::string id = std::to_string(summary.read_otherwise);
  notes.push_back({Severity::warning,
                   "read-otherwise",
                   msg("import.read_otherwise", {{"file", source.name()}, {"id", id}}),
                   msg("import.read_otherwise.hint", {{"id", id}}),
                   {}});
  return notes;
}

Json summary_json(const ImportSource& source, const ImportSummary& summary, Lang lang) {
  Json json = {{"version", 1}, {"import", summary.id == 0 ? Json() : Json(summary.id)}, {"file", source.name()}, {"format", source.format()}};
  json["unit"] = "rows";
  json["definition"] = text("import.definition", lang);
  json["rows"] = summary.rows;
  json["imported"] = summary.imported;
  json["duplicates"] = summary.duplicates;
  json["rejected"] = summary.rejected;
  json["erased"] = summary.erased;
  json["left_aside"] = source.skipped();
  json["identities"] = summary.identities;
  json["customers"] = summary.customers;
  json["as_of"] = summary.last == kNoTime ? Json() : Json(show_instant(summary.last, Zone::utc()));
  json["synthetic"] = source.synthetic();
  json["values_over_limit"] = summary.values_over_limit;
  json["links_undone"] = summary.links_undone;
  json["notes"] = Json::array();
  for (const Diagnostic& note : import_notes(source, summary))
    json["notes"].push_back({{"code", note.code}, {"message", render(note.message, lang)}, {"line", note.place.line}});
  json["causes"] = Json::array();
  for (const RejectCause& cause : causes_of(source.rejects())) {
    json["causes"].push_back(reject_json(*cause.first, lang));
    json["causes"].back()["rows"] = cause.rows;
  }
  json["rejects"] = Json::array();
  constexpr std::size_t kMostInJson = 1000;
  for (std::size_t i = 0; i < std::min(source.rejects().size(), kMostInJson); ++i) json["rejects"].push_back(reject_json(source.rejects()[i], lang));
  return json;
}

}  // namespace parcours
