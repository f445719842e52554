// The answers that three engines agreed on for 100 000 generated events (shared/bench/answers/100k-seed7/dedup-arrival).
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/json.h"
#include "cases/generated_events.h"
#include "measures/channels.h"
#include "measures/flow.h"
#include "measures/retention.h"
#include "measures/variants.h"

namespace {

using namespace parcours;

const std::filesystem::path kBench = std::filesystem::path(PARCOURS_SOURCE_DIR) / ".." / "shared" / "bench";

class AgreedAnswers : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(kBench / "gen.cpp")) return;
    const auto folder = std::filesystem::temp_directory_path() / ("parcours-agreed-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string at = folder.string();
    const std::string make = "c++ -O1 -w -std=c++17 -ffp-contract=off -o " + at + "/gen " + (kBench / "gen.cpp").string();
    const std::string run = at + "/gen --events 100000 --seed 7 --bin --out " + at + "/events >" + at + "/said";
    if (std::system((make + " && " + run).c_str()) == 0)
      if (auto input = read_generated_events(at + "/events.bin")) index_ = new EventIndex(build_index(std::move(*input), Zone::utc()));
    std::filesystem::remove_all(folder);
  }
  static void TearDownTestSuite() { delete index_, index_ = nullptr; }
  void SetUp() override {
    if (!index_) GTEST_SKIP() << "the generator ../shared/bench/gen.cpp is not here, or there is no c++ to compile it";
  }
  static Json agreed(const std::string& name) {
    std::ifstream file(kBench / "answers/100k-seed7/dedup-arrival" / (name + ".json"));
    return Json::parse(file);
  }
  static EventIndex* index_;
};
EventIndex* AgreedAnswers::index_ = nullptr;

TEST_F(AgreedAnswers, EventsWithoutDuplicates) {
  EXPECT_EQ(index_->size(), 99439u);
  EXPECT_EQ(index_->customer_count(), 7956u);
}

TEST_F(AgreedAnswers, DirectlyFollowingNames) {
  const auto answer = flow(*index_, FlowQuestion{});
  ASSERT_TRUE(answer.ok());
  std::map<std::pair<std::string, std::string>, const FlowEdge*> edges;
  for (const auto& edge : answer->edges) edges[{edge.from, edge.to}] = &edge;
  const Json rows = agreed("q2")["rows"];
  EXPECT_GT(rows.size(), 500u);
  EXPECT_EQ(edges.size(), rows.size());
  for (const auto& row : rows) {
    const auto at = edges.find({row[0], row[1]});
    ASSERT_NE(at, edges.end()) << row;
    EXPECT_EQ(at->second->moves, row[2].get<std::int64_t>()) << row;
    EXPECT_NEAR(*at->second->mean_s * 1000, row[4].get<double>(), 0.001) << row;
    EXPECT_NEAR(*at->second->median_s * 1000, row[5].get<double>(), 0.001) << row;
  }
}

TEST_F(AgreedAnswers, MostFrequentSequences) {
  VariantsQuestion question;
  question.collapse = true;
  question.longest = 20;
  question.most = 50;
  const auto answer = variants(*index_, question);
  ASSERT_TRUE(answer.ok());
  const Json expected = agreed("q3");
  EXPECT_EQ(answer->total, expected["distinct_variants"].get<std::int64_t>());
  EXPECT_EQ(answer->sequences, 7956);
  ASSERT_EQ(answer->variants.size(), expected["top"].size());
  for (std::size_t i = 0; i < answer->variants.size(); ++i) {
    std::string path;
    for (const auto& name : answer->variants[i].path) path += (path.empty() ? "" : ">") + name;
    EXPECT_EQ(path, expected["top"][i][0].get<std::string>());
    EXPECT_EQ(answer->variants[i].count, expected["top"][i][1].get<std::int64_t>()) << path;
  }
}

TEST_F(AgreedAnswers, WeeklyRetention) {
  const auto answer = retention(*index_, RetentionQuestion{});
  ASSERT_TRUE(answer.ok());
  const Json matrix = agreed("q4")["matrix"];
  ASSERT_EQ(answer->cohorts.size(), matrix.size());
  for (std::size_t cohort = 0; cohort < matrix.size(); ++cohort) {
    EXPECT_EQ(answer->cohorts[cohort].size, matrix[cohort][0].get<std::int64_t>());
    ASSERT_EQ(answer->cohorts[cohort].cells.size(), matrix[cohort].size());
    for (std::size_t k = 0; k < matrix[cohort].size(); ++k) {
      EXPECT_EQ(answer->cohorts[cohort].cells[k].n, matrix[cohort][k].get<std::int64_t>()) << cohort << ' ' << k;
      EXPECT_EQ(answer->cohorts[cohort].cells[k].over, cohort + k + 1 < matrix.size()) << "the last week ends after the last event";
    }
  }
}

TEST_F(AgreedAnswers, MovesBetweenChannels) {
  ChannelsQuestion question;
  question.scope.inactivity = 30 * kDay;
  question.scope.until = Zone::utc().day_start({2025, 7, 5});
  const auto answer = channels(*index_, question);
  ASSERT_TRUE(answer.ok());
  const Json expected = agreed("q6");
  const auto names = expected["channels"].get<std::vector<std::string>>();
  std::map<std::pair<std::string, std::string>, std::int64_t> moves;
  for (const auto& move : answer->moves) moves[{move.from, move.to}] = move.moves;
  std::map<std::string, std::int64_t> last;
  for (const auto& one : answer->last) last[one.channel] = one.count;
  for (std::size_t from = 0; from < names.size(); ++from) {
    for (std::size_t to = 0; to < names.size(); ++to)
      EXPECT_EQ((moves[{names[from], names[to]}]), expected["transitions_from_row_to_column"][from][to].get<std::int64_t>())
          << names[from] << ' ' << names[to];
    EXPECT_EQ(last[names[from]], expected["dropoffs"][from].get<std::int64_t>()) << names[from];
  }
}

}  // namespace
