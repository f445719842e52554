// Links as those who make them see them.
#pragma once

#include "links/workshop.h"
#include "server/handlers/handlers.h"

namespace parcours {

// "22 Nov 2026" when the link lasts until the end of that day, else with the hour.
std::string until_words(const GuestLink& link, const Zone& zone, Lang lang);
Json link_json(const GuestLink& link, const std::vector<SpeakingTeam>& teams, const Call& call);
Json said_json(const Said& said);
// In which the views files of a workshop are written: the map's, else the workspace's.
Lang language_of_views(const Call& call, const MapFile& map);

}  // namespace parcours
