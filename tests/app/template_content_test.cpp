// The content of the templates: both languages throughout, nothing left for `check` or `fmt` to say, every place filled in.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/templates.h"
#include "app/workspace.h"
#include "check/check.h"
#include "map/format.h"
#include "map/structure.h"
#include "map/yaml_json.h"
#include "overlay/measured_map.h"

namespace parcours {
namespace {

bool is_text(const std::string& key) {
  static const std::set<std::string> kTexts = {"title",        "offer",     "how",     "text",       "does",   "wants", "asks",
                                               "says",         "why",       "promise", "note",       "quote",  "area",  "age",
                                               "social_group", "situation", "income",  "occupation", "habits", "goals", "frustrations"};
  return kTexts.contains(key);
}

// A text for readers is {fr, en}, both there. Names alone may be one word for both: Instagram.
void expect_both_languages(const Json& value, const std::string& at, bool text) {
  if (value.is_string()) {
    EXPECT_FALSE(text) << at << ": only one text: " << value;
    return;
  }
  if (value.is_array())
    for (const auto& element : value) expect_both_languages(element, at, text && !element.is_object());
  if (!value.is_object()) return;
  if (value.contains("fr") || value.contains("en")) {
    for (const char* lang : {"fr", "en"}) EXPECT_TRUE(value.contains(lang) && !value[lang].get<std::string>().empty()) << at << ": " << value;
    return;
  }
  for (const auto& [key, below] : value.items()) expect_both_languages(below, at + "/" + key, is_text(key));
}

TEST(TemplateContent, EveryTextIsInBothLanguages) {
  for (const auto& file : template_files())
    if (file.path.ends_with(".yaml"))
      expect_both_languages(to_json(read_yaml(std::string(file.path), file.content).tree), std::string(file.path), false);
}

TEST(TemplateContent, EveryFileIsLaidOut) {
  for (const auto& file : template_files()) {
    if (!file.path.ends_with(".yaml")) continue;
    const std::string path(file.path), text(file.content);
    const auto laid_out = format_yaml(path, text);
    ASSERT_TRUE(laid_out.ok()) << path;
    EXPECT_EQ(*laid_out, text) << path << ": run `parcours fmt`";
  }
}

TEST(TemplateContent, EachTemplateIsInOneGroup) {
  std::set<std::string> listed;
  for (const auto& info : all_templates()) {
    EXPECT_TRUE(listed.insert(info.name).second) << info.name << " is listed twice";
    EXPECT_FALSE(info.stages.empty()) << info.name << " is in groups.txt, but not in templates/";
  }
  for (const auto& file : template_files()) {
    const auto slash = file.path.find('/');
    if (slash == std::string_view::npos) continue;
    EXPECT_TRUE(listed.contains(std::string(file.path.substr(0, slash)))) << file.path << ": add the template to templates/groups.txt";
  }
  EXPECT_GE(listed.size(), 20u);
}

// A template's map in a workspace made from it.
struct Made {
  MemoryFiles files;
  FixedClock clock{0};
  MemoryInputs inputs{{}};
  std::optional<Workspace> workspace;
  std::optional<MapFile> map;
};

void make(Made& made, const TemplateInfo& info, Lang lang) {
  ASSERT_TRUE(new_workspace("w", info.name, lang, made.files).ok());
  made.workspace.emplace(Workspace::open("w", {made.files, made.clock, made.inputs}).value());
  ASSERT_EQ(made.workspace->map_names().size(), 1u);
  made.map.emplace(made.workspace->map(made.workspace->map_names().front()).value());
}

// Notes that a template is right to leave: nothing is measured yet, no target is drawn, teams see things differently, a shop or an app
// may have nobody to talk to. They show what `check` is for.
bool is_meant(const Diagnostic& finding) {
  const std::set<std::string> meant = {"mostly-assumed", "current-without-target", "teams-disagree", "no-human-after-friction"};
  return finding.severity == Severity::note && meant.contains(finding.code);
}

TEST(TemplateContent, NoRuleOfAGoodJourneyFindsAnything) {
  for (const auto& info : all_templates()) {
    for (const Lang lang : {Lang::fr, Lang::en}) {
      Made made;
      make(made, info, lang);
      const auto around = made.workspace->around(*made.map);
      for (const auto& diagnostic : around.diagnostics) ADD_FAILURE() << info.name << ": " << render(diagnostic, "", lang);
      const auto measured = measured_map(made.map->value, around.personas, made.workspace->settings(), std::nullopt);
      ASSERT_TRUE(made.map->value.reviewed) << info.name;
      for (const auto& finding : check_map({measured, made.map->source, *made.map->value.reviewed}).findings)
        if (!is_meant(finding)) ADD_FAILURE() << info.name << ": " << render(finding, made.map->source.text(), lang);
    }
  }
}

void expect_full(const JourneyMap& map) {
  EXPECT_FALSE(map.offer.empty()) << map.id;
  std::size_t truths = 0, frictions = 0;
  std::set<std::string> teams;
  for (const auto& view : map.views) teams.insert(team_key(view.team));
  for (const auto& stage : map.stages) {
    EXPECT_FALSE(stage.objective.empty() || stage.how.empty() || stage.contents.empty() || stage.buyer.empty()) << map.id << "/" << stage.id;
    for (const auto& touchpoint : stage.touchpoints) {
      EXPECT_FALSE(touchpoint.does.empty() || touchpoint.wants.empty() || touchpoint.says.empty() || touchpoint.emotions.empty())
          << map.id << "/" << touchpoint.id;
      truths += touchpoint.moment_of_truth.has_value();
      frictions += touchpoint.frictions.size();
      // Drop-off counts journeys without the goal: after it, such an expectation would never be met.
      for (const auto& friction : touchpoint.frictions)
        EXPECT_TRUE(stage.phase != Phase::after || friction.expect.empty()) << map.id << "/" << friction.id;
    }
  }
  EXPECT_GE(truths, 2u) << map.id;
  EXPECT_GE(frictions, 2u) << map.id;
  EXPECT_GE(map.actions.size(), 2u) << map.id;
  EXPECT_GE(teams.size(), 2u) << map.id;
}

TEST(TemplateContent, EveryPlaceIsFilledIn) {
  for (const auto& info : all_templates()) {
    if (info.group == TemplateGroup::start) continue;
    Made made;
    make(made, info, Lang::fr);
    expect_full(made.map->value);
    EXPECT_GE(info.touchpoints, 8) << info.name;
  }
}

TEST(TemplateContent, TheStructureOfEachReadsWithoutAWord) {
  for (const auto& info : all_templates()) {
    MemoryFiles files;
    const auto maps = new_workspace("w", info.name, Lang::fr, files, Take::structure);
    ASSERT_TRUE(maps.ok()) << info.name;
    const std::string text = files.read(maps->front()).value();
    const MapFile map = parse_map("m.yaml", text);
    for (const auto& diagnostic : map.diagnostics) ADD_FAILURE() << info.name << ": " << render(diagnostic, text, Lang::en);
    EXPECT_EQ(format_yaml("m.yaml", text).value(), text) << info.name;
    EXPECT_EQ(structure_of(map), text) << info.name;
    std::int64_t touchpoints = 0;
    for (const auto& stage : map.value.stages) {
      for (const auto& touchpoint : stage.touchpoints) {
        ++touchpoints;
        EXPECT_TRUE(touchpoint.does.empty() && touchpoint.says.empty() && touchpoint.frictions.empty() && touchpoint.match.empty()) << touchpoint.id;
      }
    }
    EXPECT_EQ(touchpoints, info.touchpoints) << info.name;
    EXPECT_TRUE(map.value.actions.empty() && map.value.views.empty() && map.value.offer.empty()) << info.name;
    for (const auto& persona : files.list("w/personas")) EXPECT_TRUE(persona.ends_with(".yaml")) << persona;
  }
}

}  // namespace
}  // namespace parcours
