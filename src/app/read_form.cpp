#include "app/read_form.h"

#include "forms/draft.h"
#include "forms/forms.h"
#include "map/map_file.h"
#include "map/workspace_files.h"

namespace parcours {

Result<BroughtMap> read_form(const std::string& path, const Files& files) {
  const Form* form = form_of(path);
  if (!form || !form->read) return misuse(msg("forms.unknown", {{"path", path}}), msg("forms.unknown.hint", {{"endings", read_endings()}}));
  PARCOURS_TRY(auto text, files.read(path, kMaxMapBytes + 1));
  BroughtMap brought{Ids().make(stem_of(file_name(path)), "map"), std::move(text), {}};
  brought.read = form->read(path, brought.source);
  return brought;
}

std::vector<NewFile> workspace_around(const BroughtMap& map, Lang lang) {
  std::vector<NewFile> files = {{std::string(kSettingsFile), "parcours: 1\nlanguage: " + std::string(code_of(lang)) + "\n"},
                                {"maps/" + map.id + ".yaml", map.read.yaml}};
  for (const PersonaText& persona : map.read.personas) files.push_back({"personas/" + persona.id + ".yaml", persona.yaml});
  return files;
}

Result<std::vector<std::string>> write_personas(const std::vector<PersonaText>& personas, const std::string& folder, Files& files) {
  std::vector<std::string> written;
  for (const PersonaText& persona : personas) {
    const std::string path = join_path(folder, persona.id + ".yaml");
    if (files.exists(path)) continue;
    PARCOURS_CHECK(files.write(path, persona.yaml));
    written.push_back(path);
  }
  return written;
}

}  // namespace parcours
