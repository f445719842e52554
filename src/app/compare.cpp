#include "app/compare.h"

#include "app/scope_values.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

bool is_period(const Other& other) { return other.against.find("..") != std::string::npos; }

// The same scope with another segment, or another period.
Result<Scope> other_scope(Scope scope, const Other& other, const Zone& zone) {
  if (!is_period(other)) {
    PARCOURS_TRY(auto condition, parse_where(other.against));
    std::erase_if(scope.where, [&](const FieldCondition& known) { return known.field == condition.field; });
    scope.where.push_back(std::move(condition));
    return scope;
  }
  const auto dots = other.against.find("..");
  PARCOURS_TRY(scope.since, since_value(other.option, other.against.substr(0, dots), zone));
  PARCOURS_TRY(scope.until, until_value(other.option, other.against.substr(dots + 2), zone));
  return scope;
}

}  // namespace

Result<Scope> compare_with(Workspace& workspace, const MapFile& map, MeasureRequest request, const Other& other, MeasuredAnswer& answer) {
  const Scope here = request.scope;
  PARCOURS_TRY(request.scope, other_scope(request.scope, other, workspace.zone()));
  PARCOURS_TRY(auto second, measure(workspace, map, request));
  Against against{std::move(*second.measured.figures), {}, {}, true};
  const Basis &now = answer.measured.figures->basis, &then = against.figures.basis;
  if (is_period(other)) {
    against.here = period_text(here, now, workspace.zone(), other.lang);
    against.there = period_text(request.scope, then, workspace.zone(), other.lang);
    against.there_first = then.as_of <= now.as_of;
  } else {
    against.here = segment_text(here, other.lang);
    against.there = segment_text(request.scope, other.lang);
  }
  answer.measured.against = std::move(against);
  return request.scope;
}

}  // namespace parcours
