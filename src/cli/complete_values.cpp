#include "cli/complete_values.h"

#include <algorithm>

#include "app/simulate/traits.h"
#include "app/templates.h"
#include "check/check.h"
#include "events/recipe.h"
#include "render/render.h"

namespace parcours {
namespace {

struct Asked {
  const TypedLine& typed;
  const Session& session;
  Completion& to;

  const Workspace* workspace() const { return session.met && session.met->ok() ? &**session.met : nullptr; }
  void add(std::string value, std::string what = {}) const { to.candidates.push_back({std::move(value), std::move(what)}); }
};

bool looks_like_a_path(const std::string& text) { return text.find_first_of("/.") != std::string::npos; }

void add_maps(const Asked& asked) {
  if (looks_like_a_path(asked.typed.current)) asked.to.paths = Completion::Paths::files;
  const auto* workspace = asked.workspace();
  if (!workspace) return;
  for (const auto& name : workspace->map_names()) {
    const auto map = workspace->map(name);
    asked.add(name, map.ok() ? map->value.title.in(asked.session.lang) : "");
  }
}

// The map that the line is about: --map, else the first argument of a command that takes a map, else the only one.
std::optional<JourneyMap> map_of(const Asked& asked) {
  const auto* workspace = asked.workspace();
  if (!workspace) return std::nullopt;
  const auto& options = asked.typed.options;
  const auto argument = std::find_if(options.begin(), options.end(), [](const OptionInfo& option) { return option.names.empty(); });
  const auto names = workspace->map_names();
  std::string name = names.size() == 1 ? names.front() : "";
  if (argument != options.end() && argument->placeholder == "MAP" && !asked.typed.arguments.empty()) name = asked.typed.arguments.front();
  if (const auto given = asked.typed.values.find("--map"); given != asked.typed.values.end()) name = given->second;
  if (name.empty()) return std::nullopt;
  auto map = workspace->map(name);
  return map.ok() ? std::optional(std::move(map->value)) : std::nullopt;
}

void add_stages(const Asked& asked) {
  if (const auto map = map_of(asked))
    for (const auto& stage : map->stages) asked.add(stage.id, stage.name.in(asked.session.lang));
}

// What stands before the last comma of a list stays.
std::string begun_list(const std::string& current) { return current.substr(0, current.rfind(',') + 1); }

void add_touchpoints(const Asked& asked, const std::string& before = {}) {
  if (const auto map = map_of(asked))
    for (const auto& stage : map->stages)
      for (const auto& touchpoint : stage.touchpoints) asked.add(before + touchpoint.id, touchpoint.name.in(asked.session.lang));
}

// Steps are names of events unless there is a --map.
void add_steps(const Asked& asked) {
  if (asked.typed.values.contains("--map")) add_touchpoints(asked, begun_list(asked.typed.current));
}

void add_lanes(const Asked& asked) {
  asked.to.goes_on = true;
  const std::string before = begun_list(asked.typed.current);
  const auto map = map_of(asked);
  for (const auto& lane : lane_codes(map ? *map : JourneyMap()))
    if (("," + before).find("," + lane + ",") == std::string::npos) asked.add(before + lane);
}

void add_traits(const Asked& asked) {
  asked.to.goes_on = true;
  const std::string before = begun_list(asked.typed.current);
  for (const auto& trait : all_traits())
    if (("," + before).find("," + std::string(trait.name) + ",") == std::string::npos) asked.add(before + std::string(trait.name));
}

void add_rules(const Asked& asked) {
  for (const CheckRule* rule : all_rules())
    asked.add(std::string(rule->code), text("rule." + std::string(rule->code) + ".title", asked.session.lang));
}

void add_templates(const Asked& asked) {
  for (const auto& info : all_templates()) asked.add(info.name, info.title.in(asked.session.lang));
}

void add_recipes(const Asked& asked) {
  for (const auto& recipe : all_recipes()) asked.add(recipe->id, recipe->name.in(asked.session.lang));
  asked.add("none");
  if (looks_like_a_path(asked.typed.current)) asked.to.paths = Completion::Paths::files;
}

using AddValues = void (*)(const Asked&);
const std::pair<std::string_view, AddValues> kKinds[] = {
    {"A", add_maps},
    {"B", add_maps},
    {"DIR", [](const Asked& asked) { asked.to.paths = Completion::Paths::folders; }},
    {"FILE", [](const Asked& asked) { asked.to.paths = Completion::Paths::files; }},
    {"LANE", add_lanes},
    {"MAP", add_maps},
    {"RECIPE", add_recipes},
    {"RULE", add_rules},
    {"STAGE", add_stages},
    {"STEP", add_steps},
    {"TEMPLATE", add_templates},
    {"TOUCHPOINT", [](const Asked& asked) { add_touchpoints(asked); }},
    {"TRAIT", add_traits},
};

// What is typed as it stands, `light` or `A4`, has something that a placeholder's capitals have not.
bool is_literal(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

void add_values_of(const std::string& alternative, const Asked& asked) {
  const std::string word = alternative.substr(0, alternative.find_first_of(".,"));  // FILE.csv, LANE,…
  if (word == "MAP" && word != alternative) return void(asked.to.paths = Completion::Paths::files);
  for (const auto& [kind, add] : kKinds)
    if (kind == word) return add(asked);
  if (is_literal(alternative)) asked.add(alternative);
}

}  // namespace

void add_values(const std::string& placeholder, const TypedLine& typed, const Session& session, Completion& to) {
  const Asked asked{typed, session, to};
  for (std::size_t from = 0; from <= placeholder.size();) {
    const auto bar = std::min(placeholder.find('|', from), placeholder.size());
    add_values_of(placeholder.substr(from, bar - from), asked);
    from = bar + 1;
  }
}

}  // namespace parcours
