// Every verb; a new one adds its own file, its name here and its place in cli/registry.cpp.
#pragma once

#include "cli/command.h"

namespace parcours {

extern const CommandInfo kNew, kCheck, kExplain, kFmt, kDiff, kDraw, kSchema, kConvert;
extern const CommandInfo kImport, kImports, kFigures, kLink, kLinks, kUnlink, kCustomer, kForget, kSimulate;
extern const CommandInfo kMeasure, kFunnel, kFlow, kVariants, kRetention, kChannels, kPlan, kPortfolio, kViews;
extern const CommandInfo kServe, kAudit, kCompletions, kMan;

}  // namespace parcours
