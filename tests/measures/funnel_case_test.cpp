// The funnel against the cases written down in tests/cases/funnel.
#include <filesystem>

#include <gtest/gtest.h>

#include "cases/case_file.h"
#include "measures/funnel.h"

namespace parcours {
namespace {

std::vector<std::string> case_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(PARCOURS_SOURCE_DIR "/tests/cases/funnel"))
    if (entry.path().extension() == ".case") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

TEST(FunnelCases, AllAgree) {
  const auto files = case_files();
  ASSERT_FALSE(files.empty());
  for (const auto& file : files) {
    for (const FunnelCase& one : read_funnel_cases(file)) {
      SCOPED_TRACE(one.file + ":" + std::to_string(one.line) + ": " + one.name);
      ASSERT_NE(one.ask, "");
      const EventIndex index = index_of(one.events, *Zone::find(one.zone));
      for (const auto& difference : differences(one, funnel(index, one.question))) ADD_FAILURE() << difference;
    }
  }
}

}  // namespace
}  // namespace parcours
