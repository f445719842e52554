// Every rule: a new one adds its own file and its name here, twice.
#pragma once

#include <array>

#include "check/rule.h"

namespace parcours {

// clang-format off
extern const CheckRule kNoPersona, kThinPersona, kNoOffer, kCustomerSilent, kNoBuyerSteps, kBuyerGap, kPromotionTooEarly, kNoHumanAfterFriction,
    kRosyMap;  // C1
extern const CheckRule kBackstageOutweighs, kCompanySpeaks, kCompanyStartsEverything, kStageNamedAsDepartment, kTeamsDisagree,
    kTeamsApart;  // C2
extern const CheckRule kTouchpointWithoutChannel, kVagueName, kTouchpointWithoutRule, kSameRule, kRuleFindsNothing, kRulesOverlap,
    kUnclaimedEvents, kDatesOutOfOrder, kStageBeginsEarly, kOpensMissingMap, kOpensInCircle;  // C3
extern const CheckRule kNoGoal, kExpectationAtGoal, kExpectationContradicted, kEmotionContradicted, kThinData, kMostlyAssumed, kOldEvidence,
    kStaleMap, kChannelsNotShown;  // C4
extern const CheckRule kNoFriction, kLossWithoutFriction, kPainWithoutFriction, kFrictionWithoutAction, kActionUnowned, kActionOverdue,
    kCurrentWithoutTarget;  // C5

inline constexpr std::array kRules = {
    &kNoPersona, &kThinPersona, &kNoOffer, &kCustomerSilent, &kNoBuyerSteps, &kBuyerGap, &kPromotionTooEarly, &kNoHumanAfterFriction, &kRosyMap,
    &kBackstageOutweighs, &kCompanySpeaks, &kCompanyStartsEverything, &kStageNamedAsDepartment, &kTeamsDisagree, &kTeamsApart,
    &kTouchpointWithoutChannel, &kVagueName, &kTouchpointWithoutRule, &kSameRule, &kRuleFindsNothing, &kRulesOverlap, &kUnclaimedEvents,
    &kDatesOutOfOrder, &kStageBeginsEarly, &kOpensMissingMap, &kOpensInCircle,
    &kNoGoal, &kExpectationAtGoal, &kExpectationContradicted, &kEmotionContradicted, &kThinData, &kMostlyAssumed, &kOldEvidence, &kStaleMap,
    &kChannelsNotShown,
    &kNoFriction, &kLossWithoutFriction, &kPainWithoutFriction, &kFrictionWithoutAction, &kActionUnowned, &kActionOverdue, &kCurrentWithoutTarget};
// clang-format on

}  // namespace parcours
