// Several files as one, patterns, links, rejects for people.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include <unistd.h>

#include "events/link_file.h"
#include "events/number_form.h"
#include "events/read_events.h"
#include "events/reject_file.h"

namespace parcours::testing {
namespace {

std::unique_ptr<ImportSource> opened(Inputs& inputs, const std::string& path, const ImportOptions& options = {}) {
  auto plan = guess_plan(inputs, path, options);
  EXPECT_TRUE(plan.ok());
  return std::move(open_source(inputs, path, *plan)).value();
}

TEST(Chain, ReadsFilesInTurnAndNamesThemInRejects) {
  MemoryInputs inputs(std::map<std::string, std::string>{{"a.csv", "user,timestamp,event\nu,2026-01-01,x\nu,nie,x\nv,2026-01-02,x\n"},
                                                         {"b.csv", "event;client;date\ny;w;03/01/2026\ny;;03/01/2026\n"}});
  std::vector<std::unique_ptr<ImportSource>> sources;
  sources.push_back(opened(inputs, "a.csv"));
  sources.push_back(opened(inputs, "b.csv"));
  auto chained = chain(std::move(sources));
  ASSERT_TRUE(chained.ok());
  std::string customers;
  for (;;) {
    const auto batch = (*chained)->next();
    ASSERT_TRUE(batch.ok());
    if (!batch->has_value()) break;
    for (std::size_t r = 0; r < (**batch).rows(); ++r) customers += (**batch).customer.at(r);
  }
  EXPECT_EQ(customers, "uvw");
  EXPECT_EQ((*chained)->rows(), 5u);
  EXPECT_EQ((*chained)->name(), "a.csv, b.csv");
  ASSERT_EQ((*chained)->rejects().size(), 2u);
  EXPECT_EQ(show((*chained)->rejects()[1], "?", Lang::en), "b.csv:3: client: empty customer");
}

TEST(Chain, RefusesFilesThatTreatRepeatsDifferently) {
  MemoryInputs inputs(std::map<std::string, std::string>{{"a.csv", "user,timestamp,event\nu,2026-01-01,x\n"}, {"b.csv", "user,event\nu,x\nu,y\n"}});
  std::vector<std::unique_ptr<ImportSource>> sources;
  sources.push_back(opened(inputs, "a.csv"));
  sources.push_back(opened(inputs, "b.csv"));
  const auto chained = chain(std::move(sources));
  ASSERT_FALSE(chained.ok());
  EXPECT_EQ(chained.failure().what.code, "unlike-files");
}

// Endless blank lines behind a table, and whoever reads them wants no more after a while.
class EndlessBlanks final : public Inputs {
 public:
  class Bytes final : public ByteSource {
   public:
    explicit Bytes(EndlessBlanks& of) : of_(of) {}
    Result<std::size_t> read(char* into, std::size_t size) override {
      if (++of_.reads_ == 100) of_.stopped_ = true;
      std::fill_n(into, size, '\n');
      return size;
    }
    std::optional<double> progress() const override { return std::nullopt; }

   private:
    EndlessBlanks& of_;
  };
  Result<std::unique_ptr<ByteSource>> open(const std::string&, Purpose) override {
    return replay_source("customer,time,event\na,2026-01-01,x\n", std::make_unique<Bytes>(*this));
  }
  const std::atomic<bool>* stopped() const override { return &stopped_; }

