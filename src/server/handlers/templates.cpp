// The templates that the program carries: their list, and what each looks like.
#include "app/pictures.h"
#include "app/templates.h"
#include "server/handlers/drawing.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::string_view kThere = "template";  // the folder it is looked at in, in memory

Date today_of(const Call& call) { return call.workspace.zone().date(call.workspace.doors().clock.now()); }

// The template's own workspace, in memory: its personas, channels and portraits are its own.
Result<Scene> picture_of_template(const Call& call, const std::string& name) {
  PARCOURS_TRY(const auto content, template_content(name, call.lang, Take::everything, today_of(call)));
  MemoryFiles files;
  for (const NewFile& file : content) PARCOURS_CHECK(files.write(join_path(kThere, file.path), file.content));
  PARCOURS_TRY(Workspace workspace, Workspace::open(std::string(kThere), {files, call.workspace.doors().clock, call.workspace.doors().inputs}));
  PARCOURS_TRY(const MapFile map, workspace.map(workspace.map_names().front()));
  DrawOptions options;
  options.lang = call.lang;
  PARCOURS_TRY(options.theme, asked_theme(call));
  options.pictures = load_pictures(workspace, map).pictures;
  return draw(unmeasured(workspace, map), options);
}

}  // namespace

Response get_templates(Call& call) {
  Json list = Json::array();
  for (const TemplateInfo& info : all_templates()) {
    Json stages = Json::array();
    for (const LocalText& stage : info.stages) stages.push_back(stage.in(call.lang));
    list.push_back({{"name", info.name},
                    {"group", code_of(info.group)},
                    {"title", info.title.in(call.lang)},
                    {"stages", std::move(stages)},
                    {"touchpoints", info.touchpoints}});
  }
  return json_reply({{"version", 1}, {"templates", std::move(list)}});
}

Response get_template_picture(Call& call) {
  const auto scene = picture_of_template(call, call.steps.front());
  if (!scene.ok()) return failure_reply(scene.failure(), call.lang);
  return svg_reply(*scene);
}

}  // namespace parcours
