// Imports: what counts once, what comes again, what is left when one is removed, fails or is stopped.
#include <fstream>

#include "workspace.h"

namespace parcours {
namespace {

const std::vector<Row> kShop = {
    {"bob", 3000, "buy", "web", "ads", 12.5}, {"ana", 1000, "view"}, {"ana", 2000, "buy", "app", "", 20}, {"bob", 500, "view"}};

TEST(Import, SortsByCustomerThenTimeThenArrival) {
  Workspace workspace;
  const auto store = workspace.open();
  const ImportSummary summary = import_rows(*store, kShop);
  EXPECT_EQ(summary.id, 1);
  EXPECT_EQ(summary.rows, 4u);
  EXPECT_EQ(summary.imported, 4u);
  EXPECT_EQ(summary.duplicates, 0u);
  EXPECT_EQ(summary.identities, 2u);
  EXPECT_EQ(summary.customers, 2u);
  EXPECT_EQ(summary.first, 500);
  EXPECT_EQ(summary.last, 3000);
  EXPECT_EQ(shown(*store), "ana 1000 view\nana 2000 buy\nbob 500 view\nbob 3000 buy\n");
  EXPECT_EQ(workspace.events(), (std::vector<std::string>{"segment-000001.parquet"}));
}

// Three identities, one of them another of ana's by a link that came before.
TEST(Import, TellsIdentitiesFromTheCustomersTheyMake) {
  Workspace workspace;
  const auto store = workspace.open();
  must(store->add_links({{"ana", "phone-a"}}, "by hand"));
  const ImportSummary summary = import_rows(*store, {{"ana", 1000, "view"}, {"phone-a", 2000, "view"}, {"bob", 500, "view"}, {"bob", 600, "view"}});
  EXPECT_EQ(summary.identities, 3u);
  EXPECT_EQ(summary.customers, 2u);
}

TEST(Import, ColumnsThatBecomeLinksBringTheirLinksAndNoEventASecondTime) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{.customer = "a", .time = 1000, .event = "A", .properties = R"({"e":"x@x.fr","e b":"{1,\"2","n":3})"},
                       {.customer = "a", .time = 2000, .event = "B", .properties = R"({"n":4})"},
                       {.customer = "b", .time = 3000, .event = "C", .properties = R"({"e":"x@x.fr","phone":33612345678})"},
                       {.customer = "b", .time = 4000, .event = "C"}});
  const std::vector<Row> again = {{.customer = "a", .time = 1000, .event = "A", .properties = R"({"e b":"{1,\"2","n":3})", .links = {"", "x@x.fr"}},
                                  {.customer = "a", .time = 2000, .event = "B", .properties = R"({"n":4})"},
                                  {.customer = "b", .time = 3000, .event = "C", .links = {"33612345678", "x@x.fr"}},
                                  {.customer = "b", .time = 4000, .event = "C"},
                                  {.customer = "c", .time = 5000, .event = "C", .links = {"", "x@x.fr"}}};
  const ImportSummary summary = import_rows(*store, again, false, {"phone", "e"});
  EXPECT_EQ(summary.imported, 1u);
  EXPECT_EQ(summary.duplicates, 4u);
  EXPECT_EQ(must(store->links()).size(), 4u);
  EXPECT_EQ(import_rows(*store, again, false, {"phone", "e"}).imported, 0u);
}

