// Segments as others see them: another reader, and SQL over all that counts.
#include "workspace.h"

#include <cstdio>

#include "base/json.h"
#include "sql/database.h"

namespace parcours {
namespace {

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) return output;
  char block[4096];
  while (const std::size_t n = std::fread(block, 1, sizeof block, pipe)) output.append(block, n);
  return ::pclose(pipe) == 0 ? output : "";
}

TEST(Segment, IsReadByAnotherReader) {
  if (output_of("node --version 2>/dev/null").empty()) GTEST_SKIP() << "node is not installed";
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store,
              {{"zoé",
                1'767'225'600'123,
                "survey",
                "web",
                "ads",
                12.5,
                9,
                "e-1",
                R"({"city":"Lyon"})",
                {"zoe@x.fr"},
                TimeUnit::second,
                ScoreScale::zero_to_ten},
               {"ana", 1000, "view", "", "", kNone, kNone, "", "", {""}}},
              false, {"email"});
  const std::string text = output_of("node " PARCOURS_SOURCE_DIR "/tests/e2e/parquet_reader.mjs " + must(store->segments())[0]);
  ASSERT_FALSE(text.empty());
  const Json read = Json::parse(text, nullptr, false);
  ASSERT_FALSE(read.is_discarded()) << text;
  std::string columns;
  for (const Json& column : read["columns"])
    columns += column["name"].get<std::string>() + " " + column["type"].get<std::string>() + " " +
               (column["logical"].is_null() ? "-" : column["logical"].get<std::string>()) + "\n";
  // The table of docs/formats/segments.md.
  EXPECT_EQ(columns,
            "customer BYTE_ARRAY UTF8\nidentities BYTE_ARRAY UTF8\ntime INT64 TIMESTAMP\nunit BYTE_ARRAY UTF8\narrival INT64 INT_64\nevent "
            "BYTE_ARRAY UTF8\nchannel BYTE_ARRAY UTF8\n"
            "source BYTE_ARRAY UTF8\nvalue DOUBLE -\nscore DOUBLE -\nscale BYTE_ARRAY UTF8\nid BYTE_ARRAY UTF8\nimport INT64 INT_64\nproperties "
            "BYTE_ARRAY UTF8\n"
            "key_high INT64 INT_64\nkey_low INT64 INT_64\n");
  EXPECT_EQ(read["columns"][2]["utc"], true);
  ASSERT_EQ(read["rows"].size(), 2u);
  Json zoe = read["rows"][1];
  EXPECT_FALSE(zoe["key_high"].is_null());
  zoe.erase("key_high"), zoe.erase("key_low");
  EXPECT_EQ(
      zoe.dump(),
      R"({"customer":"zoé","identities":"{\"email\":\"zoe@x.fr\"}","time":"2026-01-01T00:00:00.123Z","unit":"s","arrival":"0","event":"survey","channel":"web",)"
      R"("source":"ads","value":12.5,"score":9,"scale":"0-10","id":"e-1","import":"1","properties":"{\"city\":\"Lyon\"}"})");
  for (const std::string column : {"identities", "channel", "source", "value", "score", "scale", "id", "properties"})
    EXPECT_TRUE(read["rows"][0][column].is_null()) << column;
}

TEST(Segment, OneInAnothersPlaceIsNoticed) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"ana", 1000, "view"}, {"ana", 2000, "buy"}});
  import_rows(*store, {{"bob", 1000, "view"}, {"bob", 2000, "buy"}});
  const auto segments = must(store->segments());
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_TRUE(store->scan({}).ok());
  ASSERT_TRUE(workspace.files.write(segments[1], must(workspace.files.read(segments[0]))).ok());
  EXPECT_EQ(complaint(store->scan({})), "the segment " + segments[1] + " is not the one in the catalogue: events by import 1: 2, instead of 2: 2");
}

class EventsView : public testing::Test {
 protected:
  SqlTable query(Store& store, const std::string& what) {
    Database database = std::move(Database::open({})).value();
    return must(database.query("SELECT " + what + " FROM (" + must(store.events_view_sql()) + ") ORDER BY ALL"));
  }
  Workspace workspace_;
};

TEST_F(EventsView, GivesTheCustomersOfTheScan) {
  const auto store = workspace_.open();
  EXPECT_EQ(query(*store, "*").rows, 0u);
  EXPECT_EQ(query(*store, "*").columns.size(), 16u);
  import_rows(*store, {{"b", 1, "view"}, {"c", 2, "view"}, {"it's", 3, "view"}});
  EXPECT_EQ(query(*store, "customer").columns[0].texts, (std::vector<std::string>{"b", "c", "it's"}));
  must(store->add_links({{"c", "it's"}, {"c", "a"}}, "x"));
  for (int round = 0; round < 2; ++round) {
    const SqlTable table = query(*store, "customer, identity, start_ms");
    EXPECT_EQ(table.columns[0].texts, (std::vector<std::string>{"a", "a", "b"}));
    EXPECT_EQ(table.columns[1].texts, (std::vector<std::string>{"c", "it's", "b"}));
    EXPECT_EQ(table.columns[2].integers, (std::vector<std::int64_t>{2, 3, 1}));
  }
  must(store->unlink(1));
  EXPECT_EQ(query(*store, "customer").columns[0].texts, (std::vector<std::string>{"a", "b", "it's"}));
}

