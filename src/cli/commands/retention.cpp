#include "cli/commands/commands.h"
#include "cli/commands/steps.h"
#include "cli/scope_options.h"

namespace parcours {
namespace {

class RetentionCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.value("--every", "day|week|month", "retention.every", every_);
    options.value("--came", "STEP", "retention.came", came_);
    options.value("--active", "STEP", "retention.active", active_);
    options.value("--purchase", "STEP", "retention.purchase", purchase_);
    options.value("--map", "MAP", "option.map", map_);
    scope_.declare(options);
    show_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto names, StepNames::of(session, workspace, map_));
    RetentionQuestion question;
    PARCOURS_TRY(question.scope, scope_.scope(workspace.zone()));
    PARCOURS_TRY(question.every, period());
    PARCOURS_TRY(question.came, rule_of(names, came_));
    PARCOURS_TRY(question.active, rule_of(names, active_));
    PARCOURS_TRY(question.purchase, rule_of(names, purchase_));
    return ask_and_show(session, workspace, question, show_);
  }

 private:
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

  std::optional<std::string> every_, came_, active_, purchase_, map_;
  ScopeOptions scope_;
  ShowOptions show_;
};

}  // namespace

const CommandInfo kRetention{"retention", make_command<RetentionCommand>};

}  // namespace parcours
