// Several processes on one workspace, processes killed at work, full disks.
#include "workspace.h"

#include <csignal>
#include <cstdlib>
#include <random>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace parcours {
namespace {

std::vector<Row> many_rows(int import, int count) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i)
    rows.push_back({"c" + std::to_string(i * 31 % 997),
                    i,
                    "view " + std::to_string(import),
                    "web",
                    "",
                    i * 1.0,
                    kNone,
                    "",
                    "",
                    {"m" + std::to_string(i * 31 % 997)}});
  return rows;
}

// Runs `work` in a process of its own; its exit code is 0 when nothing failed. REQUIRES: no Store is open here
template <class Work>
pid_t in_process(Work work) {
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    std::fflush(nullptr);
    ::_exit(testing::Test::HasFailure() ? 1 : 0);
  }
  return child;
}

int ended(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

TEST(Processes, OneImportsWhileAnotherAsks) {
  Workspace workspace;
  workspace.open();
  constexpr int kImports = 6, kRows = 5000;
  int pipe_ends[2];
  ASSERT_EQ(::pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK), 0);
  const pid_t importer = in_process([&] {
    const auto store = workspace.open();
    for (int import = 0; import < kImports; ++import)
      EXPECT_EQ(import_rows(*store, many_rows(import, kRows), false, {"email"}).imported, static_cast<std::uint64_t>(kRows));
  });
  ::close(pipe_ends[1]);  // the importer alone holds it: reading ends when the importer has
  const pid_t reader = in_process([&] {
    const auto store = workspace.open();
    std::size_t last = 0;
    for (bool over = false; !over;) {
      char none = 0;
      over = ::read(pipe_ends[0], &none, 1) == 0;  // asked before the scan, which then sees everything
      const Scan scan = must(store->scan({}));
      EXPECT_EQ(scan.events.rows() % kRows, 0u);  // imports are there whole or not at all
      EXPECT_GE(scan.events.rows(), last);
      last = scan.events.rows();
    }
    EXPECT_EQ(last, static_cast<std::size_t>(kImports * kRows));
  });
  ::close(pipe_ends[0]);
  EXPECT_EQ(ended(importer), 0);
  EXPECT_EQ(ended(reader), 0);
  EXPECT_EQ(must(workspace.open()->imports()).size(), static_cast<std::size_t>(kImports));
}

TEST(Processes, TwoThatImportTheSameFileAddItOnce) {
  Workspace workspace;
  workspace.open();
  const auto work = [&] { import_rows(*workspace.open(), many_rows(1, 20000)); };
  const pid_t first = in_process(work), second = in_process(work);
  EXPECT_EQ(ended(first), 0);
  EXPECT_EQ(ended(second), 0);
  const auto store = workspace.open();
  EXPECT_EQ(must(store->scan({})).events.rows(), 20000u);
  EXPECT_EQ(must(store->imports()).size(), 1u);
}

TEST(Processes, SegmentsReplacedWhileTheyAreReadAreReadAgain) {
  Workspace workspace;
  {
    const auto store = workspace.open();
    import_rows(*store, many_rows(1, 30000));
  }
  const pid_t eraser = in_process([&] {
    const auto store = workspace.open();
    for (int person = 0; person < 6; ++person) must(store->forget("c" + std::to_string(person)));
  });
  const pid_t reader = in_process([&] {
    const auto store = workspace.open();
    for (int round = 0; round < 30; ++round) EXPECT_GT(must(store->scan({})).events.rows(), 29000u);
  });
  EXPECT_EQ(ended(eraser), 0);
  EXPECT_EQ(ended(reader), 0);
}

