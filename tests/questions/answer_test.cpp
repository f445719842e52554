// Definitions, JSON and tables of answers.
#include <gtest/gtest.h>

#include "questions/answer_json.h"
#include "questions/answer_list.h"
#include "questions/answer_table.h"
#include "questions/definitions.h"
#include "questions/parse_step.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

FunnelQuestion funnel_question() {
  FunnelQuestion q;
  q.steps = {{*parse_step("cart")}, {*parse_step("purchase[value>=10]")}};
  q.window = 7 * kDay;
  return q;
}

FunnelAnswer funnel_answer() {
  FunnelAnswer a;
  a.basis = {.as_of = 1'700'000'000'000, .first = 1'690'000'000'000, .last = 1'700'000'000'000, .events = 1200, .customers = 200};
  a.steps.push_back({"cart", 148, 3, {}, {}, wilson(148, 148), wilson(148, 148), wilson(148, 148), wilson(148, 148), {}});
  a.steps.push_back({"purchase[value>=10]", 15, 0, 90.5, 90.5, wilson(15, 148), wilson(15, 148), wilson(15, 145), wilson(15, 145), {}});
  return a;
}

TEST(Definitions, EveryFigureHasItsTextsAndUnit) {
  for (const auto& figure : all_figures())
    for (const Lang lang : {Lang::fr, Lang::en}) {
      EXPECT_NE(name_of(figure, lang).find_first_not_of("figure."), std::string::npos);
      EXPECT_FALSE(name_of(figure, lang).starts_with("figure.")) << figure.code;
      EXPECT_FALSE(definition_of(figure, lang).starts_with("figure.")) << figure.code;
      EXPECT_FALSE(unit_text(figure.unit, lang).starts_with("unit.")) << figure.unit;
    }
}

TEST(Definitions, NameTheOptionsInForce) {
  FunnelQuestion q = funnel_question();
  q.strict = true;
  q.steps[1].within = 36 * kHour;
  q.by = "platform";
  q.scope.where = {*parse_where("country=FR")};
  const std::string text = definition_of(Question(q), Zone::utc(), Lang::en);
  EXPECT_EQ(text,
            "Customers who reach each step in order. One event for one step; tied events count as in order. Nothing may lie between two steps. The "
            "last step comes no later than 7\u202fd after the first. "
            "The deepest attempt counts; among equals the one completed first, and of those the one that starts last. purchase[value>=10] comes no "
            "later than 1\u202fd 12\u202fh after the step before it. "
            "Broken down by platform, taken on the attempt's first step; customers without a value have their own row. Only events where country=FR. "
            "Intervals are 95%.");
  EXPECT_NE(definition_of(Question(q), Zone::utc(), Lang::fr).find("au plus 7\u202fj après la première"), std::string::npos);
}

// The silence is the one that cuts the journeys: twice the window of 40 days, where none was given.
TEST(Definitions, TellTheSilenceInForce) {
  FunnelQuestion q = funnel_question();
  q.scope.per = Per::journey;
  q.window = 40 * kDay;
  EXPECT_NE(definition_of(Question(q), Zone::utc(), Lang::en).find("where silence exceeds 80\u202fd"), std::string::npos);
  q.window = 7 * kDay;
  EXPECT_NE(definition_of(Question(q), Zone::utc(), Lang::en).find("where silence exceeds 30\u202fd"), std::string::npos);
  q.scope.inactivity = 5 * kDay;
  EXPECT_NE(definition_of(Question(q), Zone::utc(), Lang::en).find("where silence exceeds 5\u202fd"), std::string::npos);
}

TEST(Definitions, SpansAreShownInFull) {
  EXPECT_EQ(show_span(36 * kHour + 500, Lang::en), "1\u202fd 12\u202fh 500\u202fms");
  EXPECT_EQ(show_span(40 * kMinute, Lang::fr), "40\u202fmin");
}

