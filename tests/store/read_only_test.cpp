// A workspace that cannot be written to still answers, and stays as it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "store/workspace.h"

namespace parcours {
namespace {

// Every file below the folder, with its size and time of change.
std::string state_of(const std::string& folder) {
  std::vector<std::string> lines;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const bool is_file = entry.is_regular_file();
    lines.push_back(entry.path().string() + " " + std::to_string(is_file ? entry.file_size() : 0) + " " +
                    std::to_string(is_file ? entry.last_write_time().time_since_epoch().count() : 0));
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const auto& line : lines) all += line + "\n";
  return all;
}

TEST(ReadOnly, ReadsEventsAndRefusesChanges) {
  Workspace workspace;
  std::string before;
  {
    const auto store = workspace.open();
    import_rows(*store, {{"ann", 1000, "look"}, {"bob", 2000, "buy"}});
    before = shown(*store);
  }
  workspace.settings.read_only = true;
  {
    const auto store = workspace.open();
    ASSERT_NE(store, nullptr);
    EXPECT_EQ(shown(*store), before);
    EXPECT_EQ(must(store->imports()).size(), 1u);
    EXPECT_FALSE(store->remove_import(1).ok());
    MemorySource more({{"eve", 3000, "look"}});
    EXPECT_FALSE(store->import(more, "{}", {}).ok());
    EXPECT_EQ(shown(*store), before);
  }
  workspace.settings.read_only = false;
  EXPECT_EQ(shown(*workspace.open()), before);
}

TEST(ReadOnly, OpeningAndReadingTouchNoFile) {
  Workspace workspace;
  { import_rows(*workspace.open(), {{"ann", 1000, "look"}}); }
  std::filesystem::remove_all(workspace.path() + "/.parcours");  // as in a copy: it is private
  const std::string state = state_of(workspace.path());
  workspace.settings.read_only = true;
  {
    const auto store = workspace.open();
    EXPECT_EQ(shown(*store), "ann 1000 look\n");
  }
  EXPECT_EQ(state_of(workspace.path()), state);
}

TEST(ReadOnly, WhileAnotherProcessHasItOpenTheNewestIsRead) {
  Workspace workspace;
  const auto writer = workspace.open();
  import_rows(*writer, {{"ann", 1000, "look"}});
  workspace.settings.read_only = true;
  const auto reader = workspace.open();
  EXPECT_EQ(shown(*reader), "ann 1000 look\n");
}

TEST(ReadOnly, AWorkspaceWithoutEventsSaysSo) {
  Workspace workspace;
  workspace.settings.read_only = true;
  const auto refused = open_store(workspace.settings, workspace.files, workspace.clock);
  ASSERT_FALSE(refused.ok());
  EXPECT_FALSE(workspace.files.exists(workspace.path() + "/catalogue.sqlite"));
}

}  // namespace
}  // namespace parcours