TEST(Processes, OpeningLeavesTheWorkOfALivingOneAlone) {
  Workspace workspace;
  workspace.open();
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  const pid_t importer = in_process([&] {
    const auto store = workspace.open();
    MemorySource source(many_rows(1, 20000));
    bool told = false;
    must(store->import(source, "{}", [&](const ImportSource& at) {
      if (!told && at.rows() >= 10000) told = ::write(pipe_ends[1], "x", 1) == 1, ::usleep(400'000);
      return true;
    }));
  });
  char told = 0;
  ASSERT_EQ(::read(pipe_ends[0], &told, 1), 1);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(shown(*workspace.open()), "");
  EXPECT_EQ(ended(importer), 0);
  EXPECT_EQ(must(workspace.open()->scan({})).events.rows(), 20000u);
}

TEST(Killed, AnImportIsThereWholeOrNotAtAll) {
  const int kills = std::getenv("PARCOURS_LONG") ? 50 : 8;
  std::mt19937 random(20261101);
  int killed = 0, whole = 0;
  // As long as an import takes here and now, opening included.
  const TimeMs begun = SystemClock().now();
  {
    Workspace workspace;
    ended(in_process([&] { import_rows(*workspace.open(), many_rows(1, 20000), false, {"email"}); }));
  }
  const TimeMs span_ms = SystemClock().now() - begun;
  for (int kill = 0; kill < kills; ++kill) {
    Workspace workspace;
    {
      const auto store = workspace.open();
      import_rows(*store, many_rows(0, 100));
    }
    const pid_t importer = in_process([&] { import_rows(*workspace.open(), many_rows(1, 20000), false, {"email"}); });
    ::usleep(static_cast<useconds_t>(static_cast<TimeMs>(random() % 1000) * span_ms));
    ::kill(importer, SIGKILL);
    killed += WIFSIGNALED(ended(importer));
    const auto store = workspace.open();
    const std::size_t rows = must(store->scan({})).events.rows(), links = must(store->links()).size();
    EXPECT_TRUE((rows == 100 && links == 0) || (rows == 20100 && links == 997)) << rows << " rows, " << links << " links";
    whole += rows == 20100;
    EXPECT_EQ(must(store->imports()).size(), rows == 100 ? 1u : 2u);
    EXPECT_EQ(workspace.events().size(), must(store->segments()).size());  // swept
    for (const std::string& name : workspace.files.list(workspace.path() + "/.parcours")) EXPECT_FALSE(name.starts_with("aside-")) << name;
    import_rows(*store, many_rows(1, 20000), false, {"email"});
    EXPECT_EQ(must(store->scan({})).events.rows(), 20100u);
    EXPECT_EQ(must(store->links()).size(), 997u);
  }
  std::printf("killed %d of %d at work, %d imports were whole\n", killed, kills, whole);
  EXPECT_GT(killed, 0);
}

TEST(Killed, AnErasureIsThereWholeOrNotAtAll) {
  const int kills = std::getenv("PARCOURS_LONG") ? 30 : 4;
  std::mt19937 random(7);
  for (int kill = 0; kill < kills; ++kill) {
    Workspace workspace;
    {
      const auto store = workspace.open();
      for (int import = 0; import < 3; ++import) import_rows(*store, many_rows(import, 5000));
    }
    const pid_t eraser = in_process([&] { must(workspace.open()->forget("c500")); });
    ::usleep(static_cast<useconds_t>(random() % 300'000));
    ::kill(eraser, SIGKILL);
    ended(eraser);
    const auto store = workspace.open();
    const std::size_t all = must(store->scan({})).events.rows(), left = must(store->scan({.customer = "c500"})).events.rows();
    EXPECT_TRUE((all == 15000 && left > 0) || (all < 15000 && left == 0)) << all << " rows, " << left << " of c500";
    EXPECT_EQ(workspace.events().size(), 3u);
    if (left > 0) { EXPECT_GT(must(store->forget("c500")).events, 0u); }
    EXPECT_EQ(must(store->scan({.customer = "c500"})).events.rows(), 0u);
  }
}

TEST(FullDisk, IsToldAndLosesNothing) {
  Workspace workspace;
  {
    const auto store = workspace.open();
    import_rows(*store, many_rows(0, 1000));
  }
  const pid_t importer = in_process([&] {
    const auto store = workspace.open();
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{60'000, 60'000};  // no file grows beyond: what a full disk says, for one process only
    ::setrlimit(RLIMIT_FSIZE, &limit);
    MemorySource source(many_rows(1, 20000));
    const auto outcome = store->import(source, "{}", {});
    EXPECT_NE(complaint(outcome).find("the disk could not be read or written"), std::string::npos) << complaint(outcome);
  });
  EXPECT_EQ(ended(importer), 0);
  const auto store = workspace.open();
  EXPECT_EQ(must(store->scan({})).events.rows(), 1000u);
  EXPECT_EQ(workspace.events().size(), 1u);
  EXPECT_EQ(import_rows(*store, many_rows(1, 20000)).imported, 20000u);
}

TEST(FullDisk, QuestionsAreAnsweredAllTheSame) {
  Workspace workspace;
  import_rows(*workspace.open(), many_rows(0, 1000));
  const pid_t asker = in_process([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{0, 0};  // nothing more can be written
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto store = workspace.open();
    EXPECT_EQ(must(store->scan({})).events.rows(), 1000u);
    EXPECT_EQ(must(store->imports()).size(), 1u);
    for (const auto& refused : {store->remove_import(1), store->save_mapping("a,b", "{}")})
      EXPECT_NE(complaint(refused).find("the disk is full"), std::string::npos) << complaint(refused);
    EXPECT_NE(complaint(store->forget("c1")).find("the disk is full"), std::string::npos);
    EXPECT_EQ(must(store->scan({})).events.rows(), 1000u);
  });
  EXPECT_EQ(ended(asker), 0);
  EXPECT_EQ(must(workspace.open()->scan({})).events.rows(), 1000u);
}

TEST(FullDisk, RoomIsKeptByWhichAnImportCanBeRemoved) {
  Workspace workspace;
  const auto reserve = std::filesystem::path(workspace.path()) / ".parcours/reserve";
  import_rows(*workspace.open(), many_rows(0, 1000));
  EXPECT_GE(std::filesystem::file_size(reserve), 200'000u);
  const pid_t remover = in_process([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{0, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto store = workspace.open();
    EXPECT_FALSE(store->remove_import(1).ok());
    EXPECT_FALSE(std::filesystem::exists(reserve));  // given back: on a disk of its own this is where the room comes from
    const rlimit room{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &room);
    EXPECT_EQ(complaint(store->remove_import(1)), "");
  });
  EXPECT_EQ(ended(remover), 0);
  const auto store = workspace.open();
  EXPECT_TRUE(must(store->imports()).empty());
  EXPECT_TRUE(std::filesystem::exists(reserve));  // kept again
}

TEST(FullDisk, ForTheCatalogueLosesNothingEither) {
  Workspace workspace;
  {
    const auto store = workspace.open();
    import_rows(*store, many_rows(0, 1000));
  }
  const pid_t importer = in_process([&] {
    const auto store = workspace.open();
    ::signal(SIGXFSZ, SIG_IGN);
    std::vector<Row> rows;
    for (int i = 0; i < 20000; ++i)
      rows.push_back({"c" + std::to_string(i), 1, "v", "", "", kNone, kNone, "", "", {"an e-mail address of " + std::to_string(i)}});
    const rlimit limit{1'500'000, 1'500'000};  // the segment fits, the links do not
    ::setrlimit(RLIMIT_FSIZE, &limit);
    MemorySource source(rows, false, {"email"});
    const auto outcome = store->import(source, "{}", {});
    EXPECT_NE(complaint(outcome).find("the disk could not be read or written"), std::string::npos) << complaint(outcome);
    EXPECT_EQ(workspace.events().size(), 1u);
  });
  EXPECT_EQ(ended(importer), 0);
  const auto store = workspace.open();
  EXPECT_EQ(must(store->scan({})).events.rows(), 1000u);
  EXPECT_TRUE(must(store->links()).empty());
}

}  // namespace
}  // namespace parcours
