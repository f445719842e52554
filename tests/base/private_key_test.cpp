#include "base/private_key.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/files.h"

namespace parcours {
namespace {

struct Folder {
  Folder() {
    char path[] = "/tmp/parcours-key-XXXXXX";
    at = ::mkdtemp(path);
  }
  ~Folder() { std::filesystem::remove_all(at); }
  std::string at;
};

TEST(PrivateKey, IsMadeOnceForItsOwnerAlone) {
  const Folder folder;
  const std::string path = folder.at + "/a.key";
  const auto key = make_private_key(path);
  ASSERT_TRUE(key.ok());
  EXPECT_EQ(key->size(), 32u);
  EXPECT_EQ(*DiskFiles().read(path), *key);
  EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(*make_private_key(path), *key) << "what another process made stays";
  EXPECT_EQ(DiskFiles().list(folder.at), std::vector<std::string>{"a.key"}) << "nothing is left beside it";
}

TEST(PrivateKey, AnEmptyFileIsNoKey) {
  const Folder folder;
  const std::string path = folder.at + "/a.key";
  std::ofstream(path).flush();
  EXPECT_EQ(make_private_key(path)->size(), 32u);
  EXPECT_EQ(DiskFiles().read(path)->size(), 32u);
}

TEST(PrivateKey, WhereItCannotBeWrittenThePathIsTold) {
  const auto key = make_private_key("/tmp/no-such-folder-of-parcours/a.key");
  ASSERT_FALSE(key.ok());
  EXPECT_EQ(render(key.failure().what.message, Lang::en), "cannot write /tmp/no-such-folder-of-parcours/a.key: No such file or directory");
}

}  // namespace
}  // namespace parcours
