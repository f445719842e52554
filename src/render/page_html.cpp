// The pages beside the map, personas and actions, as pages of their own: the picture, and what stands on it in a table.
#include "render/html_page.h"
#include "render/layout/page.h"
#include "render/render.h"

namespace parcours {
namespace {

HtmlCell listed_cell(const Frame& frame, const std::vector<LocalText>& texts) {
  std::string out;
  for (const LocalText& text : texts) out += (out.empty() ? "" : " · ") + frame.say(text);
  return words_cell(std::move(out));
}

std::string personas_table(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const Persona& persona : frame.map.personas)
    rows.push_back({words_cell(frame.say(persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name), frame.say(persona.quote)),
                    listed_cell(frame, persona.goals), listed_cell(frame, persona.frustrations), listed_cell(frame, persona.habits)});
  if (rows.empty()) return {};
  return html_table("personas-table", frame.say(msg("render.personas.title")),
                    {{frame.say(msg("render.personas.persona")), {}, false},
                     {frame.say(msg("render.persona.list.goals")), {}, false},
                     {frame.say(msg("render.persona.list.frustrations")), {}, false},
                     {frame.say(msg("render.persona.list.habits")), {}, false}},
                    rows);
}

std::string page_html(const Frame& frame, const Scene& scene, const Message& title, std::string words, std::string skip_to) {
  const PageText text = page_text(frame, title);
  return html_document({frame.lang, frame.options.theme, text.title + " – " + frame.say(frame.map.map.title), to_svg(scene), std::move(words),
                        text.basis, std::move(skip_to)});
}

}  // namespace

std::string personas_to_html(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  return page_html(frame, draw_personas(map, options), msg("render.personas.title"), personas_table(frame), "personas-table");
}

std::string actions_to_html(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  return page_html(frame, draw_actions(map, options), msg("render.matrix.title"), html_actions(frame), "actions-table");
}

}  // namespace parcours
