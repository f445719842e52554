#include <algorithm>
#include <array>

#include "base/letters.h"
#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 22> kDepartments = {"marketing",
                                                           "sales",
                                                           "sales department",
                                                           "ventes",
                                                           "service commercial",
                                                           "commercial",
                                                           "logistique",
                                                           "logistics",
                                                           "crm",
                                                           "it",
                                                           "informatique",
                                                           "finance",
                                                           "comptabilité",
                                                           "accounting",
                                                           "back office",
                                                           "back-office",
                                                           "service marketing",
                                                           "service clients",
                                                           "service client",
                                                           "customer service",
                                                           "rh",
                                                           "hr"};

bool is_department(const std::string& name) { return std::find(kDepartments.begin(), kDepartments.end(), lower_case(name)) != kDepartments.end(); }

void stage_named_as_department(const Subject& subject, RuleFindings& complaints) {
  for (const auto& stage : subject.map().stages) {
    complaints.looked_at(1);
    const auto& name = stage.name;
    const auto names = {name.plain, name.fr, name.en};
    const auto department = std::find_if(names.begin(), names.end(), is_department);
    if (department == names.end()) continue;
    complaints.at("stages/" + stage.id + "/name", stage.id, msg("rule.stage-named-as-department.message", {{"name", *department}}),
                  msg("rule.stage-named-as-department.hint"));
  }
}

}  // namespace

const CheckRule kStageNamedAsDepartment{"stage-named-as-department", GoodJourneyTest::process, Severity::warning, stage_named_as_department};

}  // namespace parcours
