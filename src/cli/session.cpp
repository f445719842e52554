#include "cli/session.h"

#include <ostream>

#include "app/own_files.h"
#include "base/letters.h"

namespace parcours {

void Session::say(const Message& message) { out << on_lines(render(message, lang)) << "\n"; }
void Session::note(const Message& message) { err << on_lines(render(message, lang)) << "\n"; }
void Session::complain(const Diagnostic& diagnostic, std::string_view source) { err << on_lines(render(diagnostic, source, lang)); }
void Session::print(const Json& json) { out << to_text(json); }

Outcome Session::keep(const std::string& path, std::string_view content) {
  PARCOURS_CHECK(is_free_for_answers(path, doors.files));
  PARCOURS_CHECK(doors.files.write(path, content));
  note(msg("cli.written", {{"path", path}}));
  return Done{};
}

void Session::meet_workspace() {
  met.emplace(Workspace::open(folder, doors));
  if (met->ok() && !lang_given) lang = (*met)->settings().language;
}

Result<Workspace> Session::workspace() {
  if (!met) meet_workspace();
  Result<Workspace> opened = std::move(*met);
  met.reset();
  if (!opened.ok()) return opened;
  for (const auto& diagnostic : opened->settings_file().diagnostics) complain(diagnostic, opened->settings_file().source.text());
  return opened;
}

}  // namespace parcours
