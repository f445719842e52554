#include "base/files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include <unistd.h>

namespace parcours {
namespace {

class FilesTest : public testing::Test {
 protected:
  FilesTest() : folder_(std::filesystem::temp_directory_path() / ("parcours-files-" + std::to_string(::getpid()))) {}
  ~FilesTest() override { std::filesystem::remove_all(folder_); }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  std::filesystem::path folder_;
  DiskFiles disk_;
};

TEST_F(FilesTest, WritesWholeAndLeavesNothingAside) {
  ASSERT_TRUE(disk_.write(at("maps/a.yaml"), "one").ok());
  ASSERT_TRUE(disk_.write(at("maps/a.yaml"), "two").ok());
  EXPECT_EQ(disk_.read(at("maps/a.yaml")).value(), "two");
  EXPECT_EQ(disk_.list(at("maps")), std::vector<std::string>{"a.yaml"});
}

TEST_F(FilesTest, FailuresNameThePath) {
  const auto read = disk_.read(at("none"));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(render(read.failure().what.message, Lang::en), "cannot read " + at("none") + ": No such file or directory");
  EXPECT_FALSE(disk_.read("/").ok());
}

TEST_F(FilesTest, ALimitIsKept) {
  ASSERT_TRUE(disk_.write(at("big"), std::string(1000, 'x')).ok());
  EXPECT_TRUE(disk_.read(at("big"), 1000).ok());
  EXPECT_FALSE(disk_.read(at("big"), 999).ok());
}

TEST_F(FilesTest, ALinkStaysOneAndWhatItLeadsToIsWritten) {
  ASSERT_TRUE(disk_.write(at("kept/map.yaml"), "before").ok());
  ASSERT_EQ(::symlink("kept/map.yaml", at("link.yaml").c_str()), 0);
  ASSERT_TRUE(disk_.write(at("link.yaml"), "after").ok());
  EXPECT_TRUE(std::filesystem::is_symlink(at("link.yaml")));
  EXPECT_EQ(*disk_.read(at("kept/map.yaml")), "after");
  ASSERT_EQ(::symlink("loop.yaml", at("loop.yaml").c_str()), 0);
  EXPECT_FALSE(disk_.write(at("loop.yaml"), "x").ok());
  EXPECT_TRUE(std::filesystem::is_symlink(at("loop.yaml")));
}

TEST(MemoryFiles, HoldsFoldersLikeADisk) {
  MemoryFiles memory;
  ASSERT_TRUE(memory.write("w/maps/a.yaml", "x").ok());
  EXPECT_TRUE(memory.is_folder("w/maps"));
  EXPECT_EQ(memory.list("w"), std::vector<std::string>{"maps"});
  ASSERT_TRUE(memory.remove("w/maps/a.yaml").ok());
  EXPECT_FALSE(memory.exists("w/maps"));
}

TEST(Paths, TakeApartAndJoin) {
  EXPECT_EQ(join_path("maps", "a.yaml"), "maps/a.yaml");
  EXPECT_EQ(join_path(".", "a"), "a");
  EXPECT_EQ(parent_of("a.yaml"), ".");
  EXPECT_EQ(stem_of("maps/la.bague.yaml"), "la.bague");
  EXPECT_EQ(extension_of("x.CSV"), "csv");
  EXPECT_EQ(extension_of(".gitignore"), "");
}

}  // namespace
}  // namespace parcours
