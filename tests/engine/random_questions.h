// Questions of every kind but the funnel (cases/random_events.h has that), with every option, on the fields of random_events().
#pragma once

#include "cases/random_events.h"
#include "questions/question.h"

namespace parcours {

FlowQuestion random_flow(Dice& dice, bool timed);
VariantsQuestion random_variants(Dice& dice, bool timed);
RetentionQuestion random_retention(Dice& dice);
ChannelsQuestion random_channels(Dice& dice, bool timed);
MeasureQuestion random_measure(Dice& dice, bool timed);

}  // namespace parcours
