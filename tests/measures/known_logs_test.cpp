// The numbers of known logs, counted independently, from the files to the answer without a store between.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "events/guess.h"
#include "events/open_source.h"
#include "measures/flow.h"
#include "measures/listed_events.h"
#include "measures/retention.h"
#include "measures/variants.h"

namespace {

using namespace parcours;

std::string data_path(const std::string& file) { return std::string(PARCOURS_SOURCE_DIR) + "/../shared/data/" + file; }

void add_batch(const EventBatch& batch, listed::Events& events, TimeUnit& unit) {
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    events.push_back({batch.customer.at(row), batch.time[row], batch.event.at(row)});
    if (!batch.value.empty()) events.back().value = batch.value[row];
    unit = batch.unit[row];
  }
}

// Files in which all times have one unit.
EventIndex index_of_file(const std::string& file, const ImportOptions& options) {
  DiskInputs inputs;
  const auto plan = guess_plan(inputs, data_path(file), options);
  EXPECT_TRUE(plan.ok());
  const auto source = open_source(inputs, data_path(file), *plan);
  EXPECT_TRUE(source.ok());
  listed::Events events;
  TimeUnit unit = TimeUnit::ms;
  for (;;) {
    auto batch = (*source)->next();
    EXPECT_TRUE(batch.ok());
    if (!batch.ok() || !batch->has_value()) break;
    add_batch(**batch, events, unit);
  }
  EXPECT_TRUE((*source)->rejects().empty());
  return listed::index_of(events, *Zone::find(options.zone), unit);
}

#define NEEDS(file) \
  if (!std::filesystem::exists(data_path(file))) GTEST_SKIP() << "../shared/data/" << file << " is not here"

const FlowEdge& edge_of(const FlowAnswer& answer, const std::string& from, const std::string& to) {
  static const FlowEdge kNoEdge;
  const auto at = std::find_if(answer.edges.begin(), answer.edges.end(), [&](const FlowEdge& edge) { return edge.from == from && edge.to == to; });
  return at == answer.edges.end() ? kNoEdge : *at;
}

std::int64_t all_moves(const FlowAnswer& answer) {
  std::int64_t moves = 0;
  for (const auto& edge : answer.edges) moves += edge.moves;
  return moves;
}

TEST(KnownLogs, RunningExample) {
  NEEDS("running-example.xes");
  const EventIndex index = index_of_file("running-example.xes", {});
  EXPECT_EQ(index.customer_count(), 6u);
  EXPECT_EQ(index.size(), 42u);
  EXPECT_EQ(index.events.size() - 1, 8u);
  const auto edges = flow(index, FlowQuestion{});
  ASSERT_TRUE(edges.ok());
  EXPECT_EQ(edges->edges.size(), 16u);
  EXPECT_EQ(all_moves(*edges), 36);
  EXPECT_EQ(edge_of(*edges, "check ticket", "decide").moves, 6);
  EXPECT_EQ(edge_of(*edges, "examine casually", "check ticket").moves, 4);
  const auto paths = variants(index, VariantsQuestion{});
  ASSERT_TRUE(paths.ok());
  EXPECT_EQ(paths->total, 6);
  EXPECT_DOUBLE_EQ(*paths->mean_duration_s, 966890);
  EXPECT_DOUBLE_EQ(*paths->median_duration_s, 815940);
}

TEST(KnownLogs, Receipt) {
  NEEDS("receipt.xes.gz");
  const EventIndex index = index_of_file("receipt.xes.gz", {});
  EXPECT_EQ(index.customer_count(), 1434u);
  EXPECT_EQ(index.size(), 8577u);
  EXPECT_EQ(index.events.size() - 1, 27u);
  const auto edges = flow(index, FlowQuestion{});
  ASSERT_TRUE(edges.ok());
  EXPECT_EQ(edges->edges.size(), 99u);
  EXPECT_EQ(all_moves(*edges), 7143);
  EXPECT_EQ(edge_of(*edges, "T04 Determine confirmation of receipt", "T05 Print and send confirmation of receipt").moves, 1177);
  EXPECT_EQ(edge_of(*edges, "T06 Determine necessity of stop advice", "T10 Determine necessity to stop indication").moves, 1165);
  const auto paths = variants(index, VariantsQuestion{});
  ASSERT_TRUE(paths.ok());
  EXPECT_EQ(paths->total, 116);
  ASSERT_GE(paths->variants.size(), 5u);
  const std::int64_t most[] = {713, 123, 116, 115, 75};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(paths->variants[i].count, most[i]);
  EXPECT_NEAR(*paths->mean_duration_s, 467263.915, 0.0005);
  EXPECT_NEAR(*paths->median_duration_s, 2868.583, 0.001);
}

TEST(KnownLogs, RepeatBuyersOfCdnow) {
  NEEDS("CDNOW_sample.txt");
  ImportOptions options;
  options.customer = "1";
  options.time = "3";
  options.value = "5";
  options.event_name = "purchase";
  options.header = false;
  const EventIndex index = index_of_file("CDNOW_sample.txt", options);
  EXPECT_EQ(index.customer_count(), 2357u);
  RetentionQuestion question;
  question.every = Every::month;
  question.purchase = listed::named("purchase");
  const auto whole = retention(index, question);
  ASSERT_TRUE(whole.ok());
  EXPECT_EQ(whole->repurchase->buyers, 2357);
  EXPECT_EQ(whole->repurchase->repeat, 1139);
  question.scope.until = Zone::utc().day_start({1997, 10, 1});
  const auto until_september = retention(index, question);
  ASSERT_TRUE(until_september.ok());
  EXPECT_EQ(until_september->repurchase->repeat, 946);
}

}  // namespace
