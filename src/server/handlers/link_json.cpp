#include "server/handlers/link_json.h"

#include "base/dates.h"

namespace parcours {

std::string until_words(const GuestLink& link, const Zone& zone, Lang lang) {
  const LocalTime end = zone.local(link.until);
  const bool whole_day = end == LocalTime{end.date};
  return whole_day ? show_date(plus_days(end.date, -1), lang) : show_moment(link.until, zone, lang);
}

Json link_json(const GuestLink& link, const std::vector<SpeakingTeam>& teams, const Call& call) {
  const Zone& zone = call.workspace.zone();
  Json spoken = Json::array();
  for (const SpeakingTeam& team : teams) spoken.push_back({{"team", team.team}, {"people", team.people}, {"touchpoints", team.touchpoints}});
  const char* state = link.revoked ? "revoked" : link.open(call.workspace.doors().clock.now()) ? "open" : "ended";
  return {{"id", link.id},
          {"kind", code_of(link.kind)},
          {"name", link.name},
          {"state", state},
          {"made", show_instant(link.made, zone)},
          {"until", show_instant(link.until, zone)},
          {"until_says", until_words(link, zone, call.lang)},
          {"passcode", !link.passcode.empty()},
          {"figures", link.figures},
          {"teams", link.teams},
          {"spoken", std::move(spoken)}};
}

Json said_json(const Said& said) {
  return {
      {"touchpoint", said.touchpoint}, {"emotion", said.emotion ? Json(*said.emotion) : Json()}, {"friction", said.friction}, {"note", said.note}};
}

Lang language_of_views(const Call& call, const MapFile& map) { return map.value.language.value_or(call.workspace.settings().language); }

}  // namespace parcours
