#include <ostream>

#include "app/compare.h"
#include "app/measure_json.h"
#include "base/number.h"
#include "cli/commands/commands.h"
#include "cli/commands/measure_tables.h"
#include "cli/commands/measured.h"
#include "cli/excel.h"
#include "cli/page_forms.h"
#include "cli/values.h"
#include "questions/answer_list.h"
#include "questions/answer_table.h"
#include "render/render.h"

namespace parcours {
namespace {

class MeasureCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("MAP", "measure.map", map_);
    options.value("-o,--output", "FILE.html|FILE.json|FILE.csv", "measure.output", output_);
    options.value("--by", "FIELD", "option.by", by_);
    options.value("--against", "FIELD=VALUE|DATE..DATE", "measure.against", against_);
    options.value("--list", "TOUCHPOINT", "measure.list", list_);
    options.value("--who", "lost|open|visited", "measure.who", who_);
    options.flag("--excel", "option.excel", excel_);
    options.value("--theme", "light|dark|contrast|print", "draw.theme", theme_);
    scope_.declare(options);
    show_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    if (excel_ && (!output_ || extension_of(*output_) != "csv"))
      return misuse(msg("cli.needs_option", {{"option", "--excel"}, {"other", "-o ….csv"}}));
    MeasureRequest request{{}, by_.value_or(""), {}};
    PARCOURS_TRY(request.list, list_at(map.value));
    PARCOURS_TRY(request.scope, scope_.scope(workspace, &map.value));
    PARCOURS_CHECK(must_have_events(workspace));
    if (show_.sql || show_.explain || show_.reference) {
      MeasureQuestion question = measure_question(map.value, workspace.settings(), request.scope);
      question.by = request.by;
      question.list = request.list;
      return ask_and_show(session, workspace, question, show_);
    }
    const UseFont font(output_ ? brand_font_of(session, workspace) : nullptr);
    PARCOURS_TRY(auto answer, measure(workspace, map, request));
    PARCOURS_CHECK(tell_of_empty(session, workspace, request.scope, answer.measured.figures->basis));
    warn_of_short_period(session, answer);
    const Lang lang = output_ ? language_of(session, map) : session.lang;
    if (against_) {
      PARCOURS_TRY(const Scope there, compare_with(workspace, map, request, {"--against", *against_, lang}, answer));
      PARCOURS_CHECK(tell_of_empty(session, workspace, there, answer.measured.against->figures.basis));
    }
    return show(session, workspace, map, answer);
  }

 private:
  static Outcome tell_of_empty(Session& session, Workspace& workspace, const Scope& scope, const Basis& basis) {
    PARCOURS_TRY(Engine* const engine, workspace.engine());
    return tell_of_empty_filters(session, *engine, scope, basis);
  }

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

  // By its id, or by its name in either language.
  static std::string touchpoint_called(const JourneyMap& map, const std::string& text) {
    if (map.touchpoint(text)) return text;
    for (const Stage& stage : map.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints)
        if (text == touchpoint.name.in(Lang::fr) || text == touchpoint.name.in(Lang::en)) return touchpoint.id;
    return text;
  }

  Result<std::optional<ListAt>> list_at(const JourneyMap& map) const {
    if (!list_ && who_) return misuse(msg("cli.needs_option", {{"option", "--who"}, {"other", "--list"}}));
    if (!list_) return std::optional<ListAt>();
    ListAt list{touchpoint_called(map, *list_), ListWho::lost};
    if (who_ && *who_ == "open") list.who = ListWho::open;
    else if (who_ && *who_ == "visited") list.who = ListWho::visited;
    else if (who_ && *who_ != "lost") return misuse(msg("cli.bad_option_value", {{"option", "--who"}, {"text", *who_}}), msg("measure.who_hint"));
    return std::optional(list);
  }

  Result<int> show(Session& session, const Workspace& workspace, const MapFile& map, const MeasuredAnswer& answer) {
    Json json = measured_json(answer, workspace.zone(), session.lang);
    if (output_) PARCOURS_CHECK(write(session, workspace, map, answer, json));
    if (session.json) session.print(json);
    else print(session, workspace, answer);
    return kExitFine;
  }

  Outcome write(Session& session, const Workspace& workspace, const MapFile& map, const MeasuredAnswer& answer, const Json& json) const {
    const std::string form = extension_of(*output_);
    if (form == "csv" && !list_) return misuse(msg("cli.needs_option", {{"option", *output_}, {"other", "--list"}}));
    if (form == "csv") {
      PARCOURS_CHECK(session.keep(*output_, list_csv(*answer.measured.figures, workspace.zone(), csv_readers(session, excel_))));
      return Done{};
    }
    if (form != "html" && form != "json") return misuse(msg("measure.unknown_form", {{"path", *output_}}));
    DrawOptions options;
    options.lang = language_of(session, map);
    options.pictures = pictures_of(session, workspace, map);
    PARCOURS_TRY(options.theme, theme_value(theme_));
    options.as_of = basis_text(answer.measured, workspace.zone(), options.lang);
    PARCOURS_CHECK(session.keep(*output_, form == "json" ? to_text(json) : to_html(answer.measured, options)));
    return Done{};
  }

  // The sentences, then the tables; these only where no file holds them. A list that was asked for stands alone.
  void print(Session& session, const Workspace& workspace, const MeasuredAnswer& answer) const {
    const TableOptions options = named_options(session, workspace, answer.measured, show_.rows);
    if (list_ && !output_) {
      session.out << to_table(answer.question, *answer.measured.figures, options);
      return;
    }
    for (const auto& finding : answer.measured.findings) session.out << "• " << render(finding.sentence, session.lang) << "\n";
    const Coverage& c = answer.measured.coverage;
    session.say(msg("measure.coverage", {{"measured", std::int64_t{c.measured}},
                                         {"reported", std::int64_t{c.reported}},
                                         {"assumed", std::int64_t{c.assumed}},
                                         {"hidden", std::int64_t{c.out_of_sight}}}));
    if (output_) return print_sentences(session, answer.measured);
    print_segments(session, answer.measured, options);
    print_comparison(session, workspace, answer.measured);
    session.out << "\n" << to_table(answer.question, *answer.measured.figures, options);
  }

  std::optional<std::string> map_, output_, by_, against_, list_, who_, theme_;
  bool excel_ = false;
  ScopeOptions scope_;
  ShowOptions show_;
};

}  // namespace

const CommandInfo kMeasure{"measure", make_command<MeasureCommand>};

}  // namespace parcours
