#include <algorithm>

#include "engine/reference/questions_sql.h"
#include "questions/statistics.h"

namespace parcours {

Script script_of(const ReferenceLog& log, const ChannelsQuestion& question) {
  const TimeMs silence = silence_of(question.scope);
  Script out = scope_script(log, question.scope, question.scope.per, silence);
  const std::string limit = std::to_string(silence);
  // A log without times: what follows always follows soon, and nothing is open.
  const std::string soon = log.timed ? "next_starts - starts <= " + limit : "next_starts IS NOT NULL";
  const std::string is_open = log.timed ? "next_starts IS NULL AND (SELECT as_of FROM basis) - starts <= " + limit : "false";
  out.table("contacts", "Each event with its channel, the channel before it in its unit, and whether something follows in time.",
            "SELECT *, coalesce(" + soon + ", false) AS went_on, " + is_open +
                " AS is_open\nFROM (\n"
                "  SELECT customer, unit, pos, starts, coalesce(channel, '') AS channel,\n"
                "      lag(coalesce(channel, '')) OVER (PARTITION BY unit ORDER BY pos) AS channel_before,\n"
                "      lead(starts) OVER (PARTITION BY customer ORDER BY pos) AS next_starts\n  FROM scoped\n)");
  out.result("moves", "Moves from channel to channel.",
             "SELECT channel_before AS from_channel, channel AS to_channel, count(*) AS moves, count(DISTINCT customer) AS count FROM "
             "contacts\nWHERE channel_before IS NOT NULL GROUP BY ALL ORDER BY ALL");
  out.result("last", "The last contacts.",
             "SELECT channel, count(*) AS count FROM contacts WHERE NOT went_on AND NOT is_open GROUP BY channel ORDER BY count DESC, channel");
  out.result("went_on", "Of the arrivals by a move, those that something follows: how many customers have so many of so many.",
             "SELECT from_channel, to_channel, went_on, arrivals, count(*) AS customers\nFROM (\n"
             "  SELECT CASE WHEN channel_before = channel THEN NULL ELSE channel_before END AS from_channel, CASE WHEN channel_before = channel THEN "
             "NULL ELSE channel END AS to_channel, customer,\n"
             "      count(*) FILTER (went_on) AS went_on, count(*) AS arrivals\n"
             "  FROM contacts WHERE channel_before IS NOT NULL AND NOT is_open GROUP BY ALL)\nGROUP BY ALL ORDER BY ALL");
  out.result("seen", "Customers by how many channels they were seen on.",
             "SELECT count(*) FILTER (channels >= 2) AS two_or_more, count(*) AS customers FROM (\n  SELECT customer, count(DISTINCT channel) AS "
             "channels FROM contacts WHERE channel <> '' GROUP BY customer)");
  out.result("identities", "Identities, and those joined with another.",
             "SELECT count(*) FILTER (others > 1) AS joined, count(*) AS identities FROM (\n  SELECT count(*) OVER (PARTITION BY customer) AS others "
             "FROM (SELECT DISTINCT customer, identity FROM (\n" +
                 log.events_select + "\n  )))");
  return out;
}

namespace {

// Where so few are joined and so few seen on two channels, identities that nobody joined would look the same.
std::optional<WhyUnseen> reason_of(const ChannelsAnswer& answer) {
  const Share& two = answer.on_two_or_more;
  const bool few_joined = answer.joined.count * 20 < answer.joined.n || answer.joined.n == 0;
  if (two.n == 0) return WhyUnseen::no_channel;
  if (few_joined && two.count * 20 < two.n) return WhyUnseen::few_joined;
  return two.count == 0 ? std::optional(WhyUnseen::one_channel_each) : std::nullopt;
}

}  // namespace

ChannelsAnswer answer_of(const ReferenceLog& log, const ChannelsQuestion&, const Results& results) {
  ChannelsAnswer answer;
  answer.basis = basis_of(results, log);
  const Rows& moves = results.at("moves");
  for (std::size_t row = 0; row < moves.size(); ++row)
    answer.moves.push_back({moves.text(row, 0), moves.text(row, 1), moves.integer(row, 2), moves.integer(row, 3)});
  const Rows& last = results.at("last");
  for (std::size_t row = 0; row < last.size(); ++row) answer.last.push_back({last.text(row, 0), last.integer(row, 1)});
  std::map<std::pair<std::string, std::string>, ClusteredCount> changes;
  for (const auto& move : answer.moves)
    if (move.from != move.to) changes[{move.from, move.to}];
  ClusteredCount staying;
  const Rows& rows = results.at("went_on");
  for (std::size_t row = 0; row < rows.size(); ++row)
    (rows.is_null(row, 0) ? staying : changes[{rows.text(row, 0), rows.text(row, 1)}])
        .add(rows.integer(row, 2), rows.integer(row, 3), rows.integer(row, 4));
  for (const auto& move : answer.moves)
    if (move.from != move.to) answer.changes.push_back({move.from, move.to, move.moves, changes[{move.from, move.to}].share()});
  std::stable_sort(answer.changes.begin(), answer.changes.end(), [](const ChannelChange& a, const ChannelChange& b) { return a.moves > b.moves; });
  answer.went_on_after_staying = staying.share();
  answer.on_two_or_more = wilson(results.at("seen").integer(0, 0), results.at("seen").integer(0, 1));
  answer.joined = wilson(results.at("identities").integer(0, 0), results.at("identities").integer(0, 1));
  answer.unseen = reason_of(answer);
  return answer;
}

}  // namespace parcours
