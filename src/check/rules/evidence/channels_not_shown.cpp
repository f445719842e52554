#include <set>

#include "check/rules/registry.h"

namespace parcours {
namespace {

std::size_t channels_of(const JourneyMap& map) {
  std::set<std::string> channels;
  each_touchpoint(map, [&](const Stage&, const Touchpoint& touchpoint) {
    if (!touchpoint.out_of_sight && !touchpoint.channel.empty()) channels.insert(touchpoint.channel);
  });
  return channels.size();
}

// Passing from one channel to another needs two channels, and customers who are known on both.
void channels_not_shown(const Subject& subject, RuleFindings& complaints) {
  const ChannelsAre declared = subject.map().channels_are;
  if (declared != ChannelsAre::cross && declared != ChannelsAre::omni) return;
  const bool has_one_channel = channels_of(subject.map()) < 2;
  if (!has_one_channel && !subject.has_events()) return;
  complaints.looked_at(1);
  const std::string word(code_of(declared));
  if (has_one_channel)
    return complaints.at("channels_are", "", msg("rule.channels-not-shown.one_channel", {{"declared", word}}),
                         msg("rule.channels-not-shown.one_channel_hint"));
  if (subject.measured.figures->identities > 0 && subject.measured.figures->identities_joined == 0)
    complaints.at("channels_are", "", msg("rule.channels-not-shown.message", {{"declared", word}, {"n", subject.measured.figures->identities}}),
                  msg("rule.channels-not-shown.hint"));
}

}  // namespace

const CheckRule kChannelsNotShown{"channels-not-shown", GoodJourneyTest::evidence, Severity::note, channels_not_shown};

}  // namespace parcours