TEST(AnswerJson, HasWhatOthersRelyOn) {
  const Json json = to_json(funnel_question(), funnel_answer(), *Zone::find("Europe/Paris"), Lang::en);
  for (const char* key : {"question", "definition", "unit", "as_of", "synthetic", "period", "steps"}) EXPECT_TRUE(json.contains(key)) << key;
  EXPECT_EQ(json["question"], "funnel");
  EXPECT_EQ(json["unit"], "customers");
  EXPECT_EQ(json["as_of"], "2023-11-14T23:13:20+01:00");
  const Json& step = json["steps"][1];
  EXPECT_EQ(step["count"], 15);
  EXPECT_EQ(step["open"], 0);
  EXPECT_EQ(step["median_s"], 90.5);
  EXPECT_NEAR(step["share_of_first"]["low"].get<double>(), 0.062386, 5e-7);
  EXPECT_TRUE(step["share_of_previous"].contains("value"));
  EXPECT_TRUE(json["steps"][0]["median_s"].is_null());
}

TEST(AnswerJson, MarksSmallNumbers) {
  EXPECT_FALSE(to_json(wilson(10, 30)).contains("mark"));
  EXPECT_EQ(to_json(wilson(10, 29))["mark"], "weak");
  EXPECT_EQ(to_json(wilson(1, 4))["mark"], "withheld");
  EXPECT_EQ(to_json(wilson(1, 4))["value"], 0.25);  // JSON keeps it
  EXPECT_TRUE(to_json(wilson(0, 0))["value"].is_null());
}

TEST(AnswerJson, WritesWholeNumbersWhole) {
  EXPECT_EQ(json_number(966890.0).dump(), "966890");
  EXPECT_EQ(json_number(0.5).dump(), "0.5");
  EXPECT_EQ(json_number(kZ95 / 0.0).dump(), "null");
}

TEST(AnswerJson, EveryQuestionHasDefinitionsOfItsFigures) {
  const std::vector<std::pair<Question, Answer>> all = {{FunnelQuestion{}, FunnelAnswer{}},     {FlowQuestion{}, FlowAnswer{}},
                                                        {VariantsQuestion{}, VariantsAnswer{}}, {RetentionQuestion{}, RetentionAnswer{}},
                                                        {ChannelsQuestion{}, ChannelsAnswer{}}, {MeasureQuestion{}, MeasureAnswer{}}};
  for (const auto& [question, answer] : all) {
    const Json json = to_json(question, answer, Zone::utc(), Lang::fr);
    EXPECT_TRUE(json["as_of"].is_null());  // no events
    EXPECT_GT(json["definitions"].size(), 3u) << json["question"];
    EXPECT_FALSE(json["definition"].get<std::string>().empty());
    EXPECT_FALSE(to_table(question, answer, {.lang = Lang::fr}).empty());
  }
}

TEST(AnswerTable, ShowsCountsAndMarksShares) {
  FunnelAnswer answer = funnel_answer();
  answer.steps[1].share_of_previous = wilson(15, 29);
  answer.steps[1].closed_share_of_first = wilson(3, 4);
  const std::string table = to_table(funnel_question(), answer, {.lang = Lang::en});
  EXPECT_NE(table.find("1,200 events of 200 customers, as of 14\u00a0Nov\u00a02023, 22:13:20."), std::string::npos) << table;
  EXPECT_NE(table.find("10.1% [6.2–16.0]"), std::string::npos) << table;
  EXPECT_NE(table.find("]*"), std::string::npos) << table;
  EXPECT_NE(table.find("Of previous: of those who reached the step before"), std::string::npos) << table;
  EXPECT_NE(table.find("·"), std::string::npos) << table;
  EXPECT_NE(table.find("1\u202fmin 31\u202fs*"), std::string::npos) << table;
}

