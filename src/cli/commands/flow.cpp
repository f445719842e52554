#include "cli/commands/commands.h"
#include "cli/commands/steps.h"
#include "cli/scope_options.h"

namespace parcours {
namespace {

// What flow and variants have in common.
struct NodeOptions {
  std::optional<std::string> map, nodes;
  ScopeOptions scope;
  ShowOptions show;

  void declare(Options& options, bool& collapse) {
    options.value("--nodes", "event|channel|source|touchpoint|stage", "flow.nodes", nodes);
    options.value("--map", "MAP", "option.map", map);
    options.flag("--collapse", "flow.collapse", collapse);
    scope.declare(options);
    scope.declare_per(options);
    show.declare(options);
  }

  template <class Question>
  Result<int> ask(Session& session, Question question) {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto names, StepNames::of(session, workspace, map));
    PARCOURS_TRY(question.nodes, nodes_value(nodes, names));
    if (question.nodes == NodesAre::steps) question.steps = names.places(nodes.value_or("touchpoint"));
    PARCOURS_TRY(question.scope, scope.scope(workspace, names.map()));
    const bool of_map = question.nodes == NodesAre::steps;
    return ask_and_show(session, workspace, question, show,
                        of_map ? names.shown(session.lang, nodes.value_or("touchpoint")) : std::map<std::string, std::string>());
  }
};

class FlowCommand final : public Command {
 public:
  void declare(Options& options) override { nodes_.declare(options, question_.collapse); }
  Result<int> run(Session& session) override { return nodes_.ask(session, question_); }

 private:
  NodeOptions nodes_;
  FlowQuestion question_;
};

class VariantsCommand final : public Command {
 public:
  void declare(Options& options) override {
    nodes_.declare(options, question_.collapse);
    options.number("--most", "N", "variants.most", most_);
  }
  Result<int> run(Session& session) override {
    question_.most = static_cast<std::size_t>(most_.value_or(0));
    return nodes_.ask(session, question_);
  }

 private:
  NodeOptions nodes_;
  VariantsQuestion question_;
  std::optional<std::int64_t> most_;
};

}  // namespace

const CommandInfo kFlow{"flow", make_command<FlowCommand>};
const CommandInfo kVariants{"variants", make_command<VariantsCommand>};

}  // namespace parcours
