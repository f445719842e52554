#include <algorithm>
#include <array>

#include "base/letters.h"
#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 40> kVague = {"site",
                                                     "site web",
                                                     "site internet",
                                                     "website",
                                                     "web site",
                                                     "the website",
                                                     "web",
                                                     "internet",
                                                     "e-mail",
                                                     "email",
                                                     "mail",
                                                     "courriel",
                                                     "newsletter",
                                                     "réseaux sociaux",
                                                     "réseau social",
                                                     "social media",
                                                     "social networks",
                                                     "social network",
                                                     "publicité",
                                                     "publicités",
                                                     "pub",
                                                     "advert",
                                                     "adverts",
                                                     "advertising",
                                                     "ads",
                                                     "téléphone",
                                                     "phone",
                                                     "application",
                                                     "appli",
                                                     "app",
                                                     "boutique",
                                                     "magasin",
                                                     "shop",
                                                     "store",
                                                     "contact",
                                                     "communication",
                                                     "service client",
                                                     "service clients",
                                                     "customer service",
                                                     "marketing"};

bool is_vague(const std::string& name, const ChannelInfo& channel) {
  if (name.empty()) return false;
  const std::string lower = lower_case(name);
  if (std::find(kVague.begin(), kVague.end(), lower) != kVague.end()) return true;
  return lower == channel.id || lower == lower_case(channel.name.in(Lang::fr)) || lower == lower_case(channel.name.in(Lang::en));
}

// A touchpoint that is called by nothing but its channel, or by a word for a whole family of them.
void vague_name(const Subject& subject, RuleFindings& complaints) {
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    complaints.looked_at(1);
    const ChannelInfo channel = channel_info(subject.measured.settings, touchpoint.channel);
    const LocalText& name = touchpoint.name;
    for (const std::string& said : {name.plain, name.fr, name.en}) {
      if (!is_vague(said, channel)) continue;
      return complaints.at(path_of(stage, touchpoint, "name"), touchpoint.id, msg("rule.vague-name.message", {{"name", said}}),
                           msg("rule.vague-name.hint"));
    }
  });
}

}  // namespace

const CheckRule kVagueName{"vague-name", GoodJourneyTest::precision, Severity::warning, vague_name};

}  // namespace parcours
