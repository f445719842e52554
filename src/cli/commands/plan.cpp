#include <ostream>

#include "app/plan.h"
#include "base/dates.h"
#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "cli/page_forms.h"
#include "cli/plan_table.h"
#include "cli/values.h"
#include "plan/ics.h"
#include "plan/plan_csv.h"
#include "render/calendar.h"

namespace parcours {
namespace {

constexpr int kCalendarWidth = 2800;

class PlanCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("MAP", "draw.map", map_);
    options.value("-o,--output", "FILE", "plan.option.output", output_);
    options.value("--as-of", "DATE", "plan.option.as_of", as_of_);
    options.value("--start", "DATE", "plan.option.start", start_);
    options.flag("--no-events", "check.no_events", no_events_);
    options.value("--theme", "light|dark|contrast|print", "draw.theme", theme_);
    options.number("--width", "PX", "draw.width", width_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    PlanOptions options;
    options.no_events = no_events_;
    PARCOURS_TRY(options.as_of, date_value("--as-of", as_of_));
    PARCOURS_TRY(options.start, date_value("--start", start_));
    PARCOURS_TRY(const auto planned, plan_map(workspace, map, options));
    const UseFont font(output_ ? brand_font_of(session, workspace) : nullptr);
    if (output_) PARCOURS_CHECK(write(session, workspace, map, planned));
    if (session.json) session.print(plan_json(planned, workspace.zone(), session.lang));
    else print(session, map, planned, !output_);
    return planned.plan.has_warnings() ? kExitFindings : kExitFine;
  }

 private:
  Outcome write(Session& session, const Workspace& workspace, const MapFile& map, const PlannedMap& planned) const {
    const Lang lang = language_of(session, map);
    PARCOURS_TRY(const auto content, content_for(workspace, planned, lang));
    PARCOURS_CHECK(session.keep(*output_, content));
    return Done{};
  }

  Result<std::string> content_for(const Workspace& workspace, const PlannedMap& planned, Lang lang) const {
    const std::string form = extension_of(*output_);
    if (!planned.plan.span() && form == "ics") return misuse(msg("plan.nothing_dated"), msg("plan.undated.hint"));
    const JourneyMap& map = planned.measured.map;
    if (form == "ics") return to_ics(map, planned.plan, workspace.settings().name.in(workspace.settings().language), lang);
    if (form == "csv") return to_csv(map, planned.plan, lang);
    return picture(form, workspace, planned, lang);
  }

  Result<std::string> picture(const std::string& form, const Workspace& workspace, const PlannedMap& planned, Lang lang) const {
    PARCOURS_TRY(const int width, width_value(width_, kCalendarWidth));
    DrawOptions options;
    PARCOURS_TRY(options.theme, theme_value(theme_));
    options.lang = lang;
    options.as_of = basis_text(planned.measured, workspace.zone(), lang);
    const Scene scene = draw_calendar({planned.measured, planned.plan, planned.delays}, options);
    if (form == "svg") return to_svg(scene);
    if (form == "png") return to_png(scene, width);
    if (form == "pdf") return to_pdf(scene);
    return misuse(msg("plan.unknown_form", {{"path", *output_}}), msg("plan.forms_hint"));
  }

  static void print(Session& session, const MapFile& map, const PlannedMap& planned, bool with_table) {
    if (with_table) session.out << plan_table(planned, session.lang) << "\n";
    std::int64_t warnings = 0;
    for (const PlanFinding& finding : planned.plan.findings) {
      session.out << render(finding.what, map.source.text(), session.lang);
      warnings += finding.what.severity != Severity::note;
    }
    session.say(msg("plan.summary", {{"file", map.source.file()},
                                     {"day", day_arg(planned.plan.as_of)},
                                     {"warnings", warnings},
                                     {"notes", static_cast<std::int64_t>(planned.plan.findings.size()) - warnings},
                                     {"ignored", std::int64_t{planned.plan.ignored}}}));
  }

  std::optional<std::string> map_, output_, as_of_, start_, theme_;
  std::optional<std::int64_t> width_;
  bool no_events_ = false;
};

}  // namespace

const CommandInfo kPlan{"plan", make_command<PlanCommand>};

}  // namespace parcours
