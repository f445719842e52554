// Runs tests/map/cases/*.case: a file as its author wrote it, and all that Parcours says of it.
//
//   what the case shows
//   === map maps/ring.yaml        (or persona, settings, views, rule; the name of the file)
//   …the file…
//   === en                        (and, if wanted, === fr)
//   …every complaint, whole…
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "map/map_file.h"
#include "map/views_file.h"

namespace parcours {
namespace {

struct Case {
  std::string kind, file, text, en, fr;
};

Case read_case(const std::filesystem::path& path) {
  std::ifstream in(path);
  Case out;
  std::string* into = nullptr;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string mark, first, second;
    words >> mark >> first >> second;
    if (mark == "===") {
      if (first == "en" || first == "fr") into = first == "en" ? &out.en : &out.fr;
      else into = &out.text, out.kind = first, out.file = second;
    } else if (into) {
      *into += line + "\n";
    }
  }
  return out;
}

template <class T>
std::string said_of(const Parsed<T>& parsed, Lang lang) {
  std::string out;
  for (const auto& diagnostic : parsed.diagnostics) out += render(diagnostic, parsed.source.text(), lang);
  return out;
}

std::string said_of(const Case& c, Lang lang) {
  if (c.kind == "persona") return said_of(parse_persona(c.file, c.text), lang);
  if (c.kind == "settings") return said_of(parse_settings(c.file, c.text), lang);
  if (c.kind == "views") return said_of(parse_views(c.file, c.text), lang);
  if (c.kind == "rule") return said_of(parse_rule_text(c.file, c.text), lang);
  return said_of(parse_map(c.file, c.text), lang);
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(PARCOURS_SOURCE_DIR "/tests/map/cases"))
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

class MapCase : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(MapCase, SaysExactlyThis) {
  const Case c = read_case(GetParam());
  ASSERT_FALSE(c.kind.empty()) << GetParam();
  EXPECT_EQ(c.en, said_of(c, Lang::en));
  if (!c.fr.empty()) { EXPECT_EQ(c.fr, said_of(c, Lang::fr)); }
}

std::string name_of(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, MapCase, testing::ValuesIn(case_files()), name_of);

}  // namespace
}  // namespace parcours