TEST(Import, AFileReadWithOtherColumnsIsToldOfTheFirst) {
  Workspace workspace;
  const auto store = workspace.open();
  const auto import = [&](const char* name, const char* mapping, TimeMs at, const char* channel) {
    MemorySource source({{.customer = "a", .time = at, .event = "A", .channel = channel}, {.customer = "b", .time = at + 500, .event = "B"}});
    source.name_ = name;
    return must(store->import(source, mapping, {}));
  };
  EXPECT_EQ(import("may.csv", "{}", 1000, "").read_otherwise, 0);
  EXPECT_EQ(import("may.csv", R"({"channel":"web"})", 1000, "web").read_otherwise, 1) << "the same rows, with a channel";
  EXPECT_EQ(import("other.csv", R"({"channel":"shop"})", 1000, "shop").read_otherwise, 0) << "another file";
  EXPECT_EQ(import("may.csv", R"({"channel":"app"})", 9000, "app").read_otherwise, 0) << "no day in common";
  EXPECT_EQ(import("may.csv", R"({"channel":"web"})", 1000, "web").read_otherwise, 0) << "nothing new";
}

TEST(Import, KeepsEveryField) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(
      *store,
      {{"ana", 1'767'225'600'123, "survey", "web", "ads", 12.5, 9, "e-1", R"({"city":"Lyon","n":3})", {}, TimeUnit::second, ScoreScale::zero_to_ten},
       {"ana", 1'767'225'600'124, "view"}});
  const Scan scan = must(store->scan({.properties = {"city", "n", "none"}, .values = true, .ids = true}));
  ASSERT_EQ(scan.events.rows(), 2u);
  EXPECT_EQ(scan.events.time[0], 1'767'225'600'123);
  EXPECT_EQ(scan.events.unit[0], TimeUnit::second);
  EXPECT_EQ(scan.events.channel.at(0), "web");
  EXPECT_EQ(scan.events.source.at(0), "ads");
  EXPECT_EQ(scan.events.value[0], 12.5);
  EXPECT_EQ(scan.events.score[0], 9);
  EXPECT_EQ(scan.events.scale[0], ScoreScale::zero_to_ten);
  EXPECT_EQ(scan.events.id.at(0), "e-1");
  EXPECT_EQ(scan.events.properties.at(0), R"({"city":"Lyon","n":3})");
  EXPECT_EQ(scan.properties[0].at(0), "Lyon");
  EXPECT_EQ(scan.properties[1].at(0), "3");
  EXPECT_EQ(scan.properties[2].at(0), "");
  EXPECT_EQ(scan.import, (std::vector<std::int64_t>{1, 1}));
  EXPECT_EQ(scan.arrival, (std::vector<std::int64_t>{0, 1}));
  EXPECT_EQ(scan.events.unit[1], TimeUnit::ms);
  EXPECT_EQ(scan.events.channel.codes[1], 0u);
  EXPECT_TRUE(std::isnan(scan.events.value[1]));
  EXPECT_EQ(scan.events.scale[1], ScoreScale::none);
  EXPECT_EQ(scan.events.id.codes[1], 0u);
  EXPECT_EQ(scan.properties[0].codes[1], 0u);
}

TEST(Import, PropertiesWithOddNamesAreFound) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"ana", 1, "view", "", "", kNone, kNone, "", R"({"a/b~c":"1","it's \"x\"":"2","p.q[0]":"3","7":"4"})"}});
  const Scan scan = must(store->scan({.properties = {"a/b~c", "it's \"x\"", "p.q[0]", "7"}}));
  for (std::size_t at = 0; at < 4; ++at) EXPECT_EQ(scan.properties[at].at(0), std::to_string(at + 1));
}

TEST(Import, TheSameFileAgainAddsNothing) {
  for (const bool keep : {false, true}) {
    Workspace workspace;
    const auto store = workspace.open();
    import_rows(*store, kShop, keep);
    const std::string version = must(store->version());
    const ImportSummary again = import_rows(*store, kShop, keep);
    EXPECT_EQ(again.id, 0);
    EXPECT_EQ(again.imported, 0u);
    EXPECT_EQ(again.duplicates, 4u);
    EXPECT_EQ(must(store->imports()).size(), 1u);
    EXPECT_EQ(must(store->version()), version);
    EXPECT_EQ(workspace.events().size(), 1u);
  }
}

