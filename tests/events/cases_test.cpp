// Runs tests/events/cases/*.case: a file of events as it came, and all that Parcours says of it.
//
//   what the case shows
//   === options customer=client event-name=purchase     (when there are any)
//   === file orders.csv        (`=== bytes orders.csv`: \xHH stands for a byte, line ends are written \n)
//   …the file…
//   === en                     (and === fr)
//   …the failure; or remarks, rejects and the count of events, whole…
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "events/read_events.h"
#include "events/reject_file.h"

namespace parcours::testing {
namespace {

struct Case {
  std::string file, content, options;
  std::string en, fr;
  bool bytes = false;
};

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') continue;
    if (text[i] != '\\' || i + 1 == text.size()) out += text[i];
    else if (text[i + 1] == 'n') out += '\n', ++i;
    else if (text[i + 1] == 'x') out += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)), i += 3;
  }
  return out;
}

Case read_case(const std::filesystem::path& path) {
  std::ifstream in(path);
  Case out;
  std::string* into = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("=== ")) {
      if (into) *into += line + "\n";
      continue;
    }
    std::istringstream words(line.substr(4));
    std::string mark;
    words >> mark;
    if (mark == "options") std::getline(words, out.options);
    else if (mark == "file" || mark == "bytes") words >> out.file, into = &out.content, out.bytes = mark == "bytes";
    else into = mark == "en" ? &out.en : &out.fr;
  }
  if (out.bytes) out.content = unescaped(out.content);
  return out;
}

ImportOptions options_of(const Case& c, Lang lang) {
  ImportOptions options = in_paris(lang);
  std::istringstream words(c.options);
  for (std::string word; words >> word;) {
    const std::string name = word.substr(0, word.find('=')), value = word.substr(word.find('=') + 1);
    if (name == "customer") options.customer = value;
    else if (name == "time") options.time = value;
    else if (name == "event") options.event = value;
    else if (name == "event-name") options.event_name = value;
    else if (name == "score") options.score = value;
    else if (name == "currency") options.currency = value;
    else if (name == "timezone") options.zone = value;
    else ADD_FAILURE() << "unknown option in a case: " << word;
  }
  return options;
}

std::string said_of(const Case& c, Lang lang) {
  const ReadFile file = read_text(c.content, options_of(c, lang), c.file);
  std::string out;
  for (const Diagnostic& remark : file.plan.remarks)
    if (remark.severity != Severity::note) out += render(remark, "", lang);
  for (const Reject& reject : file.rejects) out += show(reject, c.file, lang) + "\n";
  for (const Diagnostic& note : file.notes) out += render(note, "", lang);
  if (file.failure) return out + render(file.failure->what, "", lang);
  return out + std::to_string(file.events.size()) + " / " + std::to_string(file.rows) + "\n";
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(PARCOURS_SOURCE_DIR "/tests/events/cases"))
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

class EventCases : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(EventCases, SaysExactlyThis) {
  const Case c = read_case(GetParam());
  ASSERT_FALSE(c.file.empty());
  EXPECT_EQ(said_of(c, Lang::en), c.en);
  EXPECT_EQ(said_of(c, Lang::fr), c.fr);
}

INSTANTIATE_TEST_SUITE_P(All, EventCases, ::testing::ValuesIn(case_files()), [](const auto& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace parcours::testing
