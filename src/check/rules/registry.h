// Every rule: a new one adds its own file and its name here.
#pragma once

#include <array>

#include "check/rule.h"

namespace parcours {

extern const CheckRule kNoPersona, kCustomerSilent, kBuyerGap;                                                                 // C1
extern const CheckRule kBackstageOutweighs;                                                                                    // C2
extern const CheckRule kTouchpointWithoutChannel, kTouchpointWithoutRule, kRuleFindsNothing, kRulesOverlap, kUnclaimedEvents;  // C3
extern const CheckRule kNoGoal, kExpectationContradicted, kStaleMap;                                                           // C4
extern const CheckRule kFrictionWithoutAction, kActionUnowned;                                                                 // C5

inline constexpr std::array<const CheckRule*, 14> kRules = {&kNoPersona,
                                                            &kCustomerSilent,
                                                            &kBuyerGap,
                                                            &kBackstageOutweighs,
                                                            &kTouchpointWithoutChannel,
                                                            &kTouchpointWithoutRule,
                                                            &kRuleFindsNothing,
                                                            &kRulesOverlap,
                                                            &kUnclaimedEvents,
                                                            &kNoGoal,
                                                            &kExpectationContradicted,
                                                            &kStaleMap,
                                                            &kFrictionWithoutAction,
                                                            &kActionUnowned};

}  // namespace parcours