TEST(Import, RowsEqualInAllFieldsCountOnce) {
  Workspace workspace;
  const auto store = workspace.open();
  const ImportSummary summary = import_rows(*store, {{"ana", 1, "view"},
                                                     {"ana", 1, "view"},
                                                     {"ana", 1, "view", "web"},
                                                     {"ana", 1, "view", "", "web"},
                                                     {"ana", 1, "view", "", "", 0},
                                                     {"ana", 1, "view", "", "", -0.0},
                                                     {"ana", 1, "view", "", "", kNone, 0},
                                                     {"ana", 1, "view", "", "", kNone, kNone, "", "{}"},
                                                     {"anav", 1, "iew"}});
  EXPECT_EQ(summary.rows, 9u);
  EXPECT_EQ(summary.imported, 7u);
  EXPECT_EQ(summary.duplicates, 2u);
}

TEST(Import, EventsWithTheSameIdCountOnceWhateverElseTheySay) {
  for (const bool keep : {false, true}) {
    Workspace workspace;
    const auto store = workspace.open();
    const ImportSummary summary = import_rows(*store,
                                              {{"ana", 1, "view", "", "", kNone, kNone, "e1"},
                                               {"ana", 2, "view", "", "", kNone, kNone, "e1"},
                                               {"ana", 1, "view", "", "", kNone, kNone, "e2"}},
                                              keep);
    EXPECT_EQ(summary.imported, 2u);
    EXPECT_EQ(shown(*store), "ana 1 view\nana 1 view\n");  // the first of the two stays
  }
}

TEST(Import, KeptDuplicatesCountEachAndAGrownFileAddsOnlyWhatIsNew) {
  Workspace workspace;
  const auto store = workspace.open();
  std::vector<Row> rows = {{"ana", 1, "view"}, {"ana", 1, "view"}, {"bob", 1, "view"}};
  EXPECT_EQ(import_rows(*store, rows, true).imported, 3u);
  rows.push_back({"ana", 1, "view"});
  rows.push_back({"bob", 2, "buy"});
  const ImportSummary grown = import_rows(*store, rows, true);
  EXPECT_EQ(grown.imported, 2u);
  EXPECT_EQ(grown.duplicates, 3u);
  EXPECT_EQ(shown(*store), "ana 1 view\nana 1 view\nana 1 view\nbob 1 view\nbob 2 buy\n");
  EXPECT_EQ(import_rows(*store, rows, true).imported, 0u);
}

TEST(Import, ALogThatKnowsOnlyTheOrderKeepsIt) {
  Workspace workspace;
  const auto store = workspace.open();
  const auto row = [](std::string customer, std::string event) {
    return Row{.customer = customer, .time = kNoTime, .event = event, .unit = TimeUnit::order};
  };
  const std::vector<Row> rows = {row("c1", "b"), row("c2", "a"), row("c1", "a"), row("c1", "b"), row("c1", "a")};
  const ImportSummary summary = import_rows(*store, rows, true);
  EXPECT_EQ(summary.imported, 5u);
  EXPECT_EQ(summary.first, kNoTime);
  EXPECT_EQ(summary.last, kNoTime);
  EXPECT_EQ(shown(*store), "c1 - b\nc1 - a\nc1 - b\nc1 - a\nc2 - a\n");
  EXPECT_EQ(must(store->scan({})).events.unit[0], TimeUnit::order);
  EXPECT_EQ(import_rows(*store, rows, true).imported, 0u);
}

