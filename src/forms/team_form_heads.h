// The columns of the form that a team fills in, in their order: what a workbook and a CSV file have in common.
#pragma once

#include <array>
#include <string_view>

namespace parcours {

inline constexpr std::array<std::string_view, 6> kTeamFormHeads = {"forms.team_form.stage",    "forms.team_form.touchpoint", "forms.team_form.emotion",
                                                                   "forms.team_form.friction", "forms.team_form.note",       "forms.team_form.id"};

}  // namespace parcours
