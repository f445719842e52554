#include "cli/session.h"

#include <ostream>

namespace parcours {

void Session::say(const Message& message) { out << render(message, lang) << "\n"; }
void Session::note(const Message& message) { err << render(message, lang) << "\n"; }
void Session::complain(const Diagnostic& diagnostic, std::string_view source) { err << render(diagnostic, source, lang); }
void Session::print(const Json& json) { out << to_text(json); }

Result<Workspace> Session::workspace() {
  auto opened = Workspace::open(folder, doors);
  if (opened.ok() && !lang_given) lang = opened->settings().language;
  if (!opened.ok()) return opened;
  for (const auto& diagnostic : opened->settings_file().diagnostics) complain(diagnostic, opened->settings_file().source.text());
  return opened;
}

}  // namespace parcours
