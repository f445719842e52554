#include "app/brand_font.h"

#include "app/named_file.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 4> kStyleNames = {"-Regular", "-SemiBold", "-Bold", "-Italic"};

// "fonts/Maison-Bold.ttf" for "fonts/Maison-Regular.ttf" and for "fonts/Maison.ttf".
std::string styled_path(const std::string& path, std::size_t style) {
  const auto dot = path.rfind('.');
  std::string stem = path.substr(0, dot);
  if (stem.ends_with(kStyleNames[0])) stem.resize(stem.size() - kStyleNames[0].size());
  return stem + std::string(kStyleNames[style]) + (dot == std::string::npos ? "" : path.substr(dot));
}

Result<std::string> font_bytes(const Workspace& workspace, const std::string& path) {
  const std::string file = named_file(workspace, path, workspace.settings_file().source.file());
  if (file.empty()) return misuse(msg("app.font.absent", {{"path", path}}));
  if (!lies_within(workspace, file)) return misuse(msg("app.font.outside", {{"path", path}}), msg("app.font.copy"));
  return workspace.doors().files.read(file, kFontBytesMax);
}

}  // namespace

LoadedFont load_brand_font(const Workspace& workspace) {
  const std::string& path = workspace.settings().brand.font;
  LoadedFont out;
  if (!is_font_file(path)) return out;
  const auto complain = [&](Message message, std::optional<Message> hint) {
    out.diagnostics.push_back({Severity::warning, "font", std::move(message), std::move(hint), workspace.settings_file().source.place("brand/font")});
  };
  std::array<std::string, 4> files;
  for (std::size_t style = 0; style < files.size(); ++style) {
    const std::string own = style == 0 ? path : styled_path(path, style);
    if (style > 0 && named_file(workspace, own, workspace.settings_file().source.file()).empty()) continue;
    auto bytes = font_bytes(workspace, own);
    if (bytes.ok()) files[style] = std::move(*bytes);
    else complain(bytes.failure().what.message, bytes.failure().what.hint);
    if (files[0].empty()) return out;
  }
  auto font = read_brand_font(files);
  if (font.ok()) out.font = std::move(*font);
  else complain(msg("app.font.cannot_use", {{"path", path}, {"reason", nested(font.failure().what.message)}}), msg("app.font.ours"));
  return out;
}

}  // namespace parcours
