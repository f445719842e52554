#include <algorithm>
#include <array>
#include <ostream>

#include "cli/check_report.h"
#include "cli/commands/commands.h"
#include "cli/global_options.h"

namespace parcours {
namespace {

// What gives exit code 1, from the least to the most; errors always do.
enum class FailOn { error, contradiction, warning, note };
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
    PARCOURS_TRY(const FailOn fails_on, fail_on());
    if (output_ && !sarif_ && !session.json) return misuse(msg("check.output_of_what"), msg("check.output_of_what.hint"));
    PARCOURS_TRY(auto workspace, session.workspace());
    const bool checks_all = maps_.empty();
    if (checks_all) maps_ = workspace.map_names();
    if (maps_.empty()) return misuse(msg("check.no_maps", {{"folder", workspace.folder()}}), msg("new.hint"));
    std::vector<CheckReport> reports;
    for (const auto& name : maps_) {
      PARCOURS_TRY(auto report, check_report(workspace, name, no_events_));
      reports.push_back(std::move(report));
    }
    PARCOURS_CHECK(tell(session, workspace, reports));
    const auto strays = checks_all ? workspace.stray_views() : std::vector<Diagnostic>();
    for (const auto& stray : strays) session.complain(stray);
    const bool fails = (!strays.empty() && fails_on >= FailOn::warning) ||
                       std::any_of(reports.begin(), reports.end(), [&](const auto& report) { return does_fail(report, fails_on); });
    return fails ? kExitFindings : kExitFine;
  }

 private:
  Result<FailOn> fail_on() const {
    const std::string wanted = fail_on_.value_or("warning");
    const auto found = std::find(kFailOn.begin(), kFailOn.end(), wanted);
    if (found != kFailOn.end()) return static_cast<FailOn>(found - kFailOn.begin());
    return misuse(msg("check.bad_fail_on", {{"value", wanted}}), msg("check.bad_fail_on.hint"));
  }

  static bool does_fail(const CheckReport& report, FailOn on) {
    if (report.count(Severity::error) > 0) return true;
    const bool contradicted =
        std::any_of(report.hypotheses.begin(), report.hypotheses.end(), [](const auto& h) { return h.verdict == Verdict::contradicted; });
    if (on == FailOn::contradiction) return contradicted;
    return (on >= FailOn::warning && report.count(Severity::warning) > 0) || (on == FailOn::note && report.count(Severity::note) > 0);
  }

  Outcome tell(Session& session, const Workspace& workspace, const std::vector<CheckReport>& reports) const {
    if (!sarif_ && !session.json) {
      for (const auto& report : reports) print(session, report);
      return Done{};
    }
    const Json answer = sarif_ ? sarif_of(reports, workspace.folder(), session.lang) : json_of(reports, session.lang);
    if (output_) return session.keep(*output_, to_text(answer));
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
