#include <algorithm>

#include "base/suggest.h"
#include "cli/commands/commands.h"
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
    if (!show_.explain && !show_.sql) PARCOURS_CHECK(tell_of_steps_without_events(session, workspace));
    return code;
  }

 private:
  // A slip of the pen in a name would give a silent zero. Told behind the answer: what it loaded says the names.
  Outcome tell_of_steps_without_events(Session& session, Workspace& workspace) const {
    PARCOURS_TRY(Engine* const engine, show_.reference ? workspace.reference() : workspace.engine());
    PARCOURS_TRY(const auto names, engine->event_names());
    for (const auto& step : question_.steps) {
      const auto missing = missing_name(step.rule, names);
      if (!missing) continue;
      const auto meant = nearest(*missing, names);
      session.complain({Severity::warning,
                        "no-such-event",
                        msg("funnel.no_such_event", {{"step", step.name}}),
                        meant ? std::optional(msg("cli.did_you_mean", {{"name", *meant}})) : std::nullopt,
                        {}});
    }
    return Done{};
  }

  // The name a rule asks for when it asks for exact names only and none of them is there.
  static std::optional<std::string> missing_name(const Rule& rule, const std::vector<std::string>& names) {
    std::optional<std::string> missing;
    for (const auto& condition : rule.any) {
      if (!condition.event || condition.event->kind != FieldTest::Kind::any_of) return std::nullopt;
      for (const auto& name : condition.event->values) {
        if (std::binary_search(names.begin(), names.end(), name)) return std::nullopt;
        missing = name;
      }
    }
    return missing;
  }

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
