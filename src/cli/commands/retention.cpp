#include "cli/commands/commands.h"
#include "cli/commands/missing_events.h"
#include "cli/commands/steps.h"
#include "cli/excel.h"
#include "cli/scope_options.h"
#include "questions/answer_list.h"

namespace parcours {
namespace {

class RetentionCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.value("--every", "day|week|month", "retention.every", every_);
    options.value("--came", "STEP", "retention.came", came_);
    options.value("--active", "STEP", "retention.active", active_);
    options.value("--purchase", "STEP", "retention.purchase", purchase_);
    options.value("--list", "DATE", "retention.list", list_);
    options.value("--who", "lapsed|returned|all", "retention.who", who_);
    options.value("-o,--output", "FILE.csv", "retention.output", output_);
    options.flag("--excel", "option.excel", excel_);
    options.value("--map", "MAP", "option.map", map_);
    scope_.declare(options);
    show_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto names, StepNames::of(session, workspace, map_));
    RetentionQuestion question;
    PARCOURS_TRY(question.scope, scope_.scope(workspace, names.map()));
    PARCOURS_TRY(question.every, period());
    PARCOURS_TRY(question.came, rule_of(names, came_));
    PARCOURS_TRY(question.active, rule_of(names, active_));
    PARCOURS_TRY(question.purchase, rule_of(names, purchase_));
    if (!purchase_ && names.with_map()) question.purchase = rule_of_goal(names);
    PARCOURS_TRY(question.list, list());
    if (excel_ && !output_) return misuse(msg("cli.needs_option", {{"option", "--excel"}, {"other", "-o ….csv"}}));
    if (!output_) {
      PARCOURS_TRY(const int code, ask_and_show(session, workspace, question, show_, names.shown(session.lang)));
      PARCOURS_CHECK(tell_of_missing_events(session, workspace, show_, asked_for(question)));
      return code;
    }
    if (!question.list) return misuse(msg("cli.needs_option", {{"option", "--output"}, {"other", "--list"}}));
    PARCOURS_TRY(Engine* const engine, workspace.engine());
    PARCOURS_TRY(const auto answer, engine->ask(question));
    PARCOURS_CHECK(session.keep(*output_, list_csv(std::get<RetentionAnswer>(answer), workspace.zone(), csv_readers(session, excel_))));
    return kExitFine;
  }

 private:
  Result<std::optional<ListMembers>> list() const {
    if (!list_ && who_) return misuse(msg("cli.needs_option", {{"option", "--who"}, {"other", "--list"}}));
    if (!list_) return std::optional<ListMembers>();
    const auto day = parse_date(*list_);
    if (!day) return misuse(msg("cli.bad_option_value", {{"option", "--list"}, {"text", *list_}}), msg("cli.date_hint"));
    ListMembers members{*day, MembersWho::lapsed};
    if (who_ && *who_ == "returned") members.who = MembersWho::returned;
    else if (who_ && *who_ == "all") members.who = MembersWho::all;
    else if (who_ && *who_ != "lapsed") return misuse(msg("cli.bad_option_value", {{"option", "--who"}, {"text", *who_}}), msg("retention.who_hint"));
    return std::optional(members);
  }

  Result<Every> period() const {
    if (!every_ || *every_ == "week") return Every::week;
    if (*every_ == "day") return Every::day;
    if (*every_ == "month") return Every::month;
    return misuse(msg("cli.bad_option_value", {{"option", "--every"}, {"text", *every_}}), msg("retention.every_hint"));
  }

  static Result<std::optional<Rule>> rule_of(const StepNames& names, const std::optional<std::string>& text) {
    if (!text) return std::optional<Rule>();
    PARCOURS_TRY(auto step, names.step(*text));
    return std::optional(std::move(step.rule));
  }

  // What was named on the command line.
  std::vector<Step> asked_for(const RetentionQuestion& question) const {
    std::vector<Step> steps;
    if (came_) steps.push_back({*came_, *question.came});
    if (active_) steps.push_back({*active_, *question.active});
    if (purchase_) steps.push_back({*purchase_, *question.purchase});
    return steps;
  }

  // Without a goal, or with one out of sight, nobody is known to buy.
  static std::optional<Rule> rule_of_goal(const StepNames& names) {
    const auto step = names.step(names.map()->goal);
    return step.ok() ? std::optional((*step).rule) : std::nullopt;
  }

  std::optional<std::string> every_, came_, active_, purchase_, list_, who_, output_, map_;
  bool excel_ = false;
  ScopeOptions scope_;
  ShowOptions show_;
};

}  // namespace

const CommandInfo kRetention{"retention", make_command<RetentionCommand>};

}  // namespace parcours
