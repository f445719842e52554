#include "cli/commands/measured.h"

#include "app/brand_font.h"
#include "app/pictures.h"
#include "base/listed.h"
#include "cli/help.h"

namespace parcours {

Result<MapFile> usable_map(Session& session, const Workspace& workspace, const std::string& name) {
  PARCOURS_TRY(auto map, workspace.map(name));
  std::int64_t errors = 0;
  for (const auto& diagnostic : map.diagnostics) {
    session.complain(diagnostic, map.source.text());
    errors += diagnostic.severity == Severity::error;
  }
  if (!map.usable()) return misuse(msg("cli.unusable_map", {{"file", map.source.file()}, {"n", errors}}));
  for (const auto& diagnostic : workspace.around(map).diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    const auto source = workspace.doors().files.read(diagnostic.place.file, kMaxMapBytes);
    session.complain(diagnostic, source.ok() ? std::string_view(*source) : std::string_view());
  }
  return map;
}

Result<MapFile> map_or_file(Session& session, const std::string& name) {
  if (session.doors.files.exists(name) && !session.doors.files.is_folder(name)) {
    PARCOURS_TRY(auto text, session.doors.files.read(name, kMaxMapBytes));
    MapFile map = parse_map(name, std::move(text));
    for (const auto& diagnostic : map.diagnostics) session.complain(diagnostic, map.source.text());
    return map;
  }
  PARCOURS_TRY(const auto workspace, session.workspace());
  return usable_map(session, workspace, name);
}

Result<std::string> map_or_only(const Workspace& workspace, const std::optional<std::string>& name) {
  if (name) return *name;
  const auto names = workspace.map_names();
  if (names.size() == 1) return names.front();
  if (names.empty()) return misuse(msg("check.no_maps", {{"folder", workspace.folder()}}), msg("new.hint"));
  const LocalText map{"", placeholder_in("MAP", Lang::fr), placeholder_in("MAP", Lang::en)};
  return misuse(msg("cli.missing_argument", {{"name", map}}), msg("app.no_map.hint", {{"maps", listed(names)}}));
}

Lang language_of(const Session& session, const MapFile& map) { return session.lang_given ? session.lang : map.value.language.value_or(session.lang); }

BrandFontPtr brand_font_of(Session& session, const Workspace& workspace) {
  LoadedFont loaded = load_brand_font(workspace);
  for (const auto& diagnostic : loaded.diagnostics) session.complain(diagnostic, workspace.settings_file().source.text());
  return std::move(loaded.font);
}

PictureSet pictures_of(Session& session, const Workspace& workspace, const MapFile& map) {
  LoadedPictures loaded = load_pictures(workspace, map);
  for (const auto& diagnostic : loaded.diagnostics) {
    const auto source = workspace.doors().files.read(diagnostic.place.file, kMaxMapBytes);
    session.complain(diagnostic, source.ok() ? std::string_view(*source) : std::string_view());
  }
  return std::move(loaded.pictures);
}

}  // namespace parcours
