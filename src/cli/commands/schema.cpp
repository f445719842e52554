#include "map/schema.h"

#include "cli/commands/commands.h"

namespace parcours {
namespace {

class SchemaCommand final : public Command {
 public:
  void declare(Options& options) override { options.optional_argument("map|persona|settings", "schema.kind", kind_); }

  Result<int> run(Session& session) override {
    const std::string kind = kind_.value_or("map");
    if (kind == "map") session.print(map_schema());
    else if (kind == "persona") session.print(persona_schema());
    else if (kind == "views") session.print(views_schema());
    else if (kind == "settings") session.print(settings_schema());
    else return misuse(msg("schema.unknown", {{"kind", kind}}));
    return kExitFine;
  }

 private:
  std::optional<std::string> kind_;
};

}  // namespace

const CommandInfo kSchema{"schema", make_command<SchemaCommand>};

}  // namespace parcours
