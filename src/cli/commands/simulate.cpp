#include "app/simulate/simulate.h"

#include "app/import_file.h"
#include "app/own_files.h"

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
    options.value("--until", "DATE", "simulate.until", until_);
    options.number("--days", "N", "simulate.days", days_);
    options.values("--plant", "TOUCHPOINT=SHARE@DATE", "simulate.plant", plants_);
    options.value("--without", "TRAIT,…", "simulate.without", without_);
    options.flag("--plain", "simulate.plain", plain_);
    options.value("-o,--output", "FILE", "simulate.output", output_);
    options.flag("--import", "simulate.import", import_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    PARCOURS_TRY(const auto options, simulate_options(workspace, map.value));
    const auto personas = workspace.around(map).personas;
    PARCOURS_TRY(const auto events, simulate(map.value, personas, workspace.settings(), options));
    const std::string path =
        output_.value_or(join_path(workspace.folder(), "synthetic-" + map.value.id + "-" + std::to_string(options.seed) + ".csv"));
    PARCOURS_CHECK(is_free_for_answers(path, session.doors.files));
    PARCOURS_CHECK(session.doors.files.write(path, csv_of(events, options.zone)));
    session.note(msg("simulate.written", {{"path", path}}));
    return import_ ? import(session, workspace, path) : Result<int>(kExitFine);
  }

 private:
  static constexpr int kFirstYear = 1911, kLastYear = 2199;  // what an import takes, also the longest time before it
  static constexpr std::int64_t kMostCustomers = 1'000'000, kMostDays = 3660;

  Result<SimulateOptions> simulate_options(const Workspace& workspace, const JourneyMap& map) const {
    SimulateOptions options;
    options.customers = customers_.value_or(options.customers);
    options.seed = static_cast<std::uint64_t>(seed_.value_or(1));
    options.zone = workspace.zone();
    options.lang = workspace.settings().language;
    if (options.customers < 1 || options.customers > kMostCustomers || days_.value_or(1) < 1 || days_.value_or(1) > kMostDays)
      return misuse(msg("simulate.too_many"));
    if (days_) options.days = static_cast<int>(*days_);
    options.until = map.reviewed.value_or(options.until);
    if (until_) {
      const auto until = parse_date(*until_);
      if (!until || until->year < kFirstYear || until->year > kLastYear)
        return misuse(msg("cli.bad_option_value", {{"option", "--until"}, {"text", *until_}}), msg("simulate.until_hint"));
      options.until = *until;
    }
    PARCOURS_TRY(options.traits, traits_without(without_.value_or("")));
    if (plain_) options.traits = Traits::none();
    for (const auto& text : plants_) {
      PARCOURS_TRY(auto plant, parse_plant(text));
      options.plants.push_back(std::move(plant));
    }
    return options;
  }

  static Result<int> import(Session& session, Workspace& workspace, const std::string& path) {
    ImportOptions options{.customer = "customer",
                          .time = "time",
                          .event = "event",
                          .channel = "channel",
                          .source = "source",
                          .value = "value",
                          .score = "score",
                          .id = "event_id"};
    options.links = {"linked_to"};
    options.scale = ScoreScale::zero_to_ten;
    options.zone = workspace.settings().zone;
    options.synthetic = true;
    PARCOURS_TRY(const auto plan, guess_plan(session.doors.inputs, path, options));
    PARCOURS_TRY(const auto source, open_source(session.doors.inputs, path, plan));
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto summary, store->import(*source, mapping_json(plan), [&](const ImportSource&) { return !session.stopped.load(); }));
    if (session.json) session.print(summary_json(*source, summary, session.lang));
    else show_summary(session, *source, summary, false, "");
    return kExitFine;
  }

  std::optional<std::string> map_, output_, until_, without_;
  std::optional<std::int64_t> customers_, seed_, days_;
  std::vector<std::string> plants_;
  bool import_ = false, plain_ = false;
};

}  // namespace

const CommandInfo kSimulate{"simulate", make_command<SimulateCommand>};

}  // namespace parcours
