#include "cli/commands/commands.h"
#include "cli/commands/missing_events.h"
#include "cli/commands/steps.h"
#include "cli/scope_options.h"
#include "cli/values.h"

namespace parcours {
namespace {

class FunnelCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("STEP", "funnel.step", steps_, true);
    options.value("--map", "MAP", "option.map", map_);
    options.value("--window", "SPAN", "funnel.window", window_);
    options.flag("--first", "funnel.first", question_.first);
    options.flag("--attempts", "funnel.attempts", question_.attempts);
    options.flag("--strict", "funnel.strict", question_.strict);
    options.flag("--any-order", "funnel.any_order", question_.any_order);
    options.value("--except", "EVENT", "funnel.except", except_);
    options.values("--optional", "K", "funnel.optional", optional_);
    options.value("--same", "FIELD", "funnel.same", same_);
    options.values("--within", "K=SPAN", "funnel.within", within_);
    options.values("--after", "K=SPAN", "funnel.after", after_);
    options.value("--by", "FIELD", "option.by", by_);
    options.flag("--list", "funnel.list", question_.list);
    scope_.declare(options);
    scope_.declare_per(options);
    show_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto names, StepNames::of(session, workspace, map_));
    for (const auto& text : steps_) {
      PARCOURS_TRY(auto step, names.step(text));
      FunnelStep funnel_step;
      static_cast<Step&>(funnel_step) = std::move(step);
      question_.steps.push_back(std::move(funnel_step));
    }
    PARCOURS_TRY(question_.scope, scope_.scope(workspace, names.map()));
    PARCOURS_CHECK(settle(names));
    PARCOURS_TRY(const int code, ask_and_show(session, workspace, question_, show_, names.shown(session.lang)));
    std::vector<Step> asked(question_.steps.begin(), question_.steps.end());
    if (question_.except) asked.push_back({*except_, *question_.except});
    PARCOURS_CHECK(tell_of_missing_events(session, workspace, show_, asked));
    return code;
  }

 private:
  Outcome settle(const StepNames& names) {
    question_.window = names.window();
    if (window_ && *window_ == "none") question_.window = std::nullopt;
    else if (window_) { PARCOURS_TRY(question_.window, span_value("--window", *window_)); }
    if (except_) {
      PARCOURS_TRY(auto step, names.step(*except_));
      question_.except = std::move(step.rule);
    }
    question_.same = same_.value_or("");
    question_.by = by_.value_or("");
    for (const auto& text : optional_) {
      PARCOURS_TRY(const int step, step_value("--optional", text));
      PARCOURS_TRY(FunnelStep* const at, step_at("--optional", step));
      at->optional = true;
    }
    for (const auto& text : within_) {
      PARCOURS_TRY(const auto span, step_span_value("--within", text));
      PARCOURS_TRY(FunnelStep* const at, step_at("--within", span.step));
      if (at->within)
        return misuse(msg("funnel.span_twice", {{"option", "--within"}, {"number", static_cast<std::int64_t>(span.step)}}),
                      msg("cli.given_twice_hint"));
      at->within = span.span;
    }
    for (const auto& text : after_) {
      PARCOURS_TRY(const auto span, step_span_value("--after", text));
      PARCOURS_TRY(FunnelStep* const at, step_at("--after", span.step));
      if (at->after)
        return misuse(msg("funnel.span_twice", {{"option", "--after"}, {"number", static_cast<std::int64_t>(span.step)}}),
                      msg("cli.given_twice_hint"));
      at->after = span.span;
    }
    return Done{};
  }

  Result<FunnelStep*> step_at(std::string_view option, int number) {
    if (number > static_cast<int>(question_.steps.size()))
      return misuse(msg("funnel.no_such_step", {{"option", std::string(option)},
                                                {"number", static_cast<std::int64_t>(number)},
                                                {"n", static_cast<std::int64_t>(question_.steps.size())}}));
    return &question_.steps[static_cast<std::size_t>(number - 1)];
  }

  std::vector<std::string> steps_, optional_, within_, after_;
  std::optional<std::string> map_, window_, except_, same_, by_;
  FunnelQuestion question_;
  ScopeOptions scope_;
  ShowOptions show_;
};

}  // namespace

const CommandInfo kFunnel{"funnel", make_command<FunnelCommand>};

}  // namespace parcours
