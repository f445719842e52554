// The maps the tests of this room work on.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace parcours {

inline std::string sample(const std::string& name) {
  std::ifstream in(PARCOURS_SOURCE_DIR "/tests/map/files/" + name);
  EXPECT_TRUE(in.good()) << name;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace parcours
