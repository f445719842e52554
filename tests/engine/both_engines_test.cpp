// Files as a person imports them, asked through the store: the two engines say the same.
#include <gtest/gtest.h>

#include <filesystem>

#include "engine/ask_both.h"
#include "engine/engine.h"
#include "events/guess.h"
#include "events/open_source.h"
#include "questions/parse_step.h"
#include "store/workspace.h"

namespace parcours {
namespace {

const std::string kSmall = PARCOURS_SOURCE_DIR "/tests/data/";
const std::string kShared = PARCOURS_SOURCE_DIR "/../shared/data/";

std::unique_ptr<Store> store_with(Workspace& workspace, const std::string& path, const ImportOptions& options) {
  DiskInputs inputs;
  auto store = workspace.open();
  auto plan = guess_plan(inputs, path, options);
  if (!plan.ok()) ADD_FAILURE() << render(plan.failure().what, "", Lang::en);
  auto source = open_source(inputs, path, *plan);
  EXPECT_GT(must(store->import(**source, "{}", {})).imported, 0u);
  return store;
}

FunnelQuestion funnel_of(const std::vector<std::string>& steps) {
  FunnelQuestion question;
  for (const auto& step : steps) question.steps.push_back({*parse_step(step)});
  return question;
}

MeasureQuestion map_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& stages, const std::string& goal) {
  MeasureQuestion question;
  question.goal = goal;
  for (const auto& [id, events] : stages) {
    question.stages.push_back({id, id == "after", {}});
    for (const auto& event : events) question.stages.back().touchpoints.push_back({event, parse_step(event)->rule, {}});
  }
  return question;
}

void expect_same(Store& store, const Zone& zone, const std::vector<Question>& questions) {
  const auto native = native_engine(store, zone), reference = reference_engine(store, zone);
  for (const auto& question : questions) {
    const auto answer = native->ask(question);
    ASSERT_TRUE(answer.ok()) << render(answer.failure().what, "", Lang::en);
    EXPECT_GT(std::visit([](const auto& a) { return a.basis.events; }, *answer), 0);
    EXPECT_EQ(difference(question, answer, reference->ask(question), zone), "") << question.index();
  }
}

TEST(BothEngines, SayTheSameOfASmallShop) {
  Workspace workspace;
  const auto store = store_with(workspace, kSmall + "shop_small.csv", {});
  FunnelQuestion funnel = funnel_of({"view_item", "add_to_cart", "begin_checkout", "purchase"});
  funnel.by = "platform";
  RetentionQuestion retention;
  retention.every = Every::month;
  retention.purchase = parse_step("purchase")->rule;
  MeasureQuestion map = map_of({{"look", {"ad_click", "page_view", "view_item"}},
                                {"buy", {"add_to_cart", "begin_checkout", "purchase"}},
                                {"after", {"support_ticket", "refund"}}},
                               "purchase");
  map.by = "platform";
  RetentionQuestion whole = retention;
  whole.scope.since = Zone::utc().instant({{2026, 2, 10}});  // the range begins on the first
  whole.scope.where = {*parse_where("platform=mobile")};
  expect_same(*store, Zone::utc(), {funnel, FlowQuestion{}, VariantsQuestion{}, retention, whole, ChannelsQuestion{}, map});
}

TEST(BothEngines, FollowLinksAndRemovedImports) {
  Workspace workspace;
  const auto store = store_with(workspace, kSmall + "shop_small.csv", {});
  const auto native = native_engine(*store, Zone::utc()), reference = reference_engine(*store, Zone::utc());
  const Question question = funnel_of({"view_item", "purchase"});
  EXPECT_EQ(difference(question, native->ask(question), reference->ask(question), Zone::utc()), "");
  const auto before = std::get<FunnelAnswer>(*reference->ask(question));
  ASSERT_EQ(must(store->add_links({{"c01", "c02"}}, "test")), 1u);
  const auto joined = std::get<FunnelAnswer>(*reference->ask(question));
  EXPECT_EQ(joined.basis.customers, before.basis.customers - 1);
  EXPECT_EQ(difference(question, native->ask(question), reference->ask(question), Zone::utc()), "");
  ASSERT_TRUE(store->remove_import(1).ok());
  EXPECT_EQ(std::get<FunnelAnswer>(*reference->ask(question)).basis.events, 0);
  EXPECT_EQ(difference(question, native->ask(question), reference->ask(question), Zone::utc()), "");
}

// Summer time in years that the zones' files do not list. July the first begins there at 22:00 UTC on June the 30th.
TEST(BothEngines, KnowSummerTimeAfter2037) {
  Workspace workspace;
  workspace.settings.zone = "Europe/Paris";
  const auto store = workspace.open();
  const Zone paris = *Zone::find("Europe/Paris");
  const TimeMs day = 2'224'706'400'000;  // date -u -d 2040-06-30T22:00:00Z +%s
  Row known_to_the_day{"a", day, "A"};
  known_to_the_day.unit = TimeUnit::day;
  import_rows(*store, {known_to_the_day, {"a", day - 30 * kMinute, "B"}});
  RetentionQuestion monthly;
  monthly.every = Every::month;
  expect_same(*store, paris, {funnel_of({"A", "B"}), FlowQuestion{}, monthly});
  const auto answer = std::get<FunnelAnswer>(must(native_engine(*store, paris)->ask(funnel_of({"A", "B"}))));
  EXPECT_EQ(answer.steps[1].count, 0) << "B lies in the day before";
}

TEST(BothEngines, RefuseTheSame) {
  Workspace workspace;
  const auto store = store_with(workspace, kSmall + "shop_small.csv", {});
  const auto native = native_engine(*store, Zone::utc()), reference = reference_engine(*store, Zone::utc());
  FunnelQuestion unknown = funnel_of({"view_item[platfrom=mobile]"}), no_steps, by = funnel_of({"view_item"});
  by.by = "platfrom";
  FunnelQuestion same = by;
  std::swap(same.by, same.same);
  MeasureQuestion no_goal = map_of({{"look", {"view_item"}}}, "view_itme");
  FlowQuestion empty_range;
  empty_range.scope.since = 10, empty_range.scope.until = 10;
  for (const Question& question : std::vector<Question>{unknown, no_steps, by, same, no_goal, empty_range}) {
    EXPECT_FALSE(reference->ask(question).ok());
    EXPECT_EQ(difference(question, native->ask(question), reference->ask(question), Zone::utc()), "");
  }
}

// The rules of a map may be ahead of the data: what they ask of a field that no event has is met by none. What a person types is a mistake.
TEST(BothEngines, AMapsRulesMaySpeakOfFieldsToCome) {
  Workspace workspace;
  const auto store = store_with(workspace, kSmall + "shop_small.csv", {});
  const auto native = native_engine(*store, Zone::utc()), reference = reference_engine(*store, Zone::utc());
  FunnelQuestion funnel = funnel_of({"view_item", "view_item[campaign=spring]"});
  funnel.steps[1].of_map = true;
  FlowQuestion flow;
  flow.nodes = NodesAre::steps, flow.steps = {funnel.steps[0], funnel.steps[1]};
  VariantsQuestion variants;
  variants.nodes = NodesAre::steps, variants.steps = flow.steps;
  for (const Question& question : std::vector<Question>{funnel, flow, variants}) {
    const auto answer = native->ask(question);
    ASSERT_TRUE(answer.ok()) << render(answer.failure().what, "", Lang::en);
    EXPECT_EQ(difference(question, answer, reference->ask(question), Zone::utc()), "") << question.index();
  }
  const auto answer = std::get<FunnelAnswer>(*native->ask(funnel));
  EXPECT_GT(answer.steps[0].count, 0);
  EXPECT_EQ(answer.steps[1].count, 0);
  funnel.steps[1].typed = funnel.steps[1].rule.any[0].where;
  EXPECT_FALSE(native->ask(funnel).ok());
  EXPECT_FALSE(reference->ask(funnel).ok());
}

// Nothing is known of the fields there will be.
TEST(BothEngines, AnswerWhereThereIsNoEventYet) {
  Workspace workspace;
  const auto store = workspace.open();
  const auto native = native_engine(*store, Zone::utc()), reference = reference_engine(*store, Zone::utc());
  FunnelQuestion funnel = funnel_of({"view_item", "purchase"});
  funnel.by = "platform", funnel.same = "cart";
  MeasureQuestion map = map_of({{"look", {"view_item"}}}, "");
  map.by = "platform";
  for (const Question& question : std::vector<Question>{funnel, map, FlowQuestion{}, VariantsQuestion{}, RetentionQuestion{}, ChannelsQuestion{}}) {
    const auto answer = native->ask(question);
    ASSERT_TRUE(answer.ok()) << render(answer.failure().what, "", Lang::en);
    EXPECT_EQ(difference(question, answer, reference->ask(question), Zone::utc()), "") << question.index();
    EXPECT_TRUE(reference->sql(question).ok());
  }
}

// An import of simulated events whose last one was erased says nothing any more.
TEST(BothEngines, AgreeOnWhatIsSynthetic) {
  Workspace workspace;
  const auto store = workspace.open();
  MemorySource real({{"ana", kDay, "look"}}), made({{"robot", kDay, "look"}});
  made.name_ = "made.csv", made.synthetic_ = true;
  must(store->import(real, "{}", {}));
  must(store->import(made, "{}", {}));
  for (const bool synthetic : {true, false}) {
    for (const auto& engine : {native_engine(*store, Zone::utc()), reference_engine(*store, Zone::utc())})
      EXPECT_EQ(std::get<FlowAnswer>(must(engine->ask(FlowQuestion{}))).basis.synthetic, synthetic);
    if (synthetic) must(store->forget("robot"));
  }
}

TEST(ReferenceSql, IsWhatAPersonCanRun) {
  Workspace workspace;
  const auto store = store_with(workspace, kSmall + "shop_small.csv", {});
  const auto sql = reference_engine(*store, Zone::utc())->sql(funnel_of({"view_item", "purchase"}));
  ASSERT_TRUE(sql.ok());
  EXPECT_NE(sql->find("-- The attempt that counts."), std::string::npos) << *sql;
  EXPECT_NE(sql->find("read_parquet("), std::string::npos) << *sql;
  auto database = Database::open({});
  for (std::size_t at = 0, end; (end = sql->find(";\n", at)) != std::string::npos; at = end + 2) {
    const auto done = database->execute(sql->substr(at, end - at));
    ASSERT_TRUE(done.ok()) << render(done.failure().what, "", Lang::en) << sql->substr(at, end - at);
  }
  EXPECT_EQ(*reference_engine(*store, Zone::utc())->sql(funnel_of({"view_item", "purchase"})), *sql);
}

TEST(BothEngines, SayTheSameOfARealShop) {
  if (!std::filesystem::exists(kShared + "ecom.csv.gz")) GTEST_SKIP() << "../shared/data/ecom.csv.gz is absent";
  Workspace workspace;
  ImportOptions options;
  options.customer = "user_id", options.time = "timestamp", options.event = "event";
  const auto store = store_with(workspace, kShared + "ecom.csv.gz", options);
  FunnelQuestion deep = funnel_of({"home", "catalog", "product_view", "add_to_cart", "cart", "purchase"}),
                 careful = funnel_of({"catalog", "add_to_cart", "purchase"}), again = funnel_of({"purchase", "purchase"});
  deep.by = "platform";
  careful.except = parse_step("error_page,payment_error")->rule;
  careful.steps[2].within = 2 * kDay;
  careful.scope.per = Per::journey;
  again.attempts = true;
  RetentionQuestion retention;
  retention.purchase = parse_step("purchase")->rule;
  MeasureQuestion map = map_of({{"look", {"home", "catalog,search", "product_view"}},
                                {"decide", {"wishlist_add", "add_to_cart", "cart"}},
                                {"buy", {"shipping_details", "payment_details", "purchase"}},
                                {"after", {"review_page", "support_chat"}}},
                               "purchase");
  map.by = "platform";
  map.scope.inactivity = 20 * kDay;
  map.list = ListAt{map.stages[1].touchpoints[0].id, ListWho::lost};
  const auto measured = std::get<MeasureAnswer>(*reference_engine(*store, Zone::utc())->ask(map));
  std::int64_t lost = 0;
  for (const auto& stage : measured.all.stages)
    if (stage.id != "after") lost += stage.lost;
  EXPECT_GT(lost, 0);
  EXPECT_EQ(lost, measured.all.closed_without_goal);
  expect_same(*store, Zone::utc(), {deep, careful, again, FlowQuestion{}, VariantsQuestion{}, retention, ChannelsQuestion{}, map});
}

TEST(BothEngines, SayTheSameOfATownHallsCounter) {
  if (!std::filesystem::exists(kShared + "receipt.xes.gz")) GTEST_SKIP() << "../shared/data/receipt.xes.gz is absent";
  Workspace workspace;
  const auto store = store_with(workspace, kShared + "receipt.xes.gz", {});
  const auto variants = std::get<VariantsAnswer>(*reference_engine(*store, Zone::utc())->ask(VariantsQuestion{}));
  EXPECT_EQ(variants.total, 116);  // counted independently
  EXPECT_EQ(variants.sequences, 1434);
  EXPECT_NEAR(*variants.mean_duration_s, 467263.915, 1e-3);
  EXPECT_NEAR(*variants.median_duration_s, 2868.583, 1e-3);
  const auto flow = std::get<FlowAnswer>(*reference_engine(*store, Zone::utc())->ask(FlowQuestion{}));
  EXPECT_EQ(flow.edges.size(), 99u);
  expect_same(*store, Zone::utc(),
              {FlowQuestion{}, VariantsQuestion{}, ChannelsQuestion{}, funnel_of({"Confirmation of receipt", "T02*", "T04*", "T10*"})});
}

TEST(BothEngines, SayTheSameOfRepeatPurchases) {
  if (!std::filesystem::exists(kShared + "CDNOW_sample.txt")) GTEST_SKIP() << "../shared/data/CDNOW_sample.txt is absent";
  Workspace workspace;
  ImportOptions options;
  options.customer = "2", options.time = "3", options.value = "5", options.event_name = "purchase";
  const auto store = store_with(workspace, kShared + "CDNOW_sample.txt", options);
  RetentionQuestion retention;
  retention.every = Every::month;
  retention.purchase = parse_step("purchase")->rule;
  const auto answer = std::get<RetentionAnswer>(*reference_engine(*store, Zone::utc())->ask(retention));
  EXPECT_EQ(answer.repurchase->buyers, 2357);  // counted independently
  EXPECT_EQ(answer.repurchase->repeat, 1139);
  FunnelQuestion again = funnel_of({"purchase", "purchase"});
  again.window = std::nullopt;
  expect_same(*store, Zone::utc(), {retention, again});
}

}  // namespace
}  // namespace parcours
