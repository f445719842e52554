#include "app/pictures.h"

#include "app/named_file.h"

#include "app/channel_icons.h"

namespace parcours {
namespace {

class Loader {
 public:
  explicit Loader(const Workspace& workspace) : workspace_(workspace), files_(workspace.doors().files) {}

  // `source`: the file that names it, at `key`.
  void load(const std::string& path, const SourceText& source, const std::string& key) {
    if (path.empty() || out_.pictures.contains(path)) return;
    PicturePtr& picture = out_.pictures[path];
    const auto complain = [&](Message message, std::optional<Message> hint) {
      out_.diagnostics.push_back({Severity::warning, "picture", std::move(message), std::move(hint), source.place(key)});
    };
    const std::string file = named_file(workspace_, path, source.file());
    if (file.empty()) return complain(msg("app.picture.absent", {{"path", path}}), {});
    if (!lies_within(workspace_, file)) return complain(msg("app.picture.outside", {{"path", path}}), msg("app.picture.copy"));
    const auto bytes = files_.read(file, kPictureBytesMax);
    if (!bytes.ok()) return complain(bytes.failure().what.message, bytes.failure().what.hint);
    auto read = read_picture(*bytes);
    if (!read.ok())
      return complain(msg("app.picture.cannot_show", {{"path", path}, {"reason", nested(read.failure().what.message)}}), read.failure().what.hint);
    picture = std::make_shared<const Picture>(std::move(*read));
  }

  LoadedPictures take() { return std::move(out_); }

 private:
  const Workspace& workspace_;
  const Files& files_;
  LoadedPictures out_;
};

}  // namespace

LoadedPictures load_pictures(const Workspace& workspace, const MapFile& map) {
  Loader loader(workspace);
  loader.load(workspace.settings().brand.logo, workspace.settings_file().source, "brand/logo");
  for (const std::string& id : map.value.personas)
    if (const auto persona = workspace.persona_file(id)) loader.load(persona->value.portrait, persona->source, "portrait");
  for (const Stage& stage : map.value.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints)
      for (std::size_t i = 0; i < touchpoint.images.size(); ++i)
        loader.load(touchpoint.images[i], map.source, "stages/" + stage.id + "/touchpoints/" + touchpoint.id + "/images/" + std::to_string(i));
  LoadedPictures loaded = loader.take();
  for (Diagnostic& diagnostic : unknown_icons(workspace)) loaded.diagnostics.push_back(std::move(diagnostic));
  return loaded;
}

PicturePtr load_logo(const Workspace& workspace) {
  const std::string& path = workspace.settings().brand.logo;
  Loader loader(workspace);
  loader.load(path, workspace.settings_file().source, "brand/logo");
  return path.empty() ? nullptr : loader.take().pictures[path];
}

}  // namespace parcours
