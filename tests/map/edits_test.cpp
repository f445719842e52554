#include <random>

#include <gtest/gtest.h>

#include "map/edits.h"
#include "map/yaml_json.h"
#include "sample_files.h"

namespace parcours {
namespace {

SourceText read(const std::string& text) { return SourceText("a.yaml", text, std::make_shared<const YamlTree>(read_yaml("a.yaml", text).tree)); }

std::string edited(const std::string& text, const Edit& edit) {
  auto result = apply_edit(read(text), edit);
  return result.ok() ? result.value() : "refused: " + render(result.failure().what, "", Lang::en);
}

TEST(SetTest, ReplacesAScalarAndKeepsItsComment) {
  EXPECT_EQ(edited("a: 1   # one\nb: 2\n", set_edit("a", 5)), "a: 5   # one\nb: 2\n");
  EXPECT_EQ(edited("a: 'x'\n", set_edit("a", "L'été : enfin")), "a: \"L'été : enfin\"\n");
  EXPECT_EQ(edited("a: x\n", set_edit("a", "plain words, all of them")), "a: plain words, all of them\n");
  EXPECT_EQ(edited("a: x\n", set_edit("a", "12")), "a: \"12\"\n");
  EXPECT_EQ(edited("a: x\n", set_edit("a", 0.25)), "a: 0.25\n");
  EXPECT_EQ(edited("a: x\n", set_edit("a", nullptr)), "a: null\n");
}

// Found by the fuzzer: an empty key right behind a byte-order mark stands before the line that the mark begins.
TEST(SetTest, AnEmptyKeyBehindAByteOrderMarkIsLeftAlone) {
  const std::string text = "\xEF\xBB\xBF:";
  for (const Edit& edit : {add_key("", "added", "x", 0), set_edit("", 1), remove_edit("0"), move_edit("0", 1)}) {
    const std::string after = edited(text, edit);
    EXPECT_TRUE(after.starts_with("refused: ") || read_yaml("a", after).diagnostics.empty()) << after;
  }
}

TEST(SetTest, FillsAnEmptyValue) {
  EXPECT_EQ(edited("a:   # later\nb: 2\n", set_edit("a", "x")), "a: x   # later\nb: 2\n");
  EXPECT_EQ(edited("l:\n  -\n  - y\n", set_edit("l/0", "x")), "l:\n  - x\n  - y\n");
  EXPECT_EQ(edited("m: {a: , b: 1}\n", set_edit("m/a", "x")), "m: {a: x, b: 1}\n");
  EXPECT_EQ(edited("m: {a, b: 1}\n", set_edit("m/a", "x")), "m: {a: x, b: 1}\n");
}

TEST(SetTest, WritesTextsOfSeveralLines) {
  EXPECT_EQ(edited("a: x # c\nb: 1\n", set_edit("a", "one\ntwo\n")), "a: | # c\n  one\n  two\nb: 1\n");
  EXPECT_EQ(edited("a: |\n  one\n  two\nb: 1\n", set_edit("a", "x")), "a: x\nb: 1\n");
  EXPECT_EQ(edited("a: one\n  two\nb: 1\n", set_edit("a", "x")), "a: x\nb: 1\n");
  EXPECT_EQ(edited("l:\n  - x\n", set_edit("l/0", "one\ntwo")), "l:\n  - |-\n    one\n    two\n");
  EXPECT_EQ(edited("m: {a: x}\n", set_edit("m/a", "one\ntwo")), "m: {a: \"one\\ntwo\"}\n");
}

TEST(SetTest, TurnsScalarsIntoCollectionsAndBack) {
  EXPECT_EQ(edited("a: 1 # c\nb: 2\n", set_edit("a", Json::array({Json{{"id", "x"}, {"l", Json::array({1, 2})}}}))),
            "a: # c\n  - id: x\n    l: [1, 2]\nb: 2\n");
  EXPECT_EQ(edited("a: # c\n  - id: x\n  # inside\n  - id: y\nb: 2\n", set_edit("a", 1)), "a: 1 # c\nb: 2\n");
  EXPECT_EQ(edited("a:\n  - id: x\n    y: 1\n  - z\n", set_edit("a/x", "w")), "a:\n  - w\n  - z\n");
}

TEST(SetTest, AddsWhatIsMissingOnTheWay) {
  EXPECT_EQ(edited("stages:\n  - id: a\n    name: A\n# end\n", set_edit("stages/a/when/start", "2027-01-02")),
            "stages:\n  - id: a\n    name: A\n    when: {start: 2027-01-02}\n# end\n");
  EXPECT_EQ(edited("stages: [{id: a}]\n", set_edit("stages/a/when/start", "2027-01-02")), "stages: [{id: a, when: {start: 2027-01-02}}]\n");
  EXPECT_EQ(edited("a: {}\n", set_edit("a/b", 1)), "a: {b: 1}\n");
  EXPECT_EQ(edited("a:\n", set_edit("a/b", 1)), "a: {b: 1}\n");
  EXPECT_EQ(edited("# only a comment\n", set_edit("parcours", 1)), "# only a comment\nparcours: 1\n");
}

TEST(SetTest, WhichMapAStageOrATouchpointOpens) {
  const std::string text =
      "parcours: 1\ntitle: T\nstages:\n  - id: buy # here\n    name: Buy\n    phase: during\n    touchpoints:\n      - {id: pay, name: Pays}\n";
  const std::string after = edited(edited(text, set_edit("stages/buy/opens", "checkout")), set_edit("stages/buy/touchpoints/pay/opens", "card"));
  const JourneyMap map = parse_map("maps/a.yaml", after).value;
  EXPECT_EQ(map.stages.at(0).opens, "checkout");
  EXPECT_EQ(map.stages.at(0).touchpoints.at(0).opens, "card");
  EXPECT_NE(after.find("      - {id: pay, name: Pays, opens: card}\n"), std::string::npos) << after;
  EXPECT_EQ(edited(edited(after, remove_edit("stages/buy/touchpoints/pay/opens")), remove_edit("stages/buy/opens")), text);
}

TEST(AddTest, ToLists) {
  const std::string text = "l:\n  # first\n  - a # A\n  - b\nm: 1\n";
  EXPECT_EQ(edited(text, add_item("l", "c")), "l:\n  # first\n  - a # A\n  - b\n  - c\nm: 1\n");
  EXPECT_EQ(edited(text, add_item("l", "c", 1)), "l:\n  # first\n  - a # A\n  - c\n  - b\nm: 1\n");
  EXPECT_EQ(edited(text, add_item("l", "c", 0)), "l:\n  - c\n  # first\n  - a # A\n  - b\nm: 1\n");
  EXPECT_EQ(edited("l: [a, b]\n", add_item("l", "c, d")), "l: [a, b, \"c, d\"]\n");
  EXPECT_EQ(edited("l: [a, b]\n", add_item("l", "c", 0)), "l: [c, a, b]\n");
  EXPECT_EQ(edited("l: []\n", add_item("l", "c")), "l: [c]\n");
  EXPECT_EQ(edited("l:\nm: 1\n", add_item("l", Json{{"id", "x"}, {"in", Json{{"a", Json{{"b", 1}}}}}})),
            "l:\n  - id: x\n    in:\n      a: {b: 1}\nm: 1\n");
  EXPECT_EQ(edited("l:\n- a", add_item("l", "b")), "l:\n- a\n- b");
  EXPECT_EQ(edited("m: 1\n", add_item("l", "b")), "m: 1\nl: [b]\n");
  EXPECT_EQ(edited("l:\n  - |\n    text\n\nm: 1\n", add_item("l", "b")), "l:\n  - |\n    text\n  - b\n\nm: 1\n");
  EXPECT_EQ(edited("- - a\n", add_item("0", "b", 0)), "- - b\n  - a\n");
}

TEST(AddTest, ToMappings) {
  EXPECT_EQ(edited("a: 1\nb: 2\n", add_key("", "c", 3, 1)), "a: 1\nc: 3\nb: 2\n");
  EXPECT_EQ(edited("l:\n  - id: x\n    n: 1\n", add_key("l/x", "k", "v", 0)), "l:\n  - k: v\n    id: x\n    n: 1\n");
  EXPECT_EQ(edited("m: {a: 1}\n", add_key("m", "b", "x")), "m: {a: 1, b: x}\n");
  EXPECT_EQ(edited("a: 1\n", add_key("", "a", 3)), "refused: error[misuse]: `a` is there already in \"\"\n");
}

TEST(RemoveTest, TakesOnlyItsLines) {
  EXPECT_EQ(edited("a: 1\n# about b\nb: 2 # two\nc: 3\n", remove_edit("b")), "a: 1\n# about b\nc: 3\n");
  EXPECT_EQ(edited("l:\n  - a\n  - b\n", remove_edit("l/1")), "l:\n  - a\n");
  EXPECT_EQ(edited("l:\n  - a # c\nm: 1\n", remove_edit("l/0")), "l: []\nm: 1\n");
  EXPECT_EQ(edited("m: {a: 1, b: 2, c: 3}\n", remove_edit("m/a")), "m: {b: 2, c: 3}\n");
  EXPECT_EQ(edited("m: {a: 1, b: 2, c: 3}\n", remove_edit("m/c")), "m: {a: 1, b: 2}\n");
  EXPECT_EQ(edited("m: [\n  a, # A\n  b,\n  c\n]\n", remove_edit("m/1")), "m: [\n  a, # A\n  c\n]\n");
  EXPECT_EQ(edited("l:\n  - id: x\n    # about n\n    n: 1\n", remove_edit("l/x/id")), "l:\n    # about n\n  - n: 1\n");
  EXPECT_EQ(edited("a: 1\n", remove_edit("a")), "refused: error[misuse]: the file cannot be left without keys\n");
  EXPECT_EQ(edited("a: 1\n", remove_edit("b")), "refused: error[misuse]: there is nothing at \"b\"\n");
}

TEST(MoveTest, WithinAList) {
  const std::string text = "l:\n  # A\n  - id: a\n    n: 1\n  - id: b\n\n  # C\n  - id: c # see\nm: 1\n";
  EXPECT_EQ(edited(text, move_edit("l/c", 0)), "l:\n  # C\n  - id: c # see\n  # A\n  - id: a\n    n: 1\n  - id: b\n\nm: 1\n");
  EXPECT_EQ(edited(text, move_edit("l/a", 1)), "l:\n  - id: b\n  # A\n  - id: a\n    n: 1\n\n  # C\n  - id: c # see\nm: 1\n");
  EXPECT_EQ(edited(text, move_edit("l/a", {})), "l:\n  - id: b\n\n  # C\n  - id: c # see\n  # A\n  - id: a\n    n: 1\nm: 1\n");
  EXPECT_EQ(edited(text, move_edit("l/b", 1)), text);
  EXPECT_EQ(edited("l: [a, b, c]\n", move_edit("l/2", 0)), "l: [c, a, b]\n");
  EXPECT_EQ(edited("l:\n  - a\n  - b", move_edit("l/0", 1)), "l:\n  - b\n  - a");
}

TEST(MoveTest, OutOfWhatItEnds) {
  EXPECT_EQ(edited("l:\n  - a\n  - - b\n    - c # C\nm: 1\n", move_to("l/1/1", "l")), "l:\n  - a\n  - - b\n  - c # C\nm: 1\n");
  EXPECT_EQ(edited("a: 1\nm:\n  x: 1\n  y: 2", move_to("m/y", "")), "a: 1\nm:\n  x: 1\ny: 2");
}

TEST(MoveTest, ToAnotherList) {
  const std::string text =
      "s:\n  - id: x\n    t:\n      - id: a\n        says: |\n          one\n            two\n      - id: b\n  - id: y\n    t:\n    - id: c\n  - id: "
      "z\n    t: []\n";
  EXPECT_EQ(edited(text, move_to("s/x/t/a", "s/y/t", 0)),
            "s:\n  - id: x\n    t:\n      - id: b\n  - id: y\n    t:\n    - id: a\n      says: |\n        one\n          two\n    - id: c\n  - id: "
            "z\n    t: []\n");
  EXPECT_EQ(edited(text, move_to("s/y/t/c", "s/z/t")),
            "s:\n  - id: x\n    t:\n      - id: a\n        says: |\n          one\n            two\n      - id: b\n  - id: y\n    t: []\n  - id: z\n "
            "   t:\n      - {id: c}\n");
  EXPECT_EQ(edited(text, move_to("s/x", "s/x/t")), "refused: error[misuse]: \"s/x\" cannot move into itself\n");
}

TEST(EditTest, KeepsWindowsLineEnds) {
  EXPECT_EQ(edited("a: 1\r\nb: 2\r\n", set_edit("a", "x\ny")), "a: |-\r\n  x\r\n  y\r\nb: 2\r\n");
  EXPECT_EQ(edited("l:\r\n  - a\r\nb: 2\r\n", add_item("l", "c")), "l:\r\n  - a\r\n  - c\r\nb: 2\r\n");
}

TEST(EditTest, RefusesABrokenFile) { EXPECT_EQ(edited("a: [1\n", set_edit("a", 1)).substr(0, 8), "refused:"); }

TEST(EditTest, ReadsEditsFromJson) {
  const auto edit = edit_from_json(Json::parse(R"({"move": "stages/a", "index": 2})"));
  ASSERT_TRUE(edit.ok());
  EXPECT_EQ(edit->kind, Edit::Kind::move);
  EXPECT_EQ(edit->index, 2u);
  EXPECT_TRUE(edit->moves_within);
  EXPECT_FALSE(edit_from_json(Json::parse(R"({"set": "a"})")).ok());
  EXPECT_FALSE(edit_from_json(Json::parse(R"({"add": 3, "value": 1})")).ok());
  EXPECT_FALSE(edit_from_json(Json::parse(R"({"add": "a", "value": 1, "index": -1})")).ok());
}

// ---- Properties: random edits on the sample maps.

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Json random_value(std::mt19937& random, int depth = 0) {
  static const std::vector<std::string> kTexts = {"Panier",  "L'atelier", "a: b",       "- x", "# no",     "vrai ?",    "12",         "true", "",
                                                  " space ", "a,b",       "{x}",        "[y",  "one\ntwo", "tab\there", "é\n\nfin\n", "key:", "null",
                                                  "\"q\"",   "\\",        "2027-01-02", "~",   "@x",       "%",         "x #y",       "it's"};
  switch (random() % (depth > 2 ? 5 : 8)) {
    case 0: return static_cast<int>(random() % 7) - 3;
    case 1: return true;
    case 2: return 0.5;
    case 5: {
      Json list = Json::array();
      for (auto n = random() % 4; n > 0; --n) list.push_back(random_value(random, depth + 1));
      return list;
    }
    case 6: {
      Json map = Json::object();
      for (auto n = random() % 4; n > 0; --n) map["k" + std::to_string(n)] = random_value(random, depth + 1);
      return map;
    }
    default: return kTexts[random() % kTexts.size()];
  }
}

struct Touched {
  std::size_t first, last;
};  // lines from 0

std::size_t line_of(const std::string& text, std::size_t at) {
  return static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

void expect_rest_unchanged(const std::string& before, const std::string& after, Touched touched, const std::string& what) {
  const auto old_lines = lines_of(before), new_lines = lines_of(after);
  for (std::size_t i = 0; i < touched.first; ++i) ASSERT_EQ(old_lines[i], new_lines.at(i)) << what;
  for (std::size_t i = old_lines.size(), j = new_lines.size(); i > touched.last + 1; --i, --j)
    ASSERT_EQ(old_lines[i - 1], new_lines.at(j - 1)) << what;
}

class RandomEdits : public testing::TestWithParam<std::string> {};

TEST_P(RandomEdits, ChangeOnlyTheirOwnLines) {
  const std::string original = sample(GetParam());
  std::mt19937 random(7);
  int refused = 0;
  for (int round = 0; round < 1500; ++round) {
    const SourceText source = read(original);
    const YamlTree& tree = *source.tree();
    const YamlNode& node = tree.node(static_cast<int>(random() % tree.nodes.size()));
    if (node.parent < 0 || tree.at(tree.path_of(node)) != &node) continue;  // a key
    const std::string path = tree.path_of(node);
    const Json value = random_value(random);
    const bool removes = random() % 3 == 0;
    const auto result = apply_edit(source, removes ? remove_edit(path) : set_edit(path, value));
    if (!result.ok()) {
      ++refused;
      ADD_FAILURE() << path << " " << value.dump() << render(result.failure().what, "", Lang::en);
      continue;
    }
    const YamlNode& parent = tree.node(node.parent);
    // Removing the last element of a collection writes [] or {} beside the collection's key.
    const bool whole = removes && parent.children.size() == 1;
    const YamlNode& spot = whole ? parent : node;
    const std::size_t first = line_of(original, whole && parent.parent >= 0 ? parent.lead : spot.lead);
    std::size_t last = line_of(original, std::max(spot.end, spot.lead));
    // Removing the key beside a dash pulls the next one up.
    if (removes && !whole && node.index == 0) last = std::max(last, line_of(original, tree.node(parent.children[1]).lead));
    expect_rest_unchanged(original, result.value(), {first, last}, path + " " + value.dump());
    const YamlReading after = read_yaml("a.yaml", result.value());
    // (A new id gives the element another path.)
    const YamlNode* now = after.tree.at(path);
    if (!removes && now && tree.node(std::max(0, node.key)).text != "id") { EXPECT_EQ(to_json(after.tree, *now), value) << path; }
  }
  EXPECT_EQ(refused, 0);
}

TEST_P(RandomEdits, AdditionsKeepEveryLine) {
  const std::string original = sample(GetParam());
  std::mt19937 random(11);
  for (int round = 0; round < 1500; ++round) {
    const SourceText source = read(original);
    const YamlTree& tree = *source.tree();
    const YamlNode& node = tree.node(static_cast<int>(random() % tree.nodes.size()));
    if ((node.kind != YamlNode::Kind::list && node.kind != YamlNode::Kind::mapping) || tree.at(tree.path_of(node)) != &node) continue;
    const Json value = random_value(random);
    const std::string path = tree.path_of(node);
    const std::size_t index = random() % (node.children.size() + 1);
    const bool mapping = node.kind == YamlNode::Kind::mapping;
    const auto result = apply_edit(source, mapping ? add_key(path, "added", value, index) : add_item(path, value, index));
    ASSERT_TRUE(result.ok()) << path << " " << index << value.dump() << render(result.failure().what, "", Lang::en);
    const auto old_lines = lines_of(original), new_lines = lines_of(result.value());
    // At most one old line is written anew (flow style, or beside a dash); the others stand in their order.
    std::size_t found = 0;
    for (const auto& line : new_lines) {
      if (found < old_lines.size() && line == old_lines[found]) ++found;
      else if (found + 1 < old_lines.size() && std::find(new_lines.begin(), new_lines.end(), old_lines[found]) == new_lines.end() &&
               line == old_lines[found + 1])
        found += 2;
    }
    ASSERT_GE(found + 1, old_lines.size()) << path << " " << index << value.dump() << "\n" << result.value();
  }
}

TEST_P(RandomEdits, MovesKeepEveryElement) {
  const std::string original = sample(GetParam());
  std::mt19937 random(13);
  for (int round = 0; round < 1500; ++round) {
    const SourceText source = read(original);
    const YamlTree& tree = *source.tree();
    const YamlNode& node = tree.node(static_cast<int>(random() % tree.nodes.size()));
    const std::string path = tree.path_of(node);
    if (node.parent < 0 || tree.at(path) != &node) continue;
    const YamlNode& parent = tree.node(node.parent);
    const std::size_t index = random() % parent.children.size();
    const auto result = apply_edit(source, move_edit(path, index));
    ASSERT_TRUE(result.ok()) << path << " to " << index << render(result.failure().what, "", Lang::en);
    // Block style with its own lines: the same lines, in another order.
    auto old_lines = lines_of(original), new_lines = lines_of(result.value());
    bool own_lines = !parent.is_flow();
    for (const int child : parent.children) {
      const auto lead = tree.node(child).lead;
      const auto start = lead == 0 ? 0 : original.rfind('\n', lead - 1) + 1;
      own_lines = own_lines && original.substr(start, lead - start).find_first_not_of(' ') == std::string::npos;
    }
    if (!own_lines) continue;
    std::sort(old_lines.begin(), old_lines.end());
    std::sort(new_lines.begin(), new_lines.end());
    ASSERT_EQ(old_lines, new_lines) << path << " to " << index;
  }
}

TEST_P(RandomEdits, MovesBetweenListsLoseNothing) {
  const std::string original = sample(GetParam());
  std::mt19937 random(17);
  int moved = 0;
  for (int round = 0; round < 3000; ++round) {
    const SourceText source = read(original);
    const YamlTree& tree = *source.tree();
    const YamlNode& node = tree.node(static_cast<int>(random() % tree.nodes.size()));
    const YamlNode& to = tree.node(static_cast<int>(random() % tree.nodes.size()));
    const std::string path = tree.path_of(node);
    if (node.parent < 0 || node.key >= 0 || to.kind != YamlNode::Kind::list || tree.at(path) != &node || tree.at(tree.path_of(to)) != &to) continue;
    if (tree.path_of(to).starts_with(path)) continue;
    if (tree.node(node.parent).kind != YamlNode::Kind::list) continue;
    const auto result = apply_edit(source, move_to(path, tree.path_of(to), random() % (to.children.size() + 1)));
    ASSERT_TRUE(result.ok()) << path << " to " << tree.path_of(to) << render(result.failure().what, "", Lang::en);
    ++moved;
  }
  EXPECT_GT(moved, 20);
}

INSTANTIATE_TEST_SUITE_P(Samples, RandomEdits, testing::Values("ring.yaml", "odd.yaml"),
                         [](const auto& info) { return info.param.substr(0, info.param.find('.')); });

}  // namespace
}  // namespace parcours
