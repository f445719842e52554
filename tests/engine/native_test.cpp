#include <gtest/gtest.h>

#include <set>

#include "engine/asked_fields.h"
#include "engine/engine.h"
#include "measures/listed_events.h"

namespace {

using namespace listed;

// A store that gives what the test lists, counts how often it is read, and can do nothing else.
class ListedStore final : public Store {
 public:
  explicit ListedStore(Events events) : events_(std::move(events)) {}

  void add(const Event& event) {
    events_.push_back(event);
    ++version_;
  }
  std::vector<ImportRecord> records;
  std::vector<std::vector<std::string>> scans;  // the properties each scan asked for

  Result<Scan> scan(const ScanRequest& request) override {
    scans.push_back(request.properties);
    Scan out;
    out.properties.resize(request.properties.size());
    for (const auto& [customer, own] : by_customer(events_)) {
      for (const auto& event : own) {
        out.events.customer.push(customer);
        out.events.time.push_back(event.at);
        out.events.unit.push_back(TimeUnit::ms);
        out.events.event.push(event.event);
        out.events.channel.push(event.channel);
        out.events.source.push(event.source);
        out.events.value.push_back(event.value);
        out.events.score.push_back(event.score);
        out.events.scale.push_back(event.scale);
        if (request.ids) out.events.properties.push(event.device.empty() ? "" : "{\"device\":\"" + event.device + "\"}");
        out.arrival.push_back(static_cast<std::int64_t>(out.arrival.size()));
        for (std::size_t i = 0; i < request.properties.size(); ++i) out.properties[i].push(request.properties[i] == "device" ? event.device : "");
      }
    }
    out.identities = 3;
    out.joined = 2;
    out.version = std::to_string(version_);
    return out;
  }
  Result<bool> synthetic() override { return false; }
  Result<std::string> version() override { return std::to_string(version_); }

  Result<ImportSummary> import(ImportSource&, const std::string&, const Progress&) override { return no(); }
  Result<std::vector<ImportRecord>> imports() override { return records; }
  Outcome remove_import(std::int64_t) override { return no(); }
  Result<std::uint64_t> add_links(const std::vector<std::pair<std::string, std::string>>&, const std::string&) override { return no(); }
  Result<std::vector<Link>> links() override { return no(); }
  Outcome unlink(std::int64_t) override { return no(); }
  Result<Erased> forget(const std::string&) override { return no(); }
  Result<std::vector<std::string>> identities_of(const std::string&) override { return no(); }
  Result<std::vector<std::string>> segments() override { return no(); }
  Result<std::string> events_view_sql() override { return no(); }
  Outcome save_mapping(const std::string&, const std::string&) override { return no(); }
  Result<std::optional<std::string>> saved_mapping(const std::string&) override { return no(); }

