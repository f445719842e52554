#include "app/simulate.h"

#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "cli/import_report.h"
#include "events/guess.h"
#include "events/open_source.h"

namespace parcours {
namespace {

class SimulateCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("MAP", "simulate.map", map_);
    options.number("--customers", "N", "simulate.customers", customers_);
    options.number("--seed", "S", "simulate.seed", seed_);
    options.number("--days", "N", "simulate.days", days_);
    options.value("-o,--output", "FILE", "simulate.output", output_);
    options.flag("--import", "simulate.import", import_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    SimulateOptions options{customers_.value_or(1000), static_cast<std::uint64_t>(seed_.value_or(1)), {}, 180, workspace.zone()};
    options.until = map.value.reviewed.value_or(options.until);
    options.days = static_cast<int>(days_.value_or(options.days));
    if (options.customers < 1 || options.customers > kMostCustomers || options.days < 1 || options.days > kMostDays)
      return misuse(msg("simulate.too_many"));
    PARCOURS_TRY(const auto csv, simulate(map.value, options));
    const std::string path =
        output_.value_or(join_path(workspace.folder(), "synthetic-" + map.value.id + "-" + std::to_string(options.seed) + ".csv"));
    PARCOURS_CHECK(session.doors.files.write(path, csv));
    session.note(msg("simulate.written", {{"path", path}}));
    return import_ ? import(session, workspace, path) : Result<int>(kExitFine);
  }

 private:
  static constexpr std::int64_t kMostCustomers = 10'000'000, kMostDays = 3660;

  static Result<int> import(Session& session, Workspace& workspace, const std::string& path) {
    ImportOptions options{
        .customer = "customer", .time = "time", .event = "event", .channel = "channel", .source = "source", .value = "value", .score = "score"};
    options.scale = ScoreScale::zero_to_ten;
    options.zone = workspace.settings().zone;
    options.synthetic = true;
    PARCOURS_TRY(const auto plan, guess_plan(session.doors.inputs, path, options));
    PARCOURS_TRY(const auto source, open_source(session.doors.inputs, path, plan));
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto summary, store->import(*source, mapping_json(plan), [&](const ImportSource&) { return !session.stopped.load(); }));
    if (session.json) session.print(summary_json(*source, summary, session.lang));
    else show_summary(session, *source, summary, "import.done", "");
    return kExitFine;
  }

  std::optional<std::string> map_, output_;
  std::optional<std::int64_t> customers_, seed_, days_;
  bool import_ = false;
};

}  // namespace

const CommandInfo kSimulate{"simulate", make_command<SimulateCommand>};

}  // namespace parcours
