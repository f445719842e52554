#include "links/workshop.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/fold.h"
#include "base/letters.h"
#include "base/secret.h"
#include "links/rows.h"
#include "map/views_file.h"

namespace parcours {
namespace {

Contributor contributor_in(const SqliteStatement& row) { return {row.integer(0), row.text(1)}; }

// From the columns touchpoint, emotion, friction, note.
Said said_in(const SqliteStatement& row, int at) {
  Said said{row.text(at), {}, row.text(at + 2), row.text(at + 3)};
  if (!row.is_null(at + 1)) said.emotion = row.integer(at + 1);
  return said;
}

// How many bytes the character at the head has that is a blank, or does something instead of being seen: controls, breaks of lines, marks that turn
// the direction of others. 0: it is a plain one.
std::size_t blank_bytes(std::string_view text) {
  if (static_cast<unsigned char>(text[0]) <= ' ' || text[0] == 0x7f) return 1;
  const auto between = [&](const char* first, const char* last) { return text.substr(0, 3) >= first && text.substr(0, 3) <= last; };
  if (text.substr(0, 2) >= "\xC2\x80" && text.substr(0, 2) <= "\xC2\x9F") return 2;
  const bool unseen = between("\xE2\x80\xA8", "\xE2\x80\xAE") || between("\xE2\x81\xA6", "\xE2\x81\xA9") || between("\xEF\xBB\xBF", "\xEF\xBB\xBF") ||
                      between("\xEF\xBF\xBE", "\xEF\xBF\xBF");
  return unseen ? 3 : 0;
}

std::int64_t most(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

Result<std::string> Workshop::known_team(const std::string& team) {
  if (team.empty() || characters_in(team) > kTeamMax) return misuse(msg("links.bad_team", {{"most", most(kTeamMax)}}));
  for (const auto& allowed : link_.teams)
    if (is_same_team(allowed, team)) return allowed;
  if (!link_.teams.empty()) return misuse(msg("links.other_team", {{"team", team}}));
  const auto name_in = [](const SqliteStatement& row) { return row.text(0); };
  PARCOURS_TRY(const auto there, rows_of(database_, "SELECT DISTINCT team FROM people WHERE link = ?1", name_in, link_.id));
  for (const auto& known : there)
    if (is_same_team(known, team)) return known;
  if (there.size() >= kTeamsMax) return misuse(msg("links.too_many_teams", {{"most", most(kTeamsMax)}}));
  return team;
}

Result<std::int64_t> Workshop::count_people() {
  const auto read = [](const SqliteStatement& row) { return row.integer(0); };
  PARCOURS_TRY(const auto count, row_of(database_, "SELECT count(*) FROM people WHERE link = ?1", read, link_.id));
  return count.value_or(0);
}

Result<std::string> Workshop::join(const std::string& team) {
  PARCOURS_TRY(SqliteTransaction whole, SqliteTransaction::begin_write(database_));
  PARCOURS_TRY(const std::string known, known_team(team));
  PARCOURS_TRY(std::int64_t people, count_people());
  if (people >= kContributorsMax) {  // those who have said nothing make room
    PARCOURS_CHECK(run_row(database_, "DELETE FROM people WHERE link = ?1 AND id NOT IN (SELECT person FROM said)", link_.id));
    PARCOURS_TRY(people, count_people());
  }
  if (people >= kContributorsMax) return misuse(msg("links.too_many_people", {{"most", kContributorsMax}}));
  const std::string key = random_token();
  PARCOURS_CHECK(run_row(database_, "INSERT INTO people (link, key, team) VALUES (?1, ?2, ?3)", link_.id, to_hex(digest(key)), known));
  PARCOURS_CHECK(whole.commit());
  return key;
}

Result<std::optional<Contributor>> Workshop::contributor(const std::string& key) {
  if (!looks_like_token(key)) return std::optional<Contributor>();
  return row_of(database_, "SELECT id, team FROM people WHERE link = ?1 AND key = ?2", contributor_in, link_.id, to_hex(digest(key)));
}

Outcome Workshop::change_team(const Contributor& contributor, const std::string& team) {
  PARCOURS_TRY(const std::string known, known_team(team));
  return run_row(database_, "UPDATE people SET team = ?2 WHERE id = ?1", contributor.id, known);
}

Outcome Workshop::say(const Contributor& contributor, const Said& said, const JourneyMap& map, TimeMs now) {
  if (!map.touchpoint(said.touchpoint)) return misuse(msg("links.no_touchpoint", {{"id", said.touchpoint}}));
  if (said.emotion && (*said.emotion < -2 || *said.emotion > 2)) return misuse(msg("links.bad_emotion"));
  if (characters_in(said.friction) > kFrictionMax || characters_in(said.note) > kNoteMax)
    return misuse(msg("links.long_text", {{"friction", most(kFrictionMax)}, {"note", most(kNoteMax)}}));
  if (said.empty()) return run_row(database_, "DELETE FROM said WHERE person = ?1 AND touchpoint = ?2", contributor.id, said.touchpoint);
  return run_row(database_, "INSERT OR REPLACE INTO said (person, touchpoint, emotion, friction, note, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                 contributor.id, said.touchpoint, said.emotion, said.friction, said.note, now);
}

Result<TimeMs> Workshop::count_change(const Contributor& contributor, TimeMs now) {
  struct Counted {
    std::int64_t minute = 0, changes = 0;
  };
  const std::int64_t minute = now / kMinute;
  const auto counted_in = [](const SqliteStatement& row) { return Counted{row.integer(0), row.integer(1)}; };
  PARCOURS_TRY(const auto known, row_of(database_, "SELECT minute, changes FROM people WHERE id = ?1", counted_in, contributor.id));
  const std::int64_t changes = known && known->minute == minute ? known->changes : 0;
  if (changes >= kChangesPerMinuteMax) return (minute + 1) * kMinute - now;
  PARCOURS_CHECK(run_row(database_, "UPDATE people SET minute = ?2, changes = ?3 WHERE id = ?1", contributor.id, minute, changes + 1));
  return TimeMs{0};
}

Result<std::vector<Said>> Workshop::said_by(const Contributor& contributor) {
  const auto read = [](const SqliteStatement& row) { return said_in(row, 0); };
  return rows_of(database_, "SELECT touchpoint, emotion, friction, note FROM said WHERE person = ?1 ORDER BY touchpoint", read, contributor.id);
}

Result<std::vector<Contribution>> Workshop::all() {
  const auto read = [](const SqliteStatement& row) { return Contribution{contributor_in(row), said_in(row, 2)}; };
  return rows_of(database_,
                 "SELECT people.id, team, touchpoint, emotion, friction, note FROM said JOIN people ON people.id = person WHERE link = ?1 ORDER BY "
                 "people.id, touchpoint",
                 read, link_.id);
}

Result<bool> Workshop::remove(std::int64_t contributor) {
  PARCOURS_TRY(SqliteTransaction whole, SqliteTransaction::begin_write(database_));
  PARCOURS_CHECK(run_row(database_, "DELETE FROM people WHERE id = ?1 AND link = ?2", contributor, link_.id));
  const bool there = database_.changes() > 0;
  PARCOURS_CHECK(whole.commit());
  return there;
}

std::string one_line(const std::string& typed) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t blank = blank_bytes(std::string_view(typed).substr(at));
    if (blank == 0) out += typed[at];
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += std::max<std::size_t>(blank, 1);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<SpeakingTeam> teams_in(const std::vector<Contribution>& all) {
  std::vector<SpeakingTeam> out;
  for (const Contribution& one : all)
    if (std::none_of(out.begin(), out.end(), [&](const SpeakingTeam& team) { return team.team == one.by.team; })) out.push_back({one.by.team, 0, 0});
  for (SpeakingTeam& team : out) {
    std::set<std::int64_t> people;
    std::set<std::string> touchpoints;
    for (const Contribution& one : all)
      if (one.by.team == team.team) people.insert(one.by.id), touchpoints.insert(one.said.touchpoint);
    team.people = most(people.size()), team.touchpoints = most(touchpoints.size());
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return folded_ascii(a.team) < folded_ascii(b.team); });
  return out;
}

}  // namespace parcours
