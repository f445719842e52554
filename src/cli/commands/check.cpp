#include <algorithm>
#include <array>
#include <ostream>

#include "cli/check_report.h"
#include "cli/commands/commands.h"
#include "cli/global_options.h"

namespace parcours {
namespace {

// From the least that fails to the most.
constexpr std::array<std::string_view, 4> kFailOn = {"error", "contradiction", "warning", "note"};

class CheckCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("MAP", "check.map", maps_, false);
    options.flag("--no-events", "check.no_events", no_events_);
    options.value("--fail-on", "error|contradiction|warning|note", "check.fail_on", fail_on_);
    options.flag("--sarif", "check.sarif", sarif_);
    options.value("-o,--output", "FILE", "check.output", output_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(const auto fails_from, fail_level());
    if (output_ && !sarif_ && !session.json) return misuse(msg("check.output_of_what"), msg("check.output_of_what.hint"));
    PARCOURS_TRY(auto workspace, session.workspace());
    if (maps_.empty()) maps_ = workspace.map_names();
    if (maps_.empty()) return misuse(msg("check.no_maps", {{"folder", workspace.folder()}}), msg("new.hint"));
    std::vector<CheckReport> reports;
    for (const auto& name : maps_) {
      PARCOURS_TRY(auto report, check_report(workspace, name, no_events_));
      reports.push_back(std::move(report));
    }
    PARCOURS_CHECK(tell(session, workspace, reports));
    const bool fails = std::any_of(reports.begin(), reports.end(), [&](const auto& report) { return does_fail(report, fails_from); });
    return fails ? kExitFindings : kExitFine;
  }

 private:
  Result<std::size_t> fail_level() const {
    const std::string wanted = fail_on_.value_or("warning");
    const auto found = std::find(kFailOn.begin(), kFailOn.end(), wanted);
    if (found != kFailOn.end()) return static_cast<std::size_t>(found - kFailOn.begin());
    return misuse(msg("check.bad_fail_on", {{"value", wanted}}), msg("check.bad_fail_on.hint"));
  }

  static bool does_fail(const CheckReport& report, std::size_t from) {
    if (report.count(Severity::error) > 0) return true;
    const bool contradicted =
        std::any_of(report.hypotheses.begin(), report.hypotheses.end(), [](const auto& h) { return h.verdict == Verdict::contradicted; });
    if (from == 1) return contradicted;
    return (from >= 2 && report.count(Severity::warning) > 0) || (from >= 3 && report.count(Severity::note) > 0);
  }

  Outcome tell(Session& session, const Workspace& workspace, const std::vector<CheckReport>& reports) const {
    if (!sarif_ && !session.json) {
      for (const auto& report : reports) print(session, report);
      return Done{};
    }
    const Json answer = sarif_ ? sarif_of(reports, workspace.folder(), session.lang) : json_of(reports, session.lang);
    if (output_) return session.doors.files.write(*output_, to_text(answer));
    session.print(answer);
    return Done{};
  }

  static Json json_of(const std::vector<CheckReport>& reports, Lang lang) {
    Json all = Json::array();
    for (const auto& report : reports) all.push_back(report_json(report, lang));
    return {{"version", 1}, {"maps", std::move(all)}};
  }

  static Json sarif_of(const std::vector<CheckReport>& reports, const std::string& folder, Lang lang) {
    std::vector<SarifInput> found;
    for (const auto& report : reports) found.push_back(report.found);
    return to_sarif(found, folder, kProgramVersion, lang);
  }

  std::vector<std::string> maps_;
  std::optional<std::string> fail_on_, output_;
  bool no_events_ = false, sarif_ = false;
};

}  // namespace

const CommandInfo kCheck{"check", make_command<CheckCommand>};

}  // namespace parcours
