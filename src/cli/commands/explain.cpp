#include <ostream>
#include <utility>

#include "base/suggest.h"
#include "check/check.h"
#include "cli/commands/commands.h"

namespace parcours {
namespace {

class ExplainCommand final : public Command {
 public:
  void declare(Options& options) override { options.optional_argument("RULE", "explain.rule", rule_); }

  Result<int> run(Session& session) override {
    if (!rule_) {
      list_all(session);
      return kExitFine;
    }
    const auto* rule = rule_named(*rule_);
    if (!rule) return unknown(*rule_);
    session.out << explain(*rule, session.lang);
    return kExitFine;
  }

 private:
  static void list_all(Session& session) {
    std::string_view test;
    for (const CheckRule* rule : all_rules()) {
      const std::string_view previous = std::exchange(test, code_of(rule->test));
      if (previous != test)
        session.out << (previous.empty() ? "" : "\n") << test << "  " << text("check.test." + std::string(test), session.lang) << "\n";
      session.out << "  " << rule->code << std::string(rule->code.size() < 28 ? 28 - rule->code.size() : 1, ' ')
                  << text("rule." + std::string(rule->code) + ".title", session.lang) << "\n";
    }
  }

  static Failure unknown(const std::string& name) {
    std::vector<std::string> known;
    for (const CheckRule* rule : all_rules()) known.emplace_back(rule->code);
    const auto meant = nearest(name, known);
    return misuse(msg("explain.unknown", {{"rule", name}}), meant ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("explain.hint"));
  }

  std::optional<std::string> rule_;
};

}  // namespace

const CommandInfo kExplain{"explain", make_command<ExplainCommand>};

}  // namespace parcours
