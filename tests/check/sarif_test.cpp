// SARIF 2.1.0: what the standard’s schema requires of the parts we write, and places that hold.
#include <gtest/gtest.h>

#include <set>

#include "check/sarif.h"

namespace parcours {
namespace {

const std::string kYaml =
    "parcours: 1\ntitle: Café\nstages:\n  - id: s\n    name: Décision\n    phase: during\n    touchpoints:\n"
    "      - {id: a, name: {fr: Réseaux sociaux, en: Reads a post}, channel: site, match: {event: view}}\n"
    "ignore: [{rule: no-goal, why: {fr: plus tard, en: later}}]\n";

SarifInput found_in(const std::string& file_name, const std::string& yaml) {
  const MapFile file = parse_map(file_name, yaml);
  const MeasuredMap measured = measured_map(file.value, {}, {}, {});
  CheckedMap checked = check_map({measured, file.source, {2026, 11, 22}});
  SarifInput input{std::move(checked.findings), std::move(checked.ignored), {{file_name, yaml}}};
  input.findings.insert(input.findings.begin(), file.diagnostics.begin(), file.diagnostics.end());
  return input;
}

Json sarif(Lang lang = Lang::en) { return to_sarif({found_in("/w s/maps/café.yaml", kYaml)}, "/w s", "9.8.7", lang); }

void expect_keys(const Json& json, const std::set<std::string>& required, const std::set<std::string>& allowed) {
  for (const auto& key : required) EXPECT_TRUE(json.contains(key)) << key << " is missing in " << json.dump();
  for (const auto& [key, value] : json.items()) EXPECT_TRUE(required.contains(key) || allowed.contains(key)) << key;
}

void expect_result(const Json& result, const Json& rules) {
  expect_keys(result, {"ruleId", "ruleIndex", "level", "message", "locations"}, {"suppressions"});
  EXPECT_TRUE((std::set<std::string>{"error", "warning", "note"}.contains(result["level"])));
  ASSERT_LT(result["ruleIndex"].get<std::size_t>(), rules.size());
  EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
  EXPECT_FALSE(result["message"]["text"].get<std::string>().empty());
  const Json& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "maps/caf%C3%A9.yaml");
  const Json& region = place["region"];
  expect_keys(region, {"startLine"}, {"startColumn", "endLine", "endColumn", "byteOffset", "byteLength"});
  EXPECT_GE(region["startLine"].get<int>(), 1);
  EXPECT_GE(region.value("startColumn", 1), 1);
  EXPECT_GE(region.value("endLine", 1 << 30), region["startLine"].get<int>());
}

TEST(Sarif, HasTheShapeOfTheStandard) {
  const Json log = sarif();
  expect_keys(log, {"$schema", "version", "runs"}, {});
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1u);
  const Json& run = log["runs"][0];
  expect_keys(run, {"tool", "results"}, {"columnKind", "language", "originalUriBaseIds"});
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const Json& driver = run["tool"]["driver"];
  expect_keys(driver, {"name", "rules"}, {"version"});
  EXPECT_EQ(driver["version"], "9.8.7");
  std::set<std::string> ids;
  for (const auto& rule : driver["rules"]) EXPECT_TRUE(ids.insert(rule["id"]).second) << rule["id"];
  EXPECT_GE(ids.size(), all_rules().size());
  for (std::size_t i = 0; i < all_rules().size(); ++i) {
    expect_keys(driver["rules"][i], {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"}, {});
    EXPECT_FALSE(driver["rules"][i]["help"]["text"].get<std::string>().empty());
  }
  ASSERT_FALSE(run["results"].empty());
  for (const auto& result : run["results"]) expect_result(result, driver["rules"]);
}

TEST(Sarif, PlacesCountCharactersAndBytes) {
  const Json log = sarif();
  for (const auto& result : log["runs"][0]["results"]) {
    if (result["ruleId"] != "vague-name") continue;
    const Json& region = result["locations"][0]["physicalLocation"]["region"];
    EXPECT_EQ(region["startLine"], 8);
    EXPECT_EQ(region["startColumn"], 23);
    EXPECT_EQ(region["endColumn"], 23 + 39);  // {fr: Réseaux sociaux, en: Reads a post}
    EXPECT_EQ(kYaml.substr(region["byteOffset"].get<std::size_t>(), 4), "{fr:");
    return;
  }
  FAIL() << "the name was not found vague";
}

TEST(Sarif, WhatIsIgnoredIsSuppressedWithItsReason) {
  for (const Lang lang : {Lang::fr, Lang::en}) {
    std::vector<Json> suppressed;
    const Json log = sarif(lang);
    for (const auto& result : log["runs"][0]["results"])
      if (result.contains("suppressions")) suppressed.push_back(result);
    ASSERT_EQ(suppressed.size(), 1u);
    EXPECT_EQ(suppressed[0]["ruleId"], "no-goal");
    EXPECT_EQ(suppressed[0]["suppressions"][0]["kind"], "inSource");
    EXPECT_EQ(suppressed[0]["suppressions"][0]["justification"], lang == Lang::fr ? "plus tard" : "later");
  }
}

TEST(Sarif, WhatIsWrongWithTheFormatIsThereToo) {
  const std::string yaml = "parcours: 1\ntitle: T\nstagse: []\n";
  const Json log = to_sarif({found_in("maps/x.yaml", yaml)}, ".", "1", Lang::en);
  const Json& run = log["runs"][0];
  const Json& first = run["results"][0];
  EXPECT_EQ(first["ruleId"], "unknown-key");
  EXPECT_EQ(first["level"], "error");
  EXPECT_EQ(run["tool"]["driver"]["rules"][first["ruleIndex"].get<std::size_t>()]["id"], "unknown-key");
}

TEST(Sarif, TheSameBytesOnEveryRun) { EXPECT_EQ(to_text(sarif()), to_text(sarif())); }

}  // namespace
}  // namespace parcours
