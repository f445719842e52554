// Every rule: its bad example gets exactly the words of its case, its good example none of them; its page is fresh.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

#include "check/check.h"
#include "check/rule_case.h"

namespace parcours {
namespace {

using test::CaseParts;

constexpr Date kToday{2026, 11, 22};

template <class Parsed>
void expect_well_formed(const Parsed& file) {
  for (const auto& diagnostic : file.diagnostics) ADD_FAILURE() << render(diagnostic, file.source.text(), Lang::en);
}

std::vector<Persona> personas_of(const std::string& yaml, const JourneyMap& map) {
  if (yaml.empty()) return {};
  PersonaFile file = parse_persona("personas/" + map.personas.at(0) + ".yaml", yaml);
  expect_well_formed(file);
  file.value.id = map.personas.at(0);
  return {file.value};
}

std::vector<JourneyMap> maps_beside(const std::string& yaml) {
  if (yaml.empty()) return {};
  const MapFile file = parse_map("maps/beside.yaml", yaml);
  expect_well_formed(file);
  return {file.value};
}

// What the rule says of the map in the part `side` ("bad" or "good").
std::string findings_for(const CheckRule& rule, CaseParts parts, const std::string& side, const std::string& more = "") {
  const std::string prefix = side == "bad" ? "" : side + " ";
  const MapFile file = parse_map("maps/example.yaml", parts[side] + more);
  expect_well_formed(file);
  const auto beside = maps_beside(parts[prefix + "beside"]);
  const MeasuredMap measured =
      measured_map(file.value, personas_of(parts[prefix + "persona"], file.value), {}, test::figures_of(parts[prefix + "figures"], file.value));
  std::string out;
  for (const auto& finding : check_map({measured, file.source, kToday, beside}).findings)
    if (finding.code == rule.code) out += render(finding, file.source.text(), Lang::en);
  return out;
}

class EveryRule : public testing::TestWithParam<const CheckRule*> {
 protected:
  CaseParts parts() const {
    return test::read_case(std::string(PARCOURS_SOURCE_DIR) + "/tests/check/rules/" + std::string(GetParam()->code) + ".case");
  }
};

TEST_P(EveryRule, SaysWhatItsCaseSays) {
  CaseParts parts = this->parts();
  ASSERT_FALSE(parts["bad"].empty()) << "no case for " << GetParam()->code;
  EXPECT_EQ(findings_for(*GetParam(), parts, "bad"), parts["says"]);
}

TEST_P(EveryRule, IsSilentOnTheGoodExample) {
  CaseParts parts = this->parts();
  ASSERT_FALSE(parts["good"].empty());
  EXPECT_EQ(findings_for(*GetParam(), parts, "good"), "");
}

TEST_P(EveryRule, CanBeIgnoredWithAReason) {
  CaseParts parts = this->parts();
  EXPECT_EQ(findings_for(*GetParam(), parts, "bad", "ignore: [{rule: " + std::string(GetParam()->code) + ", why: known}]\n"), "");
}

std::string page_of(const CheckRule& rule, const CaseParts& parts) {
  const std::string key = "rule." + std::string(rule.code);
  std::ostringstream page;
  page << "# " << rule.code << "\n\n" << text(key + ".title", Lang::en) << " · *" << text(key + ".title", Lang::fr) << "*\n\n";
  page << "Test " << code_of(rule.test) << ", " << code_of(rule.severity) << "\n\n";
  page << text(key + ".why", Lang::en) << "\n\n**What to do.** " << text(key + ".mend", Lang::en) << "\n\n";
  page << "*" << text(key + ".why", Lang::fr) << "*\n\n***Que faire.** " << text(key + ".mend", Lang::fr) << "*\n\n";
  const auto show = [&](const std::string& part, const std::string& lead, const std::string& kind) {
    if (parts.contains(part)) page << lead << "```" << kind << "\n" << parts.at(part) << "```\n";
  };
  const auto show_around = [&](const std::string& prefix) {
    show(prefix + "persona", "\nwith this persona:\n\n", "yaml");
    show(prefix + "beside", "\nwith this map beside it:\n\n", "yaml");
    show(prefix + "figures", "\nwith these events:\n\n", "");
  };
  show("bad", "## Bad\n\n", "yaml");
  show_around("");
  show("says", "\nsays:\n\n", "");
  show("good", "\n## Good\n\n", "yaml");
  show_around("good ");
  return page.str();
}

// PARCOURS_UPDATE=1 writes the page (`./dev docs`).
void expect_fresh(const std::string& name, const std::string& wanted) {
  const std::string path = std::string(PARCOURS_SOURCE_DIR) + "/docs/rules/" + name;
  if (std::getenv("PARCOURS_UPDATE")) std::ofstream(path) << wanted;
  std::ifstream in(path);
  std::stringstream page;
  page << in.rdbuf();
  EXPECT_EQ(page.str(), wanted) << "run ./dev docs";
}

TEST_P(EveryRule, HasAFreshPage) { expect_fresh(std::string(GetParam()->code) + ".md", page_of(*GetParam(), parts())); }

TEST(RulePages, TheListNamesThemAll) {
  std::ostringstream page;
  page << "# Rules\n\nWhat `parcours check` looks at, by the [five tests](../measures/five-tests.md) of a good journey. Pages are made from the "
          "rules and their "
          "cases (`./dev docs`).\n";
  std::string_view test;
  for (const CheckRule* rule : all_rules()) {
    if (std::exchange(test, code_of(rule->test)) != code_of(rule->test)) {
      const std::string name = "check.test." + std::string(test);
      page << "\n## " << test << " " << text(name, Lang::en) << " · *" << text(name, Lang::fr) << "*\n\n| rule | says | |\n| --- | --- | --- |\n";
    }
    const std::string title = "rule." + std::string(rule->code) + ".title";
    page << "| [" << rule->code << "](" << rule->code << ".md) | " << text(title, Lang::en) << " | *" << text(title, Lang::fr) << "* |\n";
  }
  expect_fresh("README.md", page.str());
}

INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, testing::ValuesIn(all_rules().begin(), all_rules().end()), [](const auto& info) {
  std::string name(info.param->code);
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

TEST(Check, ExplainsARuleInBothLanguages) {
  const std::string fr = explain(*rule_named("no-goal"), Lang::fr), en = explain(*rule_named("no-goal"), Lang::en);
  EXPECT_NE(fr.find("La carte n’a pas d’objectif"), std::string::npos);
  EXPECT_NE(en.find("The map has no goal"), std::string::npos);
  EXPECT_EQ(rule_named("no-such-rule"), nullptr);
}

TEST(Check, FindingsComeInOrderOfTheFileAndAsJson) {
  const std::string yaml = "parcours: 1\ntitle: T\nstages:\n  - id: a\n    touchpoints:\n      - {id: x, name: X}\n      - {id: y, name: Y}\n";
  MapFile file = parse_map("maps/m.yaml", yaml);
  const MeasuredMap measured = measured_map(file.value, {}, {}, {});
  const CheckedMap checked = check_map({measured, file.source, kToday});
  for (std::size_t i = 1; i < checked.findings.size(); ++i) EXPECT_LE(checked.findings[i - 1].place.begin, checked.findings[i].place.begin);
  bool found = false;
  for (const auto& finding : checked.findings) {
    const Json json = to_json(finding, Lang::en);
    found = found || (json["code"] == "touchpoint-without-rule" && json["line"] == 6 && json["test"] == "C3" && json["severity"] == "warning");
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace parcours