TEST(Import, TimesAndBareOrderDoNotMix) {
  const Row timed{"ann", 1000, "look"};
  Row ordered{"ann", kNoTime, "buy"};
  ordered.unit = TimeUnit::order;
  for (const auto& [first, second] : {std::pair(timed, ordered), std::pair(ordered, timed)}) {
    Workspace workspace;
    const auto store = workspace.open();
    import_rows(*store, {first});
    MemorySource other({second});
    const auto refused = store->import(other, "{}", {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.failure().kind, FailureKind::misuse);
    EXPECT_EQ(complaint(refused), "with memory.csv, events with times would stand beside events that know only their order: nothing was imported");
    EXPECT_EQ(must(store->imports()).size(), 1u);
    import_rows(*store, {{"bob", first.time, "look", "", "", kNone, kNone, "", "", {}, first.unit}});
    EXPECT_EQ(must(store->imports()).size(), 2u) << "more of the same kind is welcome";
  }
  Workspace workspace;
  const auto store = workspace.open();
  MemorySource both({timed, ordered});
  EXPECT_FALSE(store->import(both, "{}", {}).ok()) << "nor within one import";
}

TEST(Import, OrderAcrossImportsIsTimeThenArrival) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"bob", 20, "second"}, {"ana", 10, "x"}});
  import_rows(*store, {{"bob", 20, "third"}, {"bob", 10, "first"}, {"aaron", 5, "y"}});
  EXPECT_EQ(shown(*store), "aaron 5 y\nana 10 x\nbob 10 first\nbob 20 second\nbob 20 third\n");
  const Scan scan = must(store->scan({}));
  EXPECT_EQ(scan.events.customer.codes, (std::vector<std::uint32_t>{1, 2, 3, 3, 3}));
  EXPECT_EQ(scan.identities, 3u);
  EXPECT_EQ(scan.joined, 0u);
}

TEST(Import, OnlyOneCustomerCanBeAskedFor) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, kShop);
  EXPECT_EQ(shown(must(store->scan({.customer = "bob"}))), "bob 500 view\nbob 3000 buy\n");
  EXPECT_EQ(shown(must(store->scan({.customer = "it's nobody"}))), "");
}

TEST(Import, IsRecordedAndCanBeRemoved) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, kShop);
  MemorySource source({{"ana", 1000, "view"}, {"zoe", 1, "view"}});
  source.name_ = "second.csv";
  source.synthetic_ = true;
  source.rejects_.push_back({3, "time", msg("store.stopped"), "zoe;;", ""});
  workspace.clock.set(1'767'300'000'000);
  must(store->import(source, R"({"customer":"who"})", {}));
  const std::vector<ImportRecord> imports = must(store->imports());
  ASSERT_EQ(imports.size(), 2u);
  EXPECT_EQ(imports[1].id, 2);
  EXPECT_EQ(imports[1].name, "second.csv");
  EXPECT_EQ(imports[1].format, "memory");
  EXPECT_EQ(imports[1].mapping, R"({"customer":"who"})");
  EXPECT_EQ(imports[1].at, 1'767'300'000'000);
  EXPECT_TRUE(imports[1].synthetic);
  EXPECT_EQ(imports[1].summary.rows, 3u);
  EXPECT_EQ(imports[1].summary.rejected, 1u);
  EXPECT_EQ(imports[1].summary.imported, 1u);
  EXPECT_EQ(imports[1].summary.duplicates, 1u);
  EXPECT_TRUE(must(store->scan({})).synthetic);
  const std::string version = must(store->version());
  must(store->remove_import(2));
  EXPECT_NE(must(store->version()), version);
  EXPECT_FALSE(must(store->scan({})).synthetic);
  EXPECT_EQ(shown(*store), "ana 1000 view\nana 2000 buy\nbob 500 view\nbob 3000 buy\n");
  EXPECT_EQ(workspace.events().size(), 1u);
  EXPECT_EQ(complaint(store->remove_import(2)), "there is no import 2");
  EXPECT_EQ(import_rows(*store, {{"zoe", 1, "view"}}).id, 3);  // numbers are not given twice
}

