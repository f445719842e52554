#include <algorithm>
#include <map>
#include <ostream>

#include "check/check.h"
#include "cli/commands/commands.h"

namespace parcours {
namespace {

class CheckCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("MAP", "check.map", maps_, false);
    options.flag("--no-events", "check.no_events", no_events_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    if (maps_.empty()) maps_ = workspace.map_names();
    if (maps_.empty()) return misuse(msg("check.no_maps", {{"folder", workspace.folder()}}), msg("new.hint"));
    Json all = Json::array();
    for (const auto& name : maps_) {
      PARCOURS_TRY(auto report, check_one(workspace, name));
      if (session.json) all.push_back(report_json(report, session.lang));
      else print(session, report);
    }
    if (session.json) session.print({{"version", 1}, {"maps", std::move(all)}});
    return has_findings_ ? kExitFindings : kExitFine;
  }

 private:
  struct Report {
    MapFile map;
    std::vector<Diagnostic> findings;
    std::map<std::string, std::string> sources;  // text by file: findings may lie in a persona's file
    int ignored = 0;
    bool with_events = false;
  };

  Result<Report> check_one(Workspace& workspace, const std::string& name) {
    Report report;
    PARCOURS_TRY(report.map, workspace.map(name));
    report.findings = report.map.diagnostics;
    report.sources[report.map.source.file()] = report.map.source.text();
    auto around = workspace.around(report.map);
    for (auto& diagnostic : around.diagnostics) {
      if (const auto text = workspace.doors().files.read(diagnostic.place.file, kMaxMapBytes); text.ok())
        report.sources.try_emplace(diagnostic.place.file, *text);
      report.findings.push_back(std::move(diagnostic));
    }
    if (report.map.usable()) PARCOURS_CHECK(apply_rules(workspace, report));
    has_findings_ =
        has_findings_ || std::any_of(report.findings.begin(), report.findings.end(), [](const auto& d) { return d.severity != Severity::note; });
    return report;
  }

  Outcome apply_rules(Workspace& workspace, Report& report) {
    std::optional<MeasuredMap> measured;
    if (!no_events_ && workspace.has_events()) {
      PARCOURS_TRY(auto answer, measure(workspace, report.map, {}));
      measured = std::move(answer.measured);
    } else {
      measured = measured_map(report.map.value, workspace.around(report.map).personas, workspace.settings(), std::nullopt);
    }
    const Date today = workspace.zone().date(workspace.doors().clock.now());
    CheckedMap checked = check_map({*measured, report.map.source, today});
    report.with_events = measured->figures.has_value();
    report.ignored = checked.ignored;
    report.findings.insert(report.findings.end(), checked.findings.begin(), checked.findings.end());
    return Done{};
  }

  static Json report_json(const Report& report, Lang lang) {
    Json json = to_json(report.findings, report.ignored, lang);
    json["map"] = report.map.value.id;
    json["file"] = report.map.source.file();
    json["with_events"] = report.with_events;
    return json;
  }

  static void print(Session& session, const Report& report) {
    for (const auto& finding : report.findings) {
      const auto source = report.sources.find(finding.place.file);
      session.out << render(finding, source == report.sources.end() ? "" : source->second, session.lang);
    }
    const auto count = [&](Severity severity) {
      return static_cast<std::int64_t>(
          std::count_if(report.findings.begin(), report.findings.end(), [&](const auto& d) { return d.severity == severity; }));
    };
    session.say(msg(report.with_events ? "check.summary_events" : "check.summary", {{"file", report.map.source.file()},
                                                                                    {"errors", count(Severity::error)},
                                                                                    {"warnings", count(Severity::warning)},
                                                                                    {"notes", count(Severity::note)},
                                                                                    {"ignored", static_cast<std::int64_t>(report.ignored)}}));
  }

  std::vector<std::string> maps_;
  bool no_events_ = false, has_findings_ = false;
};

}  // namespace

const CommandInfo kCheck{"check", make_command<CheckCommand>};

}  // namespace parcours
