// Cases as text: events, a question, the answer, in a form that a person can check and any engine can be asked.
//
//   # a comment
//   == the till knows only the day
//   zone: Europe/Paris                     (UTC when left out)
//   events:
//     ada  2026-01-05            A  channel=store
//     ada  2026-01-05T10:00:00.500  B  value=12.5 colour=red
//   ask: A B --window 70s --by colour
//   reach: 1 1
//   open: 0 0                              (lines that are left out are not looked at)
//   from_previous: - 36000.5               (median seconds; - for none)
//   from_first: - 36000.5
//   share_of_first: 1 1                    (value of the share; also share_of_previous, closed_share_of_first, …_previous)
//   by red: 1 1                            (all rows, in the order of the answer; `by -` is the row without a value)
//   ended: - ada                           (with --list: those whose best attempt ends at each step, joined by +)
//   refused: a funnel needs at least one step      (instead of an answer: the message in English)
//
// An event is a customer, a time, a name, and FIELD=VALUE pairs. How a time is written is its unit: 2026-01-05 (a day),
// 10:00 (a minute; the day is 2026-01-05 unless it stands before, with a T), 10:00:00 (a second), 10:00:00.500 (a millisecond),
// 70s (a millisecond so long after 2026-01-05; any duration), - (only the order is known). Events arrive in the order of the file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cases/event_list.h"
#include "questions/funnel.h"

namespace parcours {

struct FunnelCase {
  std::string file, name;
  std::size_t line = 0;  // of its title
  std::string zone = "UTC";
  std::vector<CaseEvent> events;
  std::string ask;
  FunnelQuestion question;
  std::map<std::string, std::string> expected;                // "reach", "open" …
  std::vector<std::pair<std::string, std::string>> segments;  // by VALUE
};

// All cases of a file. A file that cannot be read as cases gives one case whose name says why and whose `ask` is empty.
std::vector<FunnelCase> read_funnel_cases(const std::string& path);

// Where the answer differs from what the case expects, one line each; none when it agrees.
std::vector<std::string> differences(const FunnelCase& one, const Result<FunnelAnswer>& answer);

// The options as the case files and the command line write them: `A B --window 70s --strict`. Nothing when they cannot be read.
std::optional<FunnelQuestion> read_funnel_question(const std::string& ask, const Zone& zone);

}  // namespace parcours
