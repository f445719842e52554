#include <ostream>

#include "app/measure_json.h"
#include "base/number.h"
#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "cli/values.h"
#include "overlay/comparison.h"
#include "questions/answer_json.h"
#include "questions/answer_table.h"
#include "questions/parse_step.h"
#include "render/render.h"

namespace parcours {
namespace {

class MeasureCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("MAP", "measure.map", map_);
    options.value("-o,--output", "FILE.html|FILE.json", "measure.output", output_);
    options.value("--by", "FIELD", "option.by", by_);
    options.value("--against", "FIELD=VALUE|DATE..DATE", "measure.against", against_);
    options.flag("--list", "measure.list", list_);
    options.value("--theme", "light|dark", "draw.theme", theme_);
    scope_.declare(options);
    show_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    MeasureRequest request{{}, by_.value_or(""), list_};
    PARCOURS_TRY(request.scope, scope_.scope(workspace.zone()));
    PARCOURS_CHECK(must_have_events(workspace));
    if (show_.sql || show_.explain || show_.reference) {
      MeasureQuestion question = measure_question(map.value, workspace.settings(), request.scope);
      question.by = request.by;
      question.list = list_;
      return ask_and_show(session, workspace, question, show_);
    }
    PARCOURS_TRY(auto answer, measure(workspace, map, request));
    warn_of_short_period(session, answer);
    if (against_) {
      PARCOURS_TRY(request.scope, against_scope(request.scope, workspace.zone()));
      PARCOURS_TRY(auto other, measure(workspace, map, request));
      answer.measured.against = std::move(other.measured.figures);
    }
    return show(session, workspace, map, answer);
  }

 private:
  static void warn_of_short_period(Session& session, const MeasuredAnswer& answer) {
    const Scope& scope = answer.question.scope;
    if (!scope.since || !scope.inactivity) return;
    const TimeMs period = answer.measured.figures->basis.as_of - *scope.since;
    if (period >= *scope.inactivity) return;
    session.complain({Severity::warning,
                      "short-period",
                      msg("measure.short_period", {{"period", show_duration(static_cast<double>(period) / 1000, session.lang)},
                                                   {"inactivity", show_duration(static_cast<double>(*scope.inactivity) / 1000, session.lang)}}),
                      msg("measure.short_period.hint"),
                      {}});
  }

  // The other scope: the same with another segment, or another period.
  Result<Scope> against_scope(Scope scope, const Zone& zone) const {
    const auto dots = against_->find("..");
    if (dots == std::string::npos) {
      PARCOURS_TRY(auto condition, parse_where(*against_));
      std::erase_if(scope.where, [&](const FieldCondition& known) { return known.field == condition.field; });
      scope.where.push_back(std::move(condition));
      return scope;
    }
    PARCOURS_TRY(scope.since, since_value("--against", against_->substr(0, dots), zone));
    PARCOURS_TRY(scope.until, until_value("--against", against_->substr(dots + 2), zone));
    return scope;
  }

  Result<int> show(Session& session, const Workspace& workspace, const MapFile& map, const MeasuredAnswer& answer) {
    Json json = measured_json(answer, workspace.zone(), session.lang);
    if (answer.measured.against) json["against"] = against_json(*answer.measured.figures, *answer.measured.against);
    if (output_) PARCOURS_CHECK(write(session, workspace, map, answer, json));
    if (session.json) session.print(json);
    else print(session, workspace, answer);
    return kExitFine;
  }

  Outcome write(Session& session, const Workspace& workspace, const MapFile& map, const MeasuredAnswer& answer, const Json& json) const {
    const std::string form = extension_of(*output_);
    if (form != "html" && form != "json") return misuse(msg("measure.unknown_form", {{"path", *output_}}));
    DrawOptions options;
    options.lang = language_of(session, map);
    options.theme = theme_ && *theme_ == "dark" ? Theme::dark : Theme::light;
    options.as_of = basis_text(answer.measured, workspace.zone(), options.lang);
    PARCOURS_CHECK(session.doors.files.write(*output_, form == "json" ? to_text(json) : to_html(answer.measured, options)));
    session.note(msg("cli.written", {{"path", *output_}}));
    return Done{};
  }

  static Json against_json(const MeasureAnswer& here, const MeasureAnswer& there) {
    Json rows = Json::array();
    for (const auto& row : compare(here.all, there.all))
      rows.push_back({{"touchpoint", row.touchpoint.empty() ? Json() : Json(row.touchpoint)},
                      {"figure", row.figure},
                      {"here", to_json(row.here)},
                      {"there", to_json(row.there)},
                      {"difference", row.difference ? to_json(*row.difference) : Json()},
                      {"adjusted_p", json_number(row.adjusted_p)},
                      {"surely", row.surely}});
    return rows;
  }

  static void print(Session& session, const Workspace& workspace, const MeasuredAnswer& answer) {
    for (const auto& finding : answer.measured.findings) session.out << "• " << render(finding.sentence, session.lang) << "\n";
    const Coverage& c = answer.measured.coverage;
    session.say(msg("measure.coverage", {{"measured", std::int64_t{c.measured}},
                                         {"reported", std::int64_t{c.reported}},
                                         {"assumed", std::int64_t{c.assumed}},
                                         {"hidden", std::int64_t{c.out_of_sight}}}));
    session.out << "\n" << to_table(answer.question, *answer.measured.figures, {session.lang, workspace.zone()});
    if (answer.measured.against) print_against(session, answer.measured);
  }

  static void print_against(Session& session, const MeasuredMap& measured) {
    session.out << "\n" << text("measure.against_title", session.lang) << "\n";
    for (const auto& row : compare(measured.figures->all, measured.against->all)) {
      const auto* touchpoint = measured.map.touchpoint(row.touchpoint);
      const std::string name = touchpoint ? touchpoint->name.in(session.lang) : measured.map.title.in(session.lang);
      session.out << "  " << text("measure.against." + row.figure, session.lang) << " · " << name << ": " << show_share(row.here, session.lang)
                  << " / " << show_share(row.there, session.lang);
      if (row.difference) session.out << "  " << text(row.surely ? "measure.surely" : "measure.not_surely", session.lang);
      session.out << "\n";
    }
  }

  std::optional<std::string> map_, output_, by_, against_, theme_;
  bool list_ = false;
  ScopeOptions scope_;
  ShowOptions show_;
};

}  // namespace

const CommandInfo kMeasure{"measure", make_command<MeasureCommand>};

}  // namespace parcours