TEST(Import, RowsDroppedAsDuplicatesOfARemovedImportComeBackByImportingAgain) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"ana", 1, "view"}});
  import_rows(*store, {{"ana", 1, "view"}, {"bob", 1, "view"}});
  must(store->remove_import(1));
  EXPECT_EQ(shown(*store), "bob 1 view\n");
  EXPECT_EQ(import_rows(*store, {{"ana", 1, "view"}, {"bob", 1, "view"}}).imported, 1u);
  EXPECT_EQ(shown(*store), "ana 1 view\nbob 1 view\n");
}

TEST(Import, AFileThatFailsHalfwayLeavesNothing) {
  Workspace workspace;
  const auto store = workspace.open();
  MemorySource source(std::vector<Row>(5000, {"ana", 1, "view"}), true);
  source.fail_at_ = 3000;
  EXPECT_FALSE(store->import(source, "{}", {}).ok());
  EXPECT_EQ(shown(*store), "");
  EXPECT_TRUE(must(store->imports()).empty());
  EXPECT_TRUE(workspace.events().empty());
}

TEST(Import, CanBeStoppedAtAnyMomentAndLeavesNothing) {
  Workspace workspace;
  const auto store = workspace.open();
  std::vector<Row> rows;
  for (int i = 0; i < 20000; ++i) rows.push_back({"c" + std::to_string(i % 500), i, "view"});
  bool finished = false;
  int stopped = 0;
  for (int allowed = 0; !finished && allowed < 1'000'000; allowed = allowed * 3 / 2 + 1) {
    MemorySource source(rows);
    int asked = 0;
    const auto outcome = store->import(source, "{}", [&](const ImportSource&) { return ++asked <= allowed; });
    finished = outcome.ok();
    if (finished) break;
    ++stopped;
    EXPECT_EQ(outcome.failure().what.code, "interrupted");
    EXPECT_TRUE(must(store->imports()).empty());
    EXPECT_TRUE(workspace.events().empty());
  }
  EXPECT_TRUE(finished);
  EXPECT_GT(stopped, 6);
  EXPECT_EQ(must(store->scan({})).events.rows(), 20000u);
}

TEST(Import, NothingAsideRemains) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, kShop);
  for (const std::string& name : workspace.files.list(workspace.path() + "/.parcours")) EXPECT_FALSE(name.starts_with("aside-")) << name;
}

TEST(Import, AnEmptyFileIsNoImport) {
  Workspace workspace;
  const auto store = workspace.open();
  EXPECT_EQ(import_rows(*store, {}).id, 0);
  EXPECT_EQ(shown(*store), "");
  EXPECT_TRUE(must(store->segments()).empty());
}

TEST(Import, TimesBeyondAnyCalendarAreRefused) {
  Workspace workspace;
  const auto store = workspace.open();
  MemorySource source({{"ana", 1, "view"}, {"ana", std::numeric_limits<TimeMs>::max(), "view"}});
  EXPECT_EQ(complaint(store->import(source, "{}", {})), "line 3 has a time beyond any calendar");
}

TEST(Import, TheSameDataGivesTheSameBytes) {
  std::string bytes[2];
  for (std::string& content : bytes) {
    Workspace workspace;
    const auto store = workspace.open();
    std::vector<Row> rows;
    for (int i = 0; i < 30000; ++i) rows.push_back({"c" + std::to_string(i * 7919 % 1000), i / 3, i % 2 ? "view" : "buy", "web", "", i * 0.5});
    import_rows(*store, rows);
    content = must(workspace.files.read(must(store->segments()).at(0)));
  }
  EXPECT_FALSE(bytes[0].empty());
  EXPECT_TRUE(bytes[0] == bytes[1]);
}

TEST(Mapping, IsSavedForFilesThatLookAlike) {
  Workspace workspace;
  const auto store = workspace.open();
  EXPECT_EQ(must(store->saved_mapping("a,b")), std::nullopt);
  must(store->save_mapping("a,b", "{1}"));
  must(store->save_mapping("a,b", "{2}"));
  EXPECT_EQ(must(workspace.open()->saved_mapping("a,b")), "{2}");
}

