#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "measures/channels.h"
#include "measures/listed_events.h"

namespace {

using namespace listed;

struct NaiveChannels {
  std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::set<std::string>>> moves;  // how many, whose
  std::map<std::string, std::int64_t> last;
  std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::int64_t>> went_on;  // of how many
  std::int64_t on_any = 0, on_two = 0;
};

NaiveChannels naive_channels(const Events& events, Per per, TimeMs silence) {
  TimeMs as_of = 0;
  for (const auto& event : events) as_of = std::max(as_of, event.at);
  NaiveChannels out;
  for (const auto& [customer, own] : by_customer(events)) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!own[i].channel.empty()) seen.insert(own[i].channel);
      const bool has_next = i + 1 < own.size();
      const bool next_is_near = has_next && own[i + 1].at - own[i].at <= silence;
      const bool is_open = !has_next && as_of - own[i].at <= silence;
      if (!next_is_near && !is_open) ++out.last[own[i].channel];
      if (i == 0 || (per == Per::journey && own[i].at - own[i - 1].at > silence)) continue;
      const std::pair move(own[i - 1].channel, own[i].channel);
      ++out.moves[move].first;
      out.moves[move].second.insert(customer);
      if (is_open) continue;
      out.went_on[move].first += next_is_near;
      ++out.went_on[move].second;
    }
    out.on_any += !seen.empty();
    out.on_two += seen.size() >= 2;
  }
  return out;
}

TEST(Channels, EqualTheNaiveOnesOnRandomEvents) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Events events = random_events(seed);
    ChannelsQuestion question;
    question.scope.per = seed % 2 == 0 ? Per::journey : Per::customer;
    question.scope.inactivity = 10 * kDay;
    const auto answer = channels(index_of(events), question);
    ASSERT_TRUE(answer.ok());
    const NaiveChannels expected = naive_channels(events, question.scope.per, 10 * kDay);

    ASSERT_EQ(answer->moves.size(), expected.moves.size()) << seed;
    for (const auto& move : answer->moves) {
      const auto& [moves, customers] = expected.moves.at({move.from, move.to});
      EXPECT_EQ(move.moves, moves) << seed;
      EXPECT_EQ(move.count, static_cast<std::int64_t>(customers.size())) << seed;
    }
    ASSERT_EQ(answer->last.size(), expected.last.size()) << seed;
    for (const auto& last : answer->last) EXPECT_EQ(last.count, expected.last.at(last.channel)) << seed << ' ' << last.channel;
    std::int64_t stayed = 0, of_stays = 0;
    for (const auto& [move, counts] : expected.went_on)
      if (move.first == move.second) stayed += counts.first, of_stays += counts.second;
    EXPECT_EQ(answer->went_on_after_staying.count, stayed) << seed;
    EXPECT_EQ(answer->went_on_after_staying.n, of_stays) << seed;
    for (const auto& change : answer->changes) {
      const auto at = expected.went_on.find({change.from, change.to});
      EXPECT_EQ(change.went_on.n, at == expected.went_on.end() ? 0 : at->second.second) << seed;
      EXPECT_EQ(change.went_on.count, at == expected.went_on.end() ? 0 : at->second.first) << seed;
    }
    EXPECT_EQ(answer->on_two_or_more.count, expected.on_two) << seed;
    EXPECT_EQ(answer->on_two_or_more.n, expected.on_any) << seed;
  }
}

TEST(Channels, ChangesAreToldApartFromStayingAndOpenOnesLeftOut) {
  // a: web, shop, shop, then silence until long after; b: still under way at the end.
  const Events events = {
      {"a", 0, "x", "web"}, {"a", kDay, "x", "shop"}, {"a", 2 * kDay, "x", "shop"}, {"b", 100 * kDay, "x", "web"}, {"b", 101 * kDay, "x", "shop"}};
  ChannelsQuestion question;
  question.scope.inactivity = 30 * kDay;
  const auto answer = channels(index_of(events), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->changes.size(), 1u);
  EXPECT_EQ(answer->changes[0].moves, 2);
  EXPECT_EQ(answer->changes[0].went_on.n, 1);  // b's is open
  EXPECT_EQ(answer->changes[0].went_on.count, 1);
  EXPECT_EQ(answer->went_on_after_staying.n, 1);
  EXPECT_EQ(answer->went_on_after_staying.count, 0);
  ASSERT_EQ(answer->last.size(), 1u);
  EXPECT_EQ(answer->last[0].channel, "shop");
  EXPECT_EQ(answer->last[0].count, 1);
  EXPECT_EQ(answer->on_two_or_more.count, 2);
  EXPECT_EQ(answer->unseen, std::nullopt);
}

// Two customers, one channel each; of their `identities` so many are joined.
std::optional<WhyUnseen> why_unseen_of(const Events& events, std::uint64_t identities, std::uint64_t joined) {
  EventIndex index = index_of(events);
  index.identities = identities;
  index.identities_joined = joined;
  const auto answer = channels(index, ChannelsQuestion{});
  return answer.ok() ? answer->unseen : std::nullopt;
}

TEST(Channels, CannotBeSeenForTheReasonThatHolds) {
  const Events one_each = {{"a", 0, "x", "web"}, {"a", 1, "x", "web"}, {"b", 0, "x", "shop"}};
  EXPECT_EQ(why_unseen_of(one_each, 2, 0), WhyUnseen::few_joined);
  EXPECT_EQ(why_unseen_of(one_each, 4, 4), WhyUnseen::one_channel_each);
  EXPECT_EQ(why_unseen_of({{"a", 0, "x"}, {"a", 1, "y"}}, 4, 4), WhyUnseen::no_channel);
  EXPECT_EQ(why_unseen_of({{"a", 0, "x"}, {"a", 1, "y"}}, 2, 0), WhyUnseen::no_channel);
  EXPECT_EQ(why_unseen_of({{"a", 0, "x", "web"}, {"a", 1, "y", "shop"}}, 2, 0), std::nullopt);
}

}  // namespace
