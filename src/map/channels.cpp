#include <algorithm>
#include <array>

#include "map/journey_map.h"

namespace parcours {
namespace {

enum class Where { online, offline, unsaid };

struct Usual {
  std::string_view id, icon;
  Where where;
  std::string_view media;
};

// The usual channels, sorted by id; their names are the texts channel.<id>. Icons are names of lucide.
constexpr std::array<Usual, 50> kUsual = {{
    {"ad", "megaphone", Where::unsaid, "paid"},
    {"affiliate", "link", Where::online, "paid"},
    {"app", "smartphone", Where::online, "owned"},
    {"blog", "notebook-pen", Where::online, "owned"},
    {"catalogue", "book-open", Where::offline, "owned"},
    {"chat", "messages-square", Where::online, "owned"},
    {"chatbot", "bot", Where::online, "owned"},
    {"comparison_site", "scale", Where::online, "earned"},
    {"counter", "concierge-bell", Where::offline, "owned"},
    {"delivery", "truck", Where::offline, "owned"},
    {"display", "rectangle-horizontal", Where::online, "paid"},
    {"drive", "car", Where::offline, "owned"},
    {"email", "mail", Where::online, "owned"},
    {"event", "calendar-days", Where::offline, "owned"},
    {"facebook", "thumbs-up", Where::online, "owned"},
    {"fair", "tent", Where::offline, "paid"},
    {"forum", "message-circle-question", Where::online, "earned"},
    {"influencer", "star", Where::online, "paid"},
    {"instagram", "camera", Where::online, "owned"},
    {"kiosk", "monitor-smartphone", Where::offline, "owned"},
    {"landing_page", "file-text", Where::online, "owned"},
    {"linkedin", "briefcase", Where::online, "owned"},
    {"loyalty_card", "id-card", Where::offline, "owned"},
    {"marketplace", "shopping-basket", Where::online, "paid"},
    {"newsletter", "newspaper", Where::online, "owned"},
    {"partner", "handshake", Where::unsaid, "earned"},
    {"phone", "phone", Where::offline, "owned"},
    {"pinterest", "pin", Where::online, "owned"},
    {"podcast", "podcast", Where::online, "owned"},
    {"post", "mailbox", Where::offline, "owned"},
    {"poster", "signpost", Where::offline, "paid"},
    {"press", "scroll-text", Where::unsaid, "earned"},
    {"print", "printer", Where::offline, "paid"},
    {"push", "bell", Where::online, "owned"},
    {"radio", "radio", Where::offline, "paid"},
    {"reviews", "message-square-text", Where::online, "earned"},
    {"sales_rep", "user-round", Where::offline, "owned"},
    {"search", "search", Where::online, "earned"},
    {"search_ad", "search-check", Where::online, "paid"},
    {"shop", "store", Where::offline, "owned"},
    {"site", "globe", Where::online, "owned"},
    {"sms", "message-square", Where::online, "owned"},
    {"social", "share-2", Where::online, "owned"},
    {"survey", "clipboard-list", Where::online, "owned"},
    {"tiktok", "music", Where::online, "owned"},
    {"tv", "tv", Where::offline, "paid"},
    {"webinar", "presentation", Where::online, "owned"},
    {"whatsapp", "message-circle", Where::online, "owned"},
    {"word_of_mouth", "users", Where::offline, "earned"},
    {"youtube", "circle-play", Where::online, "owned"},
}};

constexpr std::string_view kUnknownIcon = "circle-dot";

ChannelInfo usual_channel(std::string_view id) {
  ChannelInfo out;
  out.id = id;
  out.icon = kUnknownIcon;
  // Written with the channel's own name, a search engine is the channel `search`.
  const std::string_view known = id == "google" || id == "bing" ? "search" : id;
  const auto* at = std::lower_bound(kUsual.begin(), kUsual.end(), known, [](const Usual& u, std::string_view k) { return u.id < k; });
  if (at == kUsual.end() || at->id != known) {
    out.name.plain = id;
    return out;
  }
  const std::string key = "channel." + std::string(known);
  if (known == id) out.name = {{}, text(key, Lang::fr), text(key, Lang::en)};
  else out.name.plain = id == "google" ? "Google" : "Bing";
  out.icon = at->icon;
  if (at->where != Where::unsaid) out.online = at->where == Where::online;
  out.media = at->media;
  return out;
}

}  // namespace

ChannelInfo channel_info(const WorkspaceSettings& settings, std::string_view id) {
  ChannelInfo out = usual_channel(id);
  for (const auto& declared : settings.channels) {
    if (declared.id != id) continue;
    if (!declared.name.empty()) out.name = declared.name;
    if (!declared.icon.empty()) out.icon = declared.icon;
    if (declared.online) out.online = declared.online;
    if (!declared.media.empty()) out.media = declared.media;
  }
  return out;
}

bool is_known_channel(const WorkspaceSettings& settings, std::string_view id) {
  const auto named = [id](const auto& channel) { return channel.id == id; };
  return id == "google" || id == "bing" || std::any_of(settings.channels.begin(), settings.channels.end(), named) ||
         std::any_of(kUsual.begin(), kUsual.end(), named);
}

std::vector<std::string> usual_channels() {
  std::vector<std::string> ids;
  for (const auto& usual : kUsual) ids.emplace_back(usual.id);
  return ids;
}

}  // namespace parcours
