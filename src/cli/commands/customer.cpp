#include <ostream>

#include "app/held_of.h"
#include "base/dates.h"
#include "base/letters.h"
#include "base/number.h"
#include "cli/commands/commands.h"

namespace parcours {
namespace {

// One person's journey, and everything held about him.
class CustomerCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.argument("ID", "customer.id", id_);
    options.value("-o,--output", "FILE", "customer.output", output_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const HeldOf held, held_of(workspace, id_));
    if (output_) {
      PARCOURS_CHECK(session.keep(*output_, to_text(to_json(held, workspace.zone()))));
    } else if (session.json) {
      session.print(to_json(held, workspace.zone()));
    } else {
      print(session, held, workspace);
    }
    return kExitFine;
  }

 private:
  // "5 sur l’échelle 1-5"; a score without a scale stands alone.
  static std::string score_text(double score, ScoreScale scale, Lang lang) {
    const std::string number = show_number(score, lang);
    return render(scale == ScoreScale::none ? msg("customer.score", {{"score", number}})
                                            : msg("customer.score_on", {{"score", number}, {"scale", std::string(code_of(scale))}}),
                  lang);
  }

  // "campaign=valentine  platform=mobile": as a filter would name them.
  static std::string properties_text(const EventBatch& e, std::size_t row) {
    if (e.properties.codes.empty() || e.properties.codes[row] == 0) return {};
    std::string out;
    const Json properties = Json::parse(e.properties.at(row), nullptr, false);
    for (const auto& [name, value] : properties.items()) out += "  " + name + "=" + (value.is_string() ? value.get<std::string>() : value.dump());
    return out;
  }

  // When it happened, as finely as it is known.
  static std::string time_text(const EventBatch& e, std::size_t row, const Zone& zone, Lang lang) {
    if (e.time[row] == kNoTime) return {};
    if (e.unit[row] == TimeUnit::day) return show_table_date(zone.date(e.time[row]), lang) + "  ";
    std::string moment = show_table_moment(e.time[row], zone, lang);
    static constexpr std::size_t kSeconds = 3;  // ":00"
    if (e.unit[row] == TimeUnit::minute) moment.resize(moment.size() - kSeconds);
    return moment + "  ";
  }

  static void print(Session& session, const HeldOf& held, const Workspace& workspace) {
    for (const auto& identity : held.identities) session.out << on_a_line(identity) << "\n";
    session.out << "\n";
    const EventBatch& e = held.scan.events;
    for (std::size_t row = 0; row < e.rows(); ++row) {
      session.out << time_text(e, row, workspace.zone(), session.lang) << on_a_line(e.event.at(row));
      if (!e.channel.at(row).empty()) session.out << "  · " << on_a_line(e.channel.at(row));
      if (!e.source.at(row).empty()) session.out << "  ← " << on_a_line(e.source.at(row));
      if (!std::isnan(e.value[row])) session.out << "  " << show_number(e.value[row], session.lang, 2) << " " << workspace.settings().currency;
      if (!std::isnan(e.score[row])) session.out << "  ★ " << score_text(e.score[row], e.scale[row], session.lang);
      session.out << on_a_line(properties_text(e, row)) << "\n";
    }
    if (held.scan.synthetic) session.say(msg("import.is_synthetic"));
  }

  std::string id_;
  std::optional<std::string> output_;
};

}  // namespace

const CommandInfo kCustomer{"customer", make_command<CustomerCommand>};

}  // namespace parcours
