#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/import_file.h"
#include "app/known_identity.h"
#include "app/own_files.h"
#include "cli/commands/commands.h"
#include "cli/excel.h"
#include "cli/import_report.h"
#include "events/open_source.h"
#include "events/pseudonyms.h"
#include "events/recipe.h"
#include "events/reject_file.h"

namespace parcours {
namespace {

constexpr std::uint64_t kRecipeBytesMax = std::uint64_t{1} << 20;

class ImportCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("FILE", "import.file", files_, false);
    options.value("--recipe", "RECIPE", "import.recipe", recipe_);
    options.flag("--recipes", "import.recipes", list_recipes_);
    options.value("--customer", "COL", "import.customer", options_.customer);
    options.value("--time", "COL", "import.time", options_.time);
    options.value("--event", "COL", "import.event", options_.event);
    options.value("--event-name", "NAME", "import.event_name", event_name_);
    options.value("--channel", "COL", "import.channel", options_.channel);
    options.value("--source", "COL", "import.source", options_.source);
    options.value("--value", "COL", "import.value", options_.value);
    options.value("--score", "COL", "import.score", options_.score);
    options.value("--scale", "0-10|1-5|1-7", "import.scale", scale_);
    options.value("--id", "COL", "import.id", options_.id);
    options.values("--link", "COL", "import.link", options_.links);
    options.value("--timezone", "ZONE", "import.timezone", zone_);
    options.value("--separator", "CHAR", "import.separator", separator_);
    options.value("--sheet", "NAME", "import.sheet", sheet_);
    options.value("--encoding", "NAME", "import.encoding", encoding_);
    options.value("--day-order", "day|month", "import.day_order", day_order_);
    options.value("--precision", "ms|s|min|day", "import.precision", precision_);
    options.value("--decimal", "CHAR", "import.decimal", decimal_);
    options.flag("--no-header", "import.no_header", no_header_);
    options.flag("--keep-duplicates", "import.keep_duplicates", options_.keep_duplicates);
    options.flag("--pseudonymise", "import.pseudonymise", pseudonymise_);
    options.flag("--fresh", "import.fresh", fresh_);
    options.flag("--synthetic", "import.synthetic", options_.synthetic);
    options.flag("--dry-run", "import.dry_run", dry_run_);
    options.flag("-y,--yes", "import.yes", yes_);
    options.value("--rejects", "FILE", "import.rejects", rejects_);
    options.flag("--excel", "option.excel", excel_);
  }

  Result<int> run(Session& session) override {
    if (list_recipes_) return show_recipes(session);
    if (files_.empty()) return misuse(msg("cli.missing_argument", {{"name", "FILE"}}));
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_CHECK(settle_options(session, workspace));
    PARCOURS_TRY(const auto paths, expand_paths(files_, session.doors.files));
    if (excel_ && !rejects_) return misuse(msg("cli.needs_option", {{"option", "--excel"}, {"other", "--rejects"}}));
    if (rejects_) PARCOURS_CHECK(is_free_for_rejects(session, paths));
    std::vector<std::unique_ptr<ImportSource>> sources;
    std::string mapping;
    std::optional<ColumnPlan> first;
    for (const auto& path : paths) {
      PARCOURS_TRY(auto plan, plan_import(workspace, session.doors.inputs, path, options_, !fresh_));
      if (!session.json) show_plan(session, path, plan);
      if (mapping.empty()) mapping = mapping_json(plan);
      PARCOURS_TRY(auto source, open_source(session.doors.inputs, path, plan));
      sources.push_back(std::move(source));
      if (!first) first = std::move(plan);
    }
    PARCOURS_TRY(auto source, chain(std::move(sources)));
    if (pseudonymise_) {
      PARCOURS_TRY(std::string key, pseudonym_key(workspace));
      source = pseudonymised(std::move(source), std::move(key));
    }
    if (dry_run_) return dry_run(session, *source);
    if (session.out_is_terminal && !yes_ && !session.json && !confirm(session)) return kExitFine;
    PARCOURS_TRY(const int code, import(session, workspace, *source, mapping));
    PARCOURS_CHECK(remember_choices(workspace, *first, options_));
    return code;
  }

 private:
  // The rejected rows replace neither what is imported, under whatever name it is given, nor what the workspace keeps.
  Outcome is_free_for_rejects(const Session& session, const std::vector<std::string>& paths) const {
    for (const auto& path : paths)
      if (std::error_code none; std::filesystem::equivalent(path, *rejects_, none))
        return misuse(msg("import.rejects_over_input", {{"path", *rejects_}}), msg("import.rejects_over_input_hint"));
    return is_free_for_answers(*rejects_, session.doors.files);
  }

  static Result<int> show_recipes(Session& session) {
    Json json = {{"version", 1}, {"recipes", Json::array()}};
    for (const auto& recipe : all_recipes()) {
      json["recipes"].push_back({{"id", recipe->id}, {"name", recipe->name.in(session.lang)}});
      if (!session.json) session.say(msg("import.recipe_line", {{"id", recipe->id}, {"name", recipe->name}}));
    }
    if (session.json) session.print(json);
    return kExitFine;
  }

