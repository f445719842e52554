// Every question there is, and every answer.
#pragma once

#include <variant>

#include "questions/channels.h"
#include "questions/flow.h"
#include "questions/funnel.h"
#include "questions/measure.h"
#include "questions/retention.h"

namespace parcours {

using Question = std::variant<FunnelQuestion, FlowQuestion, VariantsQuestion, RetentionQuestion, ChannelsQuestion, MeasureQuestion>;
using Answer = std::variant<FunnelAnswer, FlowAnswer, VariantsAnswer, RetentionAnswer, ChannelsAnswer, MeasureAnswer>;

}  // namespace parcours
