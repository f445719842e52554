#include <ostream>

#include "app/templates.h"
#include "cli/commands/commands.h"

namespace parcours {
namespace {

class NewCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("DIR", "new.dir", folder_);
    options.value("--template", "NAME", "new.template", template_);
    options.flag("--list", "new.list", list_);
  }

  Result<int> run(Session& session) override {
    if (list_) return list(session);
    if (!folder_) return misuse(msg("cli.missing_argument", {{"name", "DIR"}}), msg("new.hint"));
    PARCOURS_TRY(const auto maps, new_workspace(*folder_, template_.value_or("empty"), session.lang, session.doors.files));
    session.say(msg("new.done", {{"folder", *folder_}}));
    for (const auto& map : maps) session.say(msg("new.map", {{"path", map}}));
    session.say(msg("new.next", {{"folder", *folder_}}));
    return kExitFine;
  }

 private:
  static Result<int> list(Session& session) {
    if (session.json) {
      Json json = {{"version", 1}, {"templates", Json::array()}};
      for (const auto& info : all_templates())
        json["templates"].push_back({{"name", info.name}, {"title", {{"fr", info.title.in(Lang::fr)}, {"en", info.title.in(Lang::en)}}}});
      session.print(json);
      return kExitFine;
    }
    for (const auto& info : all_templates())
      session.out << info.name << std::string(info.name.size() < 16 ? 16 - info.name.size() : 1, ' ') << info.title.in(session.lang) << "\n";
    return kExitFine;
  }

  std::optional<std::string> folder_, template_;
  bool list_ = false;
};

}  // namespace

const CommandInfo kNew{"new", make_command<NewCommand>};

}  // namespace parcours