  // A shipped one by its name, or a file of one's own; "none": not even one that the columns make unmistakable.
  Outcome settle_recipe(const Session& session) {
    if (!recipe_) return Done{};
    options_.recognise = *recipe_ != "none";
    if (!options_.recognise) return Done{};
    if (extension_of(*recipe_) != "recipe") {
      PARCOURS_TRY(options_.recipe, find_recipe(*recipe_));
      return Done{};
    }
    PARCOURS_TRY(const std::string text, session.doors.files.read(*recipe_, kRecipeBytesMax));
    PARCOURS_TRY(Recipe own, parse_recipe(text, *recipe_, stem_of(*recipe_)));
    options_.recipe = std::make_shared<const Recipe>(std::move(own));
    return Done{};
  }

  Outcome settle_options(const Session& session, const Workspace& workspace) {
    PARCOURS_CHECK(settle_recipe(session));
    options_.zone = zone_.value_or(workspace.settings().zone);
    options_.zone_given = zone_.has_value();
    options_.lang = session.lang;
    options_.event_name = event_name_.value_or("");
    options_.sheet = sheet_.value_or("");
    if (no_header_) options_.header = false;
    if (scale_) {
      options_.scale = scale_of(*scale_);
      if (!options_.scale) return misuse(msg("cli.bad_option_value", {{"option", "--scale"}, {"text", *scale_}}), msg("import.scale_hint"));
    }
    if (encoding_) {
      options_.encoding = encoding_of(*encoding_);
      if (!options_.encoding)
        return misuse(msg("cli.bad_option_value", {{"option", "--encoding"}, {"text", *encoding_}}), msg("import.encoding_hint"));
    }
    if (day_order_ && *day_order_ != "day" && *day_order_ != "month")
      return misuse(msg("cli.bad_option_value", {{"option", "--day-order"}, {"text", *day_order_}}), msg("import.day_order_hint"));
    if (day_order_) options_.day_order = *day_order_ == "day" ? DayOrder::day_first : DayOrder::month_first;
    PARCOURS_CHECK(settle_forms());
    if (!separator_) return Done{};
    const std::string separator = *separator_ == "\\t" || *separator_ == "tab" ? "\t" : *separator_ == "blank" ? " " : *separator_;
    if (separator.size() != 1)
      return misuse(msg("cli.bad_option_value", {{"option", "--separator"}, {"text", *separator_}}), msg("import.separator_hint"));
    options_.separator = separator[0];
    return Done{};
  }

  Outcome settle_forms() {
    if (precision_) {
      options_.precision = unit_of(*precision_);
      if (!options_.precision || options_.precision == TimeUnit::order)
        return misuse(msg("cli.bad_option_value", {{"option", "--precision"}, {"text", *precision_}}), msg("import.precision_hint"));
    }
    if (!decimal_) return Done{};
    if (*decimal_ != "." && *decimal_ != ",")
      return misuse(msg("cli.bad_option_value", {{"option", "--decimal"}, {"text", *decimal_}}), msg("import.decimal_hint"));
    options_.decimal = decimal_->front();
    return Done{};
  }

  static bool confirm(Session& session) {
    session.out << text("import.confirm", session.lang) << " " << std::flush;
    const auto answer = read_line();
    return answer.empty() || answer[0] == 'y' || answer[0] == 'Y' || answer[0] == 'o' || answer[0] == 'O';
  }

  Result<int> dry_run(Session& session, ImportSource& source) {
    for (;;) {
      PARCOURS_TRY(const auto batch, source.next());
      if (!batch) break;
    }
    ImportSummary summary;
    summary.rows = source.rows();
    summary.rejected = source.rejects().size();
    return finish(session, source, summary, true);
  }

  Result<int> import(Session& session, Workspace& workspace, ImportSource& source, const std::string& mapping) {
    PARCOURS_TRY(Store* const store, workspace.store());
    ProgressLine progress(session);
    const auto summary = store->import(source, mapping, [&](const ImportSource& at) {
      progress.show(at);
      return !session.stopped.load();
    });
    progress.clear();
    if (!summary.ok()) return summary.failure();
    PARCOURS_TRY(const int code, finish(session, source, *summary, false));
    if (summary->id != 0 && !session.json) PARCOURS_CHECK(tell_of_links(session, *store, summary->id));
    return code;
  }

  // Links that join nobody leave the figures as if they were not there.
  static Outcome tell_of_links(Session& session, Store& store, std::int64_t import) {
    PARCOURS_TRY(const auto links, store.links());
    const std::string origin = "import " + std::to_string(import);
    const auto n = std::count_if(links.begin(), links.end(), [&](const Link& link) { return link.origin == origin && !link.blocked.empty(); });
    if (n > 0)
      session.complain({Severity::warning, "links-not-followed", msg("import.links", {{"n", std::int64_t{n}}}), msg("import.links.hint"), {}});
    return Done{};
  }

  Result<int> finish(Session& session, const ImportSource& source, const ImportSummary& summary, bool dry_run) {
    if (rejects_)
      PARCOURS_CHECK(session.doors.files.write(*rejects_, rejects_csv(source.rejects(), source.name(), session.lang, csv_readers(session, excel_))));
    if (session.json) session.print(summary_json(source, summary, session.lang));
    else show_summary(session, source, summary, dry_run, rejects_.value_or(""));
    return kExitFine;
  }

  std::vector<std::string> files_;
  ImportOptions options_;
  std::optional<std::string> event_name_, scale_, zone_, separator_, encoding_, day_order_, precision_, decimal_, rejects_, sheet_, recipe_;
  bool no_header_ = false, dry_run_ = false, yes_ = false, list_recipes_ = false, pseudonymise_ = false, fresh_ = false, excel_ = false;
};

}  // namespace

const CommandInfo kImport{"import", make_command<ImportCommand>};

}  // namespace parcours
