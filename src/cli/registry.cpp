#include "cli/commands/commands.h"

namespace parcours {

// In the order in which a newcomer meets them.
std::span<const CommandInfo> all_commands() {
  static const CommandInfo kCommands[] = {
      kNew,    kCheck,  kExplain,  kDraw,      kServe,    kImport,   kMeasure,  kFunnel,      kPlan, kPortfolio,
      kViews,  kFlow,   kVariants, kRetention, kChannels, kCustomer, kImports,  kFigures,     kLink, kLinks,
      kUnlink, kForget, kAudit, kFmt,      kDiff,      kConvert,  kSchema,   kSimulate, kCompletions, kMan,
  };
  return kCommands;
}

}  // namespace parcours
