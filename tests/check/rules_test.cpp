// Every rule: its bad example gets exactly the words of its case, its good example none of them; its page is fresh.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "check/check.h"
#include "check/rule_case.h"

namespace parcours {
namespace {

using test::CaseParts;

constexpr Date kToday{2026, 11, 22};

std::string findings_for(const CheckRule& rule, const std::string& yaml, const std::string& facts) {
  MapFile file = parse_map("maps/example.yaml", yaml);
  for (const auto& diagnostic : file.diagnostics) ADD_FAILURE() << render(diagnostic, yaml, Lang::en);
  auto figures = test::figures_of(facts, file.value);
  const MeasuredMap measured = measured_map(file.value, {}, {}, std::move(figures));
  std::string out;
  for (const auto& finding : check_map({measured, file.source, kToday}).findings)
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
  EXPECT_EQ(findings_for(*GetParam(), parts["bad"], parts["figures"]), parts["says"]);
}

TEST_P(EveryRule, IsSilentOnTheGoodExample) {
  CaseParts parts = this->parts();
  ASSERT_FALSE(parts["good"].empty());
  EXPECT_EQ(findings_for(*GetParam(), parts["good"], parts["good figures"]), "");
}

TEST_P(EveryRule, CanBeIgnoredWithAReason) {
  CaseParts parts = this->parts();
  const std::string yaml = parts["bad"] + "ignore: [{rule: " + std::string(GetParam()->code) + ", why: known}]\n";
  EXPECT_EQ(findings_for(*GetParam(), yaml, parts["figures"]), "");
}

std::string page_of(const CheckRule& rule, const CaseParts& parts) {
  const std::string key = "rule." + std::string(rule.code);
  std::ostringstream page;
  page << "# " << rule.code << "\n\n" << text(key + ".title", Lang::en) << " · *" << text(key + ".title", Lang::fr) << "*\n\n";
  page << "Test " << code_of(rule.test) << ", " << code_of(rule.severity) << "\n\n";
  page << text(key + ".why", Lang::en) << "\n\n**What to do.** " << text(key + ".mend", Lang::en) << "\n\n";
  page << "*" << text(key + ".why", Lang::fr) << "*\n\n***Que faire.** " << text(key + ".mend", Lang::fr) << "*\n\n";
  page << "## Bad\n\n```yaml\n" << parts.at("bad") << "```\n\n";
  if (parts.contains("figures")) page << "with these events:\n\n```\n" << parts.at("figures") << "```\n\n";
  page << "says:\n\n```\n" << parts.at("says") << "```\n\n## Good\n\n```yaml\n" << parts.at("good") << "```\n";
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
  page << "# Rules\n\nWhat `parcours check` looks at, by the five tests of a good journey. Pages are made from the rules and their cases (`./dev "
          "docs`).\n\n"
       << "| rule | says | |\n| --- | --- | --- |\n";
  for (const CheckRule* rule : all_rules()) {
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
  const Json json = to_json(checked.findings, checked.ignored, Lang::en);
  EXPECT_EQ(json["version"], 1);
  ASSERT_EQ(json["findings"].size(), checked.findings.size());
  bool found = false;
  for (const auto& finding : json["findings"])
    found = found ||
            (finding["code"] == "touchpoint-without-rule" && finding["line"] == 6 && finding["test"] == "C3" && finding["severity"] == "warning");
  EXPECT_TRUE(found) << json.dump(2);
}

}  // namespace
}  // namespace parcours
