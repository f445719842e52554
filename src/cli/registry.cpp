#include <array>

#include "cli/commands/commands.h"

namespace parcours {

// In the order in which a newcomer meets them.
std::span<const CommandInfo> all_commands() {
  static const std::array<CommandInfo, 26> kCommands = {
      kNew,     kCheck,   kExplain, kDraw,  kImport, kMeasure, kFunnel, kPlan, kFlow,    kVariants, kRetention, kChannels,    kCustomer,
      kImports, kFigures, kLink,    kLinks, kUnlink, kForget,  kFmt,    kDiff, kConvert, kSchema,   kSimulate,  kCompletions, kMan};
  return kCommands;
}

}  // namespace parcours