 private:
  static Failure no() { return failure(msg("files.cannot_read", {{"path", "a listed store"}, {"reason", "none"}})); }
  Events events_;
  int version_ = 1;
};

Events two_customers() {
  Events events = {{"ann", 0, "A", "web"}, {"ann", 1000, "B", "shop"}, {"bob", 0, "A", "web"}};
  events[0].device = "phone";
  return events;
}

template <class T>
T answered(Engine& engine, const Question& question) {
  auto answer = engine.ask(question);
  if (!answer.ok()) {
    ADD_FAILURE() << render(answer.failure().what.message, Lang::en);
    return {};
  }
  return std::get<T>(std::move(answer).value());
}

std::string refusal(Engine& engine, const Question& question) {
  const auto answer = engine.ask(question);
  if (answer.ok()) return "answered";
  EXPECT_EQ(answer.failure().kind, FailureKind::misuse);
  const auto& what = answer.failure().what;
  return render(what.message, Lang::en) + (what.hint ? " / " + render(*what.hint, Lang::en) : "");
}

TEST(NativeEngine, AnswersEachKindOfQuestion) {
  ListedStore store(two_customers());
  const auto engine = native_engine(store, Zone::utc());
  FunnelQuestion steps;
  steps.steps = {FunnelStep{{"A", named("A")}}, FunnelStep{{"B", named("B")}}};
  const auto reached = answered<FunnelAnswer>(*engine, steps);
  ASSERT_EQ(reached.steps.size(), 2u);
  EXPECT_EQ(reached.steps[0].count, 2);
  EXPECT_EQ(reached.steps[1].count, 1);
  EXPECT_EQ(answered<FlowAnswer>(*engine, FlowQuestion{}).edges.size(), 1u);
  EXPECT_EQ(answered<VariantsAnswer>(*engine, VariantsQuestion{}).total, 2);
  EXPECT_EQ(answered<RetentionAnswer>(*engine, RetentionQuestion{}).cohorts.size(), 1u);
  EXPECT_EQ(answered<ChannelsAnswer>(*engine, ChannelsQuestion{}).joined.count, 2);
  MeasureQuestion map;
  map.stages = {{"s", false, {{"a", named("A"), {}}, {"b", named("B"), {}}}}};
  map.goal = "b";
  EXPECT_EQ(answered<MeasureAnswer>(*engine, map).all.journeys, 2);
  EXPECT_EQ(store.scans.size(), 1u) << "one index serves them all";
}

TEST(NativeEngine, LoadsThePropertiesThatAreAskedForAndKeepsThem) {
  ListedStore store(two_customers());
  const auto engine = native_engine(store, Zone::utc());
  FlowQuestion plain, on_phone;
  on_phone.scope.where = {field_is("device", "phone")};
  answered<FlowAnswer>(*engine, plain);
  EXPECT_EQ(answered<FlowAnswer>(*engine, on_phone).basis.events, 1);
  answered<FlowAnswer>(*engine, plain);
  answered<FlowAnswer>(*engine, on_phone);
  EXPECT_EQ(store.scans, (std::vector<std::vector<std::string>>{{}, {"device"}}));
}

TEST(NativeEngine, SeesWhatChangedInTheStore) {
  ListedStore store(two_customers());
  const auto engine = native_engine(store, Zone::utc());
  EXPECT_EQ(answered<FlowAnswer>(*engine, FlowQuestion{}).basis.customers, 2);
  store.add({"cat", 5, "A"});
  EXPECT_EQ(answered<FlowAnswer>(*engine, FlowQuestion{}).basis.customers, 3);
}

TEST(NativeEngine, AFieldThatNoEventHasIsAMistake) {
  ListedStore store(two_customers());
  const auto engine = native_engine(store, Zone::utc());
  FlowQuestion where;
  where.scope.where = {field_is("devise", "phone")};
  EXPECT_EQ(refusal(*engine, where), "no event has a field `devise` / did you mean `device`? known fields: channel, source, value, score, device");
  FunnelQuestion by;
  by.steps = {FunnelStep{{"A", named("A")}}};
  by.by = "chanel";
  EXPECT_EQ(refusal(*engine, by), "no event has a field `chanel` / did you mean `channel`? known fields: channel, source, value, score, device");
  by.by = "quarter_of_the_moon";
  EXPECT_EQ(refusal(*engine, by), "no event has a field `quarter_of_the_moon` / known fields: channel, source, value, score, device");
  // A map's rules may be ahead of the data; what has to be absent may be absent everywhere.
  MeasureQuestion map;
  map.stages = {{"s", false, {{"a", named("A"), {}}}}};
  map.stages[0].touchpoints[0].match.any[0].where = {field_is("devise", "phone")};
  EXPECT_EQ(refusal(*engine, map), "answered");
  FlowQuestion absent;
  absent.scope.where = {{"devise", {FieldTest::Kind::absent, {}, {}, {}}}};
  EXPECT_EQ(refusal(*engine, absent), "answered");
}

TEST(NativeEngine, AColumnThatBecameAFieldIsNamedWithIt) {
  ListedStore store(two_customers());
  store.records.resize(2);
  store.records[0].mapping = R"({"columns":{"customer":"Client","channel":"Canal","source":"Origine"}})";
  store.records[1].mapping = R"({"columns":{"customer":"Kunde"}})";
  const auto engine = native_engine(store, Zone::utc());
  FlowQuestion where;
  where.scope.where = {field_is("Canal", "web")};
  EXPECT_EQ(refusal(*engine, where), "no event has a field `Canal` / on import, the column \"Canal\" became the field `channel`");
  where.scope.where = {field_is("Client", "ann")};
  EXPECT_EQ(refusal(*engine, where),
            "no event has a field `Client` / on import, the column \"Client\" was taken as `customer`: it is no field to filter or break down by");
}

TEST(NativeEngine, GivesTheNamesOfTheEvents) {
  ListedStore store(two_customers());
  EXPECT_EQ(*native_engine(store, Zone::utc())->event_names(), (std::vector<std::string>{"A", "B"}));
}

TEST(NativeEngine, GivesTheValuesOfAFieldMostFrequentFirst) {
  ListedStore store(two_customers());
  const auto engine = native_engine(store, Zone::utc());
  EXPECT_EQ(*engine->values_of("channel", 9), (std::vector<std::string>{"web", "shop"}));
  EXPECT_EQ(*engine->values_of("channel", 1), (std::vector<std::string>{"web"}));
  EXPECT_EQ(*engine->values_of("device", 9), (std::vector<std::string>{"phone"}));
  EXPECT_TRUE(engine->values_of("colour", 9)->empty());
}

TEST(NativeEngine, ScopesThatCannotBe) {
  ListedStore store(two_customers());
  const auto engine = native_engine(store, Zone::utc());
  FlowQuestion question;
  question.scope.since = 5, question.scope.until = 5;
  EXPECT_EQ(refusal(*engine, question), "the range ends before it begins: `since` must come before `until`");
  question = {};
  question.scope.inactivity = 0;
  EXPECT_EQ(refusal(*engine, question), "the silence that closes a journey must last longer than nothing");
}

TEST(NativeEngine, AnEmptyStoreHasEmptyAnswers) {
  ListedStore store({});
  const auto engine = native_engine(store, Zone::utc());
  FlowQuestion where;
  where.scope.where = {field_is("device", "phone")};
  EXPECT_EQ(refusal(*engine, where), "answered") << "without events no field can be known";
  EXPECT_EQ(answered<RetentionAnswer>(*engine, RetentionQuestion{}).cohorts.size(), 0u);
  MeasureQuestion map;
  map.stages = {{"s", false, {{"a", named("A"), {}}}}};
  map.goal = "a";
  const auto figures = answered<MeasureAnswer>(*engine, map);
  EXPECT_EQ(figures.all.journeys, 0);
  EXPECT_EQ(figures.all.conversion.n, 0);
  EXPECT_EQ(answered<ChannelsAnswer>(*engine, ChannelsQuestion{}).moves.size(), 0u);
  EXPECT_EQ(answered<VariantsAnswer>(*engine, VariantsQuestion{}).total, 0);
}

TEST(AskedFields, AreThoseOfEveryPartOfTheQuestion) {
  FunnelQuestion question;
  question.scope.where = {field_is("country", "FR"), field_is("channel", "web")};
  question.steps = {FunnelStep{{"A", named("A")}}};
  question.steps[0].rule.any[0].where = {field_is("device", "phone")};
  question.except = named("X");
  question.except->any[0].where = {field_is("why", "test")};
  question.same = "cart";
  question.by = "plan";
  EXPECT_EQ(properties_asked(question), (std::vector<std::string>{"cart", "country", "device", "plan", "why"}));
  EXPECT_EQ(properties_meant(question), properties_asked(question));
}

}  // namespace