TEST(AnswerTable, SaysTheAnswerFirst) {
  FunnelAnswer funnel = funnel_answer();
  EXPECT_TRUE(to_table(funnel_question(), funnel, {.lang = Lang::en, .touchpoints = {{"cart", "Fills the cart"}}})
                  .starts_with("From “Fills the cart” to “purchase[value>=10]”: 10.1% [6.2–16.0] of 148 customers.\n\n"));
  funnel.steps.insert(funnel.steps.begin() + 1, {"pay", 40, 2, 1.0, 1.0, wilson(40, 148), wilson(40, 148), wilson(40, 145), wilson(40, 145), {}});
  EXPECT_NE(to_table(funnel_question(), funnel, {.lang = Lang::en}).find("Most stop between “cart” and “pay”: 108, 3 of them still open."),
            std::string::npos);  // 148 − 40, against 40 − 15
  FlowAnswer flow;
  flow.basis = funnel.basis;
  flow.edges = {{"a", "b", 7, 9, {}, {}}, {"b", "b", 3, 12, {}, {}}};
  flow.ends = {{"a", 60, 0}, {"b", 140, 0}};
  EXPECT_TRUE(
      to_table(FlowQuestion{}, flow, {.lang = Lang::en})
          .starts_with("Most often “b” is repeated: 12 times, by 3 customers. The most frequent end is “b”: 70.0% [63.3–75.9] of 200 customers."));
  RetentionAnswer retention;
  retention.basis = funnel.basis;
  retention.cohorts = {{{2026, 2, 1}, 4, {{4, true}, {1, true}}}};
  retention.mean = {wilson(4, 4), wilson(1, 4)};
  const std::string monthly = to_table(RetentionQuestion{.every = Every::month}, retention, {.lang = Lang::fr});
  EXPECT_TRUE(monthly.starts_with("Le mois qui suit celui de leur arrivée, 1 sur 4 clients sont de retour.")) << monthly;  // counts are never hidden
  EXPECT_NE(monthly.find("févr. 2026"), std::string::npos) << monthly;
  retention.cohorts.clear(), retention.mean.clear();
  EXPECT_TRUE(to_table(RetentionQuestion{}, retention, {.lang = Lang::en}).starts_with("Customers of a cohort"));
}

TEST(Lists, AreWrittenForProgramsOrForExcel) {
  RetentionAnswer answer;
  answer.listed = {{"=ana", 1'700'000'000'000, kNoTime}};
  EXPECT_EQ(list_csv(answer, *Zone::find("Europe/Paris")), "customer,came,last_active\n\"'=ana\",2023-11-14T23:13:20+01:00,\n");
  EXPECT_EQ(list_csv(answer, *Zone::find("Europe/Paris"), {.excel = Lang::fr}),
            "\xEF\xBB\xBF"
            "Client;Arrivée;Dernière activité\n\"'=ana\";2023-11-14 23:13:20;\n");
}

TEST(AnswerTable, SaysWhatIsSynthetic) {
  FunnelAnswer answer = funnel_answer();
  answer.basis.synthetic = true;
  EXPECT_TRUE(to_table(funnel_question(), answer, {.lang = Lang::fr}).starts_with("DONNÉES SYNTHÉTIQUES"));
}

TEST(AnswerTable, SaysHowManyRowsAreLeftOut) {
  VariantsAnswer answer;
  answer.basis.events = 1;
  answer.sequences = 60;
  for (int i = 0; i < 60; ++i) answer.variants.push_back({{"a", std::to_string(i)}, 1});
  const std::string table = to_table(VariantsQuestion{}, answer, {.lang = Lang::en, .rows_most = 58});
  EXPECT_NE(table.find("… and 2 more rows"), std::string::npos);
}

TEST(ShowShare, CarriesItsN) {
  EXPECT_EQ(show_share(wilson(15, 148), Lang::en), "10.1% [6.2–16.0] of 148");
  EXPECT_EQ(show_share(wilson(2, 4), Lang::en), "· of 4");
  EXPECT_EQ(show_share(wilson(0, 0), Lang::en), "–");
}

}  // namespace
}  // namespace parcours
