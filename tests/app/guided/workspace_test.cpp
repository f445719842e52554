// The folder of a guided start: finished, stopped and taken up again, spoilt in between; its files of answers.
#include "app/guided/guided_workspace.h"

#include <gtest/gtest.h>

#include "app/guided/guided_json.h"

namespace parcours {
namespace {

const Date kToday{2026, 11, 22};

GuidedAnswers half() { return {Lang::en, kToday, {{"offer", "Rings"}, {"persona/name", "Thomas"}}}; }

GuidedWorkspace opened(Files& files) {
  auto workspace = GuidedWorkspace::open("w", Lang::en, kToday, files);
  EXPECT_TRUE(workspace.ok());
  return *std::move(workspace);
}

std::string refusal(Files& files) {
  const auto workspace = GuidedWorkspace::open("w", Lang::en, kToday, files);
  return workspace.ok() ? "" : render(workspace.failure().what, "", Lang::en);
}

TEST(GuidedWorkspace, FinishedItIsAWorkspaceAndNothingElse) {
  MemoryFiles files;
  auto workspace = opened(files);
  ASSERT_TRUE(workspace.keep(half()).ok());
  const auto map = workspace.write(half(), true);
  ASSERT_TRUE(map.ok());
  EXPECT_EQ(*map, "w/maps/rings.yaml");
  EXPECT_EQ(files.list("w"), (std::vector<std::string>{".gitignore", "maps", "parcours.yaml", "personas"}));
  EXPECT_EQ(files.list("w/personas"), std::vector<std::string>{"thomas.yaml"});
  EXPECT_NE(refusal(files).find("w is not empty"), std::string::npos);
}

TEST(GuidedWorkspace, StoppedItIsTakenUpAgain) {
  MemoryFiles files;
  ASSERT_TRUE(opened(files).write(half(), false).ok());
  auto again = opened(files);
  ASSERT_TRUE(again.unfinished());
  EXPECT_EQ(again.unfinished()->given, half().given);
  auto more = half();
  more.given["offer"] = "Bracelets";
  ASSERT_TRUE(again.keep(more).ok());  // and killed there
  auto third = opened(files);
  EXPECT_EQ(third.unfinished()->given.at("offer"), "Bracelets");
  ASSERT_TRUE(third.write(more, true).ok());
  EXPECT_EQ(files.list("w/maps"), std::vector<std::string>{"bracelets.yaml"}) << "the map under its old name is gone";
}

TEST(GuidedWorkspace, AMapThatSomebodyChangedIsNotWrittenOver) {
  MemoryFiles files;
  ASSERT_TRUE(opened(files).write(half(), false).ok());
  ASSERT_TRUE(files.write("w/maps/rings.yaml", *files.read("w/maps/rings.yaml") + "# mine\n").ok());
  EXPECT_EQ(refusal(files),
            "error[misuse]: w/maps/rings.yaml was changed since the guided start stopped\n"
            "      = go on in that file, or delete it to take up the questions again; w/guided.json keeps your answers\n");
}

TEST(GuidedWorkspace, ASpoiltFileOfAnswersIsTold) {
  MemoryFiles files;
  ASSERT_TRUE(files.write("w/guided.json", "{").ok());
  EXPECT_NE(refusal(files).find("w/guided.json does not hold the answers of a guided start"), std::string::npos);
  ASSERT_TRUE(files.write("w/guided.json", R"({"answers": {}, "written": {"maps/../x.yaml": "", "/etc/passwd": 3}})").ok());
  ASSERT_TRUE(files.write("w/x.yaml", "precious").ok());
  ASSERT_TRUE(opened(files).write(half(), true).ok());
  EXPECT_EQ(files.read("w/x.yaml").value(), "precious");
}

std::string complaint(std::string_view json) {
  const auto read = read_answers_json("a.json", json, Lang::en, kToday);
  return read.ok() ? "" : render(read.failure().what, "", Lang::en);
}

TEST(GuidedJson, AnswersComeBackAsTheyWere) {
  const auto read = read_answers_json("a.json", to_text(answers_json(half())), Lang::fr, Date{2030, 1, 1});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->given, half().given);
  EXPECT_EQ(read->lang, Lang::en);
  EXPECT_EQ(read->begun, kToday);
}

TEST(GuidedJson, BadAnswersAreToldByTheirQuestion) {
  EXPECT_EQ(complaint(R"({"answers": {"offer": "Rings"}})"), "");
  EXPECT_EQ(complaint(R"({"answers": {"ofer": "Rings"}})"),
            "error[misuse]: a.json: with these answers there is no question `ofer`\n      = did you mean `offer`?\n");
  EXPECT_EQ(complaint(R"({"answers": {"persona/market": "B2X"}})"),
            "error[misuse]: a.json, `persona/market`: `B2X` is none of the 2 choices\n      = did you mean `B2C`?\n");
  EXPECT_EQ(complaint(R"({"version": 2, "answers": {}})"), "error[misuse]: a.json is of a later version of the format\n");
  EXPECT_NE(complaint(R"({"answers": {"offer": 3}})").find("the answer to `offer` must be a text"), std::string::npos);
  for (const char* bad : {"", "[]", "{}", R"({"answers": []})", R"({"language": "de", "answers": {}})", R"({"begun": "soon", "answers": {}})"})
    EXPECT_NE(complaint(bad).find("does not hold the answers of a guided start"), std::string::npos) << bad;
}

TEST(GuidedJson, QuestionsSayAllThatAFaceNeeds) {
  const Json json = questions_json(Interview(half()));
  EXPECT_EQ(json["language"], "en");
  const Json& offer = json["questions"][0];
  EXPECT_EQ(offer["id"], "offer");
  EXPECT_EQ(offer["part"], "offer");
  EXPECT_EQ(offer["kind"], "text");
  EXPECT_EQ(offer["answer"], "Rings");
  for (const auto& question : json["questions"]) {
    for (const char* key : {"id", "part", "kind", "prompt", "help", "proposal"}) EXPECT_TRUE(question[key].is_string()) << question["id"];
    const std::string kind = question["kind"];
    EXPECT_EQ(question.contains("choices"), kind == "choice" || kind == "choices") << question["id"];
    EXPECT_EQ(question.contains("items"), kind == "emotions") << question["id"];
  }
}

}  // namespace
}  // namespace parcours