 private:
  std::atomic<bool> stopped_ = false;
  int reads_ = 0;
};

TEST(Stopping, EndsAFileThatGivesNothingMore) {
  EndlessBlanks inputs;
  const auto source = opened(inputs, "blanks.csv");
  const auto batch = source->next();
  ASSERT_FALSE(batch.ok());
  EXPECT_EQ(batch.failure().what.code, "interrupted");
}

TEST(Patterns, NameFilesSortedAndOnce) {
  MemoryFiles files;
  for (const char* path : {"in/b.csv", "in/a.csv", "in/a.txt", "in/.hidden.csv", "in/deep/c.csv", "top.csv"}) ASSERT_TRUE(files.write(path, "").ok());
  EXPECT_EQ(*expand_paths({"in/*.csv"}, files), (std::vector<std::string>{"in/a.csv", "in/b.csv"}));
  EXPECT_EQ(*expand_paths({"in/b.csv", "in/?.csv", "-"}, files), (std::vector<std::string>{"in/b.csv", "in/a.csv", "-"}));
  EXPECT_EQ(*expand_paths({"*.csv"}, files), std::vector<std::string>{"top.csv"});
  const auto none = expand_paths({"in/*.xes"}, files);
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.failure().kind, FailureKind::misuse);
}

Result<LinkFile> links_in(const std::string& text) {
  MemoryInputs inputs(std::map<std::string, std::string>{{"links.csv", text}});
  return read_links(inputs, "links.csv");
}

TEST(Links, WithAndWithoutHeader) {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(links_in("email;client_id\nana@example.org;4711\n")->pairs, (Pairs{{"ana@example.org", "4711"}}));
  EXPECT_EQ(links_in("ana@example.org,4711\nbea@example.org,4712\n")->pairs, (Pairs{{"ana@example.org", "4711"}, {"bea@example.org", "4712"}}));
  const auto half = links_in("a,b\nc,\nd\n");
  EXPECT_EQ(half->pairs, (Pairs{{"a", "b"}}));
  EXPECT_EQ(half->rejects.size(), 2u);
  EXPECT_EQ(half->rejects[0].reason.key, "events.reject.half_link");
  EXPECT_EQ(links_in("a,b,c\n").failure().what.code, "links-two-columns");
  EXPECT_EQ(links_in("<a/>").failure().what.code, "links-not-csv");
  EXPECT_EQ(links_in("").failure().what.code, "empty");
}

TEST(Amounts, TooSmallForADoubleAreZeroTooLargeAreNone) {
  EXPECT_EQ(read_amount("1e-400", '.'), 0.0);
  EXPECT_EQ(read_amount("1e400", '.'), std::nullopt);
}

TEST(Rejects, AsAFileForSpreadsheets) {
  const Reject reject{3, "date", msg("events.reject.no_time"), "=HYPERLINK(\"x\"),é", ""};
  const std::string for_excel = rejects_csv({reject}, "a.csv", Lang::fr, {.excel = Lang::fr});
  EXPECT_TRUE(
      for_excel.starts_with("\xEF\xBB\xBF"
                            "fichier;ligne;colonne;motif;contenu\n\"a.csv\";"))
      << for_excel;
  EXPECT_EQ(rejects_csv({reject}, "a.csv", Lang::en),
            "file,line,column,reason,row\n\"a.csv\",3,\"date\",\"empty time\",\"'=HYPERLINK(\"\"x\"\"),é\"\n");
}

TEST(Inputs, FilesThatAreNotThere) {
  const ReadFile none = read_disk("/nowhere/at/all.csv");
  ASSERT_TRUE(none.failure);
  EXPECT_NE(why(none).find("/nowhere/at/all.csv"), std::string::npos);
  EXPECT_TRUE(read_disk("/tmp").failure);
}

// Standard input cannot be read twice: what the guess looked at is kept for the import.
TEST(Inputs, StandardInputIsLookedAtAndThenReadWhole) {
  std::string text = "user,timestamp,event\n";
  for (int i = 0; i < 100'000; ++i) text += "u" + std::to_string(i) + ",2026-01-01,view\n";
  const std::string path = ::testing::TempDir() + "parcours_stdin_" + std::to_string(::getpid()) + ".csv";
  std::ofstream(path) << text;
  ASSERT_NE(std::freopen(path.c_str(), "r", stdin), nullptr);
  const ReadFile file = read_disk("-");
  std::remove(path.c_str());
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 100'000u);
  EXPECT_EQ(file.events.back().customer, "u99999");
}

}  // namespace
}  // namespace parcours::testing
