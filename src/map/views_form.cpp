// The empty form that a team fills in.
#include "map/views_file.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

std::string as_comment(std::string_view words) {
  std::string out = "# ";
  for (const char c : words) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return out;
}

}  // namespace

std::string views_form(const JourneyMap& map, const std::string& team, Lang lang) {
  std::string out = as_comment(render(msg("map.views.form_head", {{"map", map.title}}), lang)) + "\n" + as_comment(text("map.views.form_how", lang)) +
                    "\n" + "parcours: 1\nteam: " + yaml_scalar(team, false) + "\nviews:\n";
  bool empty = true;
  for (const Stage& stage : map.stages) {
    if (!stage.touchpoints.empty()) out += "\n  " + as_comment(stage.name.empty() ? stage.id : stage.name.in(lang)) + "\n";
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      out += "  " + touchpoint.id + ":  " + as_comment(touchpoint.name.empty() ? touchpoint.id : touchpoint.name.in(lang)) +
             "\n    emotion:\n    note:\n";
      empty = false;
    }
  }
  if (empty) out.insert(out.size() - 1, " {}");
  return out;
}

}  // namespace parcours
