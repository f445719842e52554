#include "app/read_form.h"
#include "cli/brought.h"
#include "cli/commands/commands.h"
#include "map/workspace_files.h"

namespace parcours {
namespace {

class ConvertCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.argument("FILE", "convert.file", file_);
    options.value("-o,--output", "MAP.yaml", "convert.output", output_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(const auto brought, usable_form(session, file_));
    const std::string path = output_.value_or(join_path(parent_of(file_), brought.id + ".yaml"));
    if (extension_of(path) != "yaml") return misuse(msg("convert.not_yaml", {{"path", path}}), msg("convert.not_yaml.hint"));
    if (session.doors.files.exists(path)) return misuse(msg("convert.exists", {{"path", path}}), msg("convert.exists.hint"));
    PARCOURS_CHECK(session.doors.files.write(path, brought.read.yaml));
    session.say(msg("cli.written", {{"path", path}}));
    return personas(session, path, brought.read.personas);
  }

 private:
  // In the workspace that the map was put into; elsewhere they are only named.
  static Result<int> personas(Session& session, const std::string& map, const std::vector<PersonaText>& personas) {
    const std::string root = parent_of(parent_of(map));
    if (session.doors.files.exists(join_path(root, kSettingsFile))) {
      PARCOURS_TRY(const auto written, write_personas(personas, join_path(root, "personas"), session.doors.files));
      for (const auto& path : written) session.say(msg("cli.written", {{"path", path}}));
      return kExitFine;
    }
    std::string names;
    for (const auto& persona : personas) names += (names.empty() ? "" : ", ") + persona.id;
    if (!names.empty()) session.note(msg("convert.personas", {{"names", names}}));
    return kExitFine;
  }

  std::string file_;
  std::optional<std::string> output_;
};

}  // namespace

const CommandInfo kConvert{"convert", make_command<ConvertCommand>};

}  // namespace parcours
