#include "app/guided/contact.h"

#include <algorithm>
#include <array>

#include "base/fold.h"
#include "base/suggest.h"

namespace parcours {
namespace {

// Channels that are used alike; their texts are guided.contact.<moment>.<family> and guided.does.<family>.
struct Family {
  std::string_view name;
  Initiator starts;
  ServedBy served_by;
  std::string_view channels;  // each between blanks
};

constexpr std::array<Family, 9> kFamilies = {{
    {"social", Initiator::company, ServedBy::machine, " facebook influencer instagram linkedin pinterest podcast social tiktok youtube "},
    {"ad", Initiator::company, ServedBy::machine, " ad affiliate display poster print radio search_ad tv "},
    {"search", Initiator::customer, ServedBy::self, " comparison_site forum marketplace press reviews search "},
    {"message", Initiator::company, ServedBy::machine, " catalogue email newsletter post push sms whatsapp "},
    {"place", Initiator::customer, ServedBy::person, " counter drive event fair kiosk loyalty_card shop "},
    {"delivery", Initiator::company, ServedBy::person, " delivery "},
    {"voice", Initiator::customer, ServedBy::person, " chat phone sales_rep webinar "},
    {"survey", Initiator::company, ServedBy::machine, " survey "},
    {"word", Initiator::customer, ServedBy::unsaid, " partner word_of_mouth "},
}};
constexpr Family kWeb = {"web", Initiator::customer, ServedBy::self, " app blog chatbot landing_page site "};

const Family& family_of(std::string_view channel) {
  const std::string word = " " + std::string(channel) + " ";
  const auto found =
      std::find_if(kFamilies.begin(), kFamilies.end(), [&](const Family& f) { return f.channels.find(word) != std::string_view::npos; });
  return found == kFamilies.end() ? kWeb : *found;
}

// Objectives at which customers do alike, and the families they then use, the usual one first.
struct Moment {
  std::string_view name, objectives;
  std::array<std::string_view, 6> families;
};

constexpr std::array<Moment, 5> kMoments = {{
    {"look", " inspire inform ", {"social", "search", "ad", "web", "place", "message"}},
    {"compare", " reassure ", {"web", "place", "voice", "search", "message", "word"}},
    {"buy", " convert ", {"web", "place", "voice", "", "", ""}},
    {"use", " serve retain ", {"delivery", "voice", "message", "web", "place", "survey"}},
    {"tell", " recommend ", {"survey", "social", "message", "word", "web", ""}},
}};

const Moment& moment_of(std::string_view objective) {
  const std::string word = " " + std::string(objective) + " ";
  const auto found =
      std::find_if(kMoments.begin(), kMoments.end(), [&](const Moment& m) { return m.objectives.find(word) != std::string_view::npos; });
  return found == kMoments.end() ? kMoments.front() : *found;
}

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(" '.,:!?/", at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// A channel that the name speaks of: "Appelle le service par téléphone".
std::string channel_within(const std::string& name) {
  for (const auto& word : words_of(folded_ascii(name)))
    if (std::string channel = usual_channel_named(word); !channel.empty()) return channel;
  return "";
}

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  return text;
}

Failure no_channel(const std::string& typed) {
  std::vector<std::string> names;
  for (const auto& id : usual_channels())
    for (const std::string& name : {id, channel_label(id).fr, channel_label(id).en}) names.push_back(name);
  const auto meant = nearest(typed, std::span<const std::string>(names));
  return misuse(msg("guided.bad.channel", {{"typed", typed}}), meant ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("guided.bad.contact.hint"));
}

}  // namespace

LocalText channel_label(std::string_view channel) { return channel_info({}, channel).name; }

std::string usual_channel_named(std::string_view typed) {
  const std::string folded = folded_ascii(typed);
  for (const auto& id : usual_channels()) {
    const LocalText label = channel_label(id);
    if (folded == id || folded == folded_ascii(label.fr) || folded == folded_ascii(label.en)) return id;
  }
  return "";
}

Result<Json> read_contact(std::string_view typed) {
  const std::size_t open = typed.ends_with(')') ? typed.rfind('(') : std::string_view::npos;
  const std::string name = trimmed(std::string(typed.substr(0, open)));
  std::string channel;
  if (open == std::string_view::npos) {
    channel = channel_within(name);
    if (channel.empty()) return misuse(msg("guided.bad.contact", {{"typed", name}}), msg("guided.bad.contact.hint"));
  } else {
    const std::string wanted = trimmed(std::string(typed.substr(open + 1, typed.size() - open - 2)));
    channel = usual_channel_named(wanted);
    if (channel.empty()) return no_channel(wanted);
  }
  if (name.empty() || !usual_channel_named(name).empty())
    return misuse(msg("guided.bad.vague", {{"typed", name.empty() ? std::string(typed) : name}}), msg("guided.bad.contact.hint"));
  return Json{{"name", name}, {"channel", channel}};
}

bool is_out_of_sight(std::string_view channel) { return channel != "search" && channel_info({}, channel).media == "earned"; }

ContactNature nature_of(std::string_view channel, std::string_view objective) {
  const Family& family = family_of(channel);
  const bool tells = moment_of(objective).name == "tell" && family.name != "survey";
  return {tells ? Initiator::customer : family.starts, is_out_of_sight(channel) ? ServedBy::unsaid : family.served_by};
}

std::string usual_doing(std::string_view channel, std::string_view objective, std::size_t index, Lang lang) {
  const std::string family(family_of(channel).name);
  const std::string then = "guided.does." + std::string(moment_of(objective).name) + "." + family;
  const auto variants = variants_of(text(has_text(then) ? then : "guided.does." + family, lang));
  return variants[std::min(index, variants.size() - 1)];
}

std::vector<std::string> variants_of(std::string_view text) {
  constexpr std::string_view kBetween = "; ";
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(kBetween, at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = end + kBetween.size();
  }
  return out;
}

std::string usual_contacts(std::string_view objective, const std::vector<std::string>& channels, Lang lang) {
  constexpr int kMost = 2;
  const Moment& moment = moment_of(objective);
  std::string out;
  int found = 0;
  const auto propose = [&](std::string_view family, const std::string& channel) {
    for (const auto& name : variants_of(text("guided.contact." + std::string(moment.name) + "." + std::string(family), lang)))
      if (found < kMost) out += (found++ == 0 ? "" : "; ") + name + " (" + channel_label(channel).in(lang) + ")";
  };
  for (const auto family : moment.families) {
    const auto used = std::find_if(channels.begin(), channels.end(), [&](const std::string& c) { return family_of(c).name == family; });
    if (used != channels.end() && found < kMost) propose(family, *used);
  }
  const std::string usual = moment.name == "tell" ? "survey" : "site";
  if (found == 0) propose(family_of(usual).name, usual);
  return out;
}

}  // namespace parcours
