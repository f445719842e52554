// What measure and draw have in common: a usable map, measured in a scope.
#pragma once

#include "app/basis_text.h"
#include "cli/scope_options.h"
#include "render/brand_font.h"
#include "render/picture.h"

namespace parcours {

// The map, its problems told on `err`. Misuse when it cannot be used.
Result<MapFile> usable_map(Session& session, const Workspace& workspace, const std::string& name);

// A map file anywhere, or a map of the workspace; its problems told on `err`, even where it cannot be used.
Result<MapFile> map_or_file(Session& session, const std::string& name);

// The only map of the workspace when no name is given. Misuse when there are several.
Result<std::string> map_or_only(const Workspace& workspace, const std::optional<std::string>& name);

// The language a map is drawn in: --lang, else the map's own, else the workspace's.
Lang language_of(const Session& session, const MapFile& map);

// The brand's font, to be used while a picture is drawn and written; why it cannot be used is told on `err`.
BrandFontPtr brand_font_of(Session& session, const Workspace& workspace);

// The pictures the map names; those that cannot be shown are told on `err`.
PictureSet pictures_of(Session& session, const Workspace& workspace, const MapFile& map);

}  // namespace parcours
