#include <ostream>

#include "check/check.h"
#include "cli/commands/commands.h"

namespace parcours {
namespace {

class ExplainCommand final : public Command {
 public:
  void declare(Options& options) override { options.optional_argument("RULE", "explain.rule", rule_); }

  Result<int> run(Session& session) override {
    if (!rule_) {
      for (const CheckRule* rule : all_rules())
        session.out << code_of(rule->test) << "  " << rule->code << std::string(rule->code.size() < 28 ? 28 - rule->code.size() : 1, ' ')
                    << text("rule." + std::string(rule->code) + ".title", session.lang) << "\n";
      return kExitFine;
    }
    const auto* rule = rule_named(*rule_);
    if (!rule) return misuse(msg("explain.unknown", {{"rule", *rule_}}), msg("explain.hint"));
    session.out << explain(*rule, session.lang);
    return kExitFine;
  }

 private:
  std::optional<std::string> rule_;
};

}  // namespace

const CommandInfo kExplain{"explain", make_command<ExplainCommand>};

}  // namespace parcours
