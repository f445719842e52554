#include "cli/session.h"

#include <ostream>

namespace parcours {

void Session::say(const Message& message) { out << render(message, lang) << "\n"; }
void Session::note(const Message& message) { err << render(message, lang) << "\n"; }
void Session::complain(const Diagnostic& diagnostic, std::string_view source) { err << render(diagnostic, source, lang); }
void Session::print(const Json& json) { out << to_text(json); }

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