TEST(Opening, WorksOnOneWorkspaceTwice) {
  Workspace workspace;
  import_rows(*workspace.open(), kShop);
  const auto first = workspace.open(), second = workspace.open();
  EXPECT_EQ(shown(*first), shown(*second));
  EXPECT_EQ(must(first->version()), must(second->version()));
}

TEST(Opening, RefusesACatalogueOfTheFuture) {
  Workspace workspace;
  workspace.open();
  const std::string path = workspace.path() + "/catalogue.sqlite";
  std::string bytes = must(workspace.files.read(path));
  ASSERT_EQ(bytes[63], 1);  // user_version, big-endian, at byte 60
  bytes[63] = 9;
  must(workspace.files.write(path, bytes));
  const auto store = open_store(workspace.settings, workspace.files, workspace.clock);
  EXPECT_EQ(complaint(store), "this catalogue was made by a newer Parcours (format 9, known format: 1)");
}

TEST(Opening, RefusesSegmentsWithoutTheirCatalogue) {
  Workspace workspace;
  import_rows(*workspace.open(), kShop);
  for (const std::string name : {"catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"})
    std::filesystem::remove(workspace.path() + "/" + name);
  const auto store = open_store(workspace.settings, workspace.files, workspace.clock);
  EXPECT_NE(complaint(store).find("there are events, but the catalogue"), std::string::npos);
  EXPECT_EQ(workspace.events().size(), 1u);
}

TEST(Opening, AnEmptyCatalogueBesideSegmentsIsNotTakenForANewOne) {
  Workspace workspace;
  import_rows(*workspace.open(), kShop);
  std::ofstream(workspace.path() + "/catalogue.sqlite", std::ios::trunc);
  std::filesystem::remove(workspace.path() + "/catalogue.sqlite-wal");
  const auto refused = open_store(workspace.settings, workspace.files, workspace.clock);
  EXPECT_EQ(complaint(refused), "there are events, but the catalogue " + workspace.path() + "/catalogue.sqlite is missing");
}

TEST(Opening, SaysWhenTheCatalogueCannotBeOpened) {
  Workspace workspace;
  std::filesystem::create_directory(workspace.path() + "/catalogue.sqlite");
  const auto refused = open_store(workspace.settings, workspace.files, workspace.clock);
  EXPECT_EQ(complaint(refused), "the catalogue catalogue.sqlite cannot be opened for writing: unable to open database file");
}

TEST(Segments, OneThatIsGoneOrDamagedIsNamedAndItsImportCanBeTakenAway) {
  for (const bool gone : {true, false}) {
    Workspace workspace;
    const auto store = workspace.open();
    import_rows(*store, kShop);
    import_rows(*store, {{"eve", 9000, "view"}});
    const std::string path = workspace.path() + "/events/segment-000001.parquet";
    if (gone) std::filesystem::remove(path);
    else std::ofstream(path, std::ios::trunc) << "PAR1 nothing PAR1";
    const auto scan = store->scan({});
    EXPECT_EQ(complaint(scan), "the segment " + path + (gone ? " is gone" : " is damaged"));
    MemorySource more({{"zoe", 1, "view"}});
    EXPECT_EQ(complaint(store->import(more, "{}", {})), complaint(scan));
    EXPECT_TRUE(store->remove_import(1).ok());
    EXPECT_EQ(shown(*store), "eve 9000 view\n");
  }
}

TEST(Opening, SaysWhenTheCatalogueIsDamaged) {
  Workspace workspace;
  workspace.open();
  must(workspace.files.write(workspace.path() + "/catalogue.sqlite", std::string(8192, 'x')));
  const auto store = open_store(workspace.settings, workspace.files, workspace.clock);
  EXPECT_EQ(complaint(store), "the catalogue catalogue.sqlite is damaged: file is not a database");
}

}  // namespace
}  // namespace parcours
