// The pictures of `draw` that are about several maps.
#pragma once

#include "cli/page_forms.h"
#include "cli/session.h"
#include "questions/scope.h"

namespace parcours {

struct SeveralRequest {
  std::string page;                // "overview" | "persona" | "stakeholders" | "impact"
  std::optional<std::string> map;  // this one and those it opens; nothing: all of the workspace
  std::string persona;             // of the page "persona"
  std::optional<std::string> output;
  bool measured = false, with_maps = false;
  PageForms forms;
  Scope scope;
};

bool is_several_page(std::string_view page);
Result<int> draw_several(Session& session, Workspace& workspace, const SeveralRequest& request);

}  // namespace parcours