TEST_F(EventsView, GivesTheIntervalsOfBaseTime) {
  for (const std::string zone_name :
       {"UTC", "Europe/Paris", "America/New_York", "America/Sao_Paulo", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"}) {
    Workspace workspace;
    workspace.settings.zone = zone_name;
    const auto store = workspace.open();
    const Zone zone = *Zone::find(zone_name);
    std::vector<Row> rows;
    const TimeUnit units[] = {TimeUnit::ms, TimeUnit::second, TimeUnit::minute, TimeUnit::day};
    for (TimeMs day = -3; day < 1200; ++day)  // around the epoch and through three years from 2011 on, with every change of the clocks
      for (const TimeUnit unit : units)
        rows.push_back(
            {.customer = "c", .time = (day < 0 ? 0 : 1'293'840'000'000) + day * kDay + day * 7'919'123 % kDay, .event = "e", .unit = unit});
    import_rows(*store, rows);
    const SqlTable table = query(*store, "time, unit, start_ms, end_ms");
    ASSERT_EQ(table.rows, rows.size());
    for (std::size_t row = 0; row < table.rows; ++row) {
      const TimeUnit unit = *unit_of(table.columns[1].texts[row]);
      const TimeInterval expected = interval_of(table.columns[0].integers[row], unit, zone);
      ASSERT_EQ(table.columns[2].integers[row], expected.start)
          << zone_name << " " << show_instant(table.columns[0].integers[row], zone) << " " << code_of(unit);
      ASSERT_EQ(table.columns[3].integers[row], expected.end)
          << zone_name << " " << show_instant(table.columns[0].integers[row], zone) << " " << code_of(unit);
    }
  }
}

TEST_F(EventsView, OfALogThatKnowsOnlyTheOrderHasNoTimes) {
  const auto store = workspace_.open();
  import_rows(*store, {{.customer = "c", .time = kNoTime, .event = "e", .unit = TimeUnit::order}});
  const SqlTable table = query(*store, "time, start_ms, end_ms");
  ASSERT_EQ(table.rows, 1u);
  for (const auto& column : table.columns) EXPECT_TRUE(column.nulls[0]) << column.name;
}

TEST_F(EventsView, CanBeAskedByGuardedSql) {
  const auto store = workspace_.open();
  import_rows(*store, {{"b", 1, "view"}, {"c", 2, "view"}});
  must(store->add_links({{"b", "c"}}, "x"));
  Database database =
      std::move(Database::open({.guarded = true, .readable_folders = {workspace_.path() + "/events", workspace_.path() + "/.parcours/cache"}}))
          .value();
  EXPECT_EQ(must(database.query("SELECT DISTINCT customer FROM (" + must(store->events_view_sql()) + ")")).rows, 1u);
}

TEST(Scan, GivesWhatSqlGives) {
  Workspace workspace;
  const auto store = workspace.open();
  std::uint32_t state = 12345;
  const auto random = [&state](std::uint32_t n) { return (state = state * 1664525 + 1013904223) / 65536 % n; };
  for (int import = 0; import < 4; ++import) {
    std::vector<Row> rows;
    for (int i = 0; i < 3000; ++i)
      rows.push_back({"c" + std::to_string(random(400)),
                      random(50) * 1000,
                      "e" + std::to_string(random(9)),
                      random(3) ? "web" : "",
                      "",
                      random(4) ? random(100) * 0.25 : kNone,
                      kNone,
                      "",
                      "",
                      {random(20) ? "" : "m" + std::to_string(random(60))}});
    import_rows(*store, rows, true, {"email"});
  }
  const Scan scan = must(store->scan({}));
  Database database = std::move(Database::open({})).value();
  const SqlTable table = must(database.query("SELECT customer, time, arrival, event, channel, value FROM (" + must(store->events_view_sql()) +
                                             ") ORDER BY customer, time, arrival"));
  ASSERT_EQ(scan.events.rows(), table.rows);
  ASSERT_GT(table.rows, 11'000u);  // some rows of later imports were there already
  for (std::size_t row = 0; row < table.rows; ++row) {
    ASSERT_EQ(scan.events.customer.at(row), table.columns[0].texts[row]);
    ASSERT_EQ(scan.events.time[row], table.columns[1].integers[row]);
    ASSERT_EQ(scan.arrival[row], table.columns[2].integers[row]);
    ASSERT_EQ(scan.events.event.at(row), table.columns[3].texts[row]);
    ASSERT_EQ(scan.events.channel.at(row), table.columns[4].texts[row]);
    ASSERT_EQ(std::isnan(scan.events.value[row]), table.columns[5].nulls[row]);
    if (!table.columns[5].nulls[row]) { ASSERT_EQ(scan.events.value[row], table.columns[5].numbers[row]); }
    if (row > 0) { ASSERT_GE(scan.events.customer.codes[row], scan.events.customer.codes[row - 1]); }
  }
  EXPECT_GT(scan.joined, 0u);
}

}  // namespace
}  // namespace parcours
