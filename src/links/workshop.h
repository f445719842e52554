// What people say in a workshop, and the views of teams it becomes. docs/formats/links.md, "What becomes of a workshop"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "links/links.h"
#include "map/map_file.h"

namespace parcours {

// All that one contributor says of one touchpoint.
struct Said {
  std::string touchpoint;
  std::optional<std::int64_t> emotion;  // -2..2
  std::string friction, note;
  bool empty() const { return !emotion && friction.empty() && note.empty(); }
};

struct Contributor {
  std::int64_t id = 0;
  std::string team;
};

struct Contribution {
  Contributor by;
  Said said;
};

struct SpeakingTeam {
  std::string team;
  std::int64_t people = 0, touchpoints = 0;  // who said something; of how many touchpoints
};

inline constexpr std::size_t kFrictionMax = 200, kNoteMax = 500;
inline constexpr std::int64_t kContributorsMax = 300, kChangesPerMinuteMax = 60;

class Workshop {
 public:
  // REQUIRES: a link of the kind workshop, of `links`
  Workshop(GuestLinks& links, const GuestLink& link) : database_(links.database()), link_(link) {}

  // A contributor for the team; gives the key that he alone has. Misuse: a team the link does not allow, too many people or teams.
  Result<std::string> join(const std::string& team);
  Result<std::optional<Contributor>> contributor(const std::string& key);
  // Misuse: as for join.
  Outcome change_team(const Contributor& contributor, const std::string& team);
  // In place of what he said of it before; nothing at all takes it back. Misuse: something that cannot be said of this map.
  Outcome say(const Contributor& contributor, const Said& said, const JourneyMap& map, TimeMs now);
  // What is left of the minute when he has changed too much in it; 0: he may go on. Counts one change.
  Result<TimeMs> count_change(const Contributor& contributor, TimeMs now);
  Result<std::vector<Said>> said_by(const Contributor& contributor);

  // Everything, by contributor.
  Result<std::vector<Contribution>> all();
  // False: there is no such person here.
  Result<bool> remove(std::int64_t contributor);

 private:
  // As the link or somebody before has written it.
  Result<std::string> known_team(const std::string& team);
  Result<std::int64_t> count_people();

  Sqlite& database_;
  GuestLink link_;
};

// Words that somebody typed, on one line: what is not seen (controls, marks of direction) is a blank, none at the ends. REQUIRES: UTF-8
std::string one_line(const std::string& typed);

// In order of their names.
std::vector<SpeakingTeam> teams_in(const std::vector<Contribution>& all);

// Writes the team's views file of the map anew, from what it said in the last workshop in which it spoke; removes it when it says nothing any more.
// REQUIRES: the map lies in the workspace's folder `maps`
Outcome write_workshop_views(GuestLinks& links, const MapFile& map, const std::string& team, Files& files, Lang lang);

// The text of such a file.
std::string workshop_views(const JourneyMap& map, const std::string& team, const std::vector<Said>& said, Lang lang);

}  // namespace parcours
