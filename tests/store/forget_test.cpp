// Erasing a person for good, and the proof.
#include "workspace.h"

#include "sql/database.h"
#include "store/proof.h"

namespace parcours {
namespace {

const std::vector<std::string> kAna = {"client-ana-4711", "ana.dupont@exemple.fr", "boutique-ana-0815"};

Row row(const std::string& customer, TimeMs time, const std::string& email, const std::string& properties = "") {
  return {customer, time, "view", "", "", kNone, kNone, "", properties, {email}};
}

void fill(Store& store) {
  std::vector<Row> rows;
  for (int i = 0; i < 3000; ++i) rows.push_back(row("client-" + std::to_string(i), i, "mail" + std::to_string(i) + "@exemple.fr"));
  rows.push_back(row("client-ana-4711", 1, "ana.dupont@exemple.fr"));
  rows.push_back(row("client-ana-4711", 2, "ana.dupont@exemple.fr"));
  import_rows(store, rows, false, {"email"});
  import_rows(store, {row("boutique-ana-0815", 50, "ana.dupont@exemple.fr"), row("client-3", 60, "")}, false, {"email"});
  import_rows(store, {row("client-4", 70, "")}, false, {"email"});
}

// All bytes of all files, and all that Parquet packs, as one text: a reader of its own, that knows nothing of store/proof.cpp.
std::string everything_in(const Workspace& workspace) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(workspace.path())) {
    if (!entry.is_regular_file()) continue;
    all += must(workspace.files.read(entry.path().string())) + "\n";
    if (entry.path().extension() != ".parquet") continue;
    Database database = std::move(Database::open({})).value();
    const SqlTable table = must(database.query("SELECT t::VARCHAR FROM " + sql_parquet({entry.path().string()}) + " AS t"));
    for (const std::string& text : table.columns[0].texts) all += text + "\n";
  }
  return all;
}

TEST(Forget, LeavesNoByteOfThePersonInAnyFile) {
  Workspace workspace;
  {
    const auto store = workspace.open();
    fill(*store);
    must(store->events_view_sql());  // fills the cache with the person's identities
    for (const std::string& identity : kAna) EXPECT_NE(everything_in(workspace).find(identity), std::string::npos) << identity;
    const Store::Erased erased = must(store->forget("boutique-ana-0815"));
    EXPECT_EQ(erased.identities, 3u);
    EXPECT_EQ(erased.events, 3u);
    EXPECT_TRUE(erased.mentions.empty()) << erased.mentions[0];
    const std::string all = everything_in(workspace);
    for (const std::string& identity : kAna) EXPECT_EQ(all.find(identity), std::string::npos) << identity;
    EXPECT_NE(all.find("mail17@exemple.fr"), std::string::npos);  // the others are there
    const Scan scan = must(store->scan({}));
    EXPECT_EQ(scan.events.rows(), 3002u);
    EXPECT_EQ(must(store->links()).size(), 3000u);
  }
  const std::string all = everything_in(workspace);  // with the catalogue closed
  for (const std::string& identity : kAna) EXPECT_EQ(all.find(identity), std::string::npos) << identity;
}

TEST(Forget, TheListOfImportsCountsWhatIsLeft) {
  Workspace workspace;
  const auto store = workspace.open();
  fill(*store);
  must(store->forget("client-ana-4711"));
  const auto imports = must(store->imports());
  ASSERT_EQ(imports.size(), 3u);
  EXPECT_EQ(imports[0].summary.imported, 3000u);
  EXPECT_EQ(imports[0].summary.erased, 2u);
  EXPECT_EQ(imports[1].summary.imported, 1u);
  EXPECT_EQ(imports[2].summary.erased, 0u);
}

TEST(Forget, KeepsThePersonOutOfLaterImports) {
  Workspace workspace;
  const auto store = workspace.open();
  fill(*store);
  must(store->forget("client-ana-4711"));
  const ImportSummary again = import_rows(*store,
                                          {row("client-ana-4711", 1, ""), row("boutique-ana-0815", 51, ""),
                                           row("new-client", 1, "ana.dupont@exemple.fr"), row("new-client", 2, ""), row("someone-else", 1, "")},
                                          false, {"email"});
  EXPECT_EQ(again.erased, 4u);  // a customer with an erased e-mail address is that person
  EXPECT_EQ(again.imported, 1u);
  EXPECT_EQ(again.duplicates, 0u);
  EXPECT_EQ(must(store->add_links({{"client-9", "ana.dupont@exemple.fr"}}, "by hand")), 0u);
  const std::string all = everything_in(workspace);
  for (const std::string& identity : kAna) EXPECT_EQ(all.find(identity), std::string::npos) << identity;
}

TEST(Forget, RewritesOnlyTheSegmentsConcerned) {
  Workspace workspace;
  const auto store = workspace.open();
  fill(*store);
  const std::string third = must(workspace.files.read(workspace.path() + "/events/segment-000003.parquet"));
  const Scan before = must(store->scan({.values = true, .ids = true}));
  must(store->forget("client-ana-4711"));
  EXPECT_EQ(workspace.events(), (std::vector<std::string>{"segment-000003.parquet", "segment-000004.parquet", "segment-000005.parquet"}));
  EXPECT_TRUE(third == must(workspace.files.read(workspace.path() + "/events/segment-000003.parquet")));
  // The rows of the others are as they were: arrival, import and all.
  const Scan after = must(store->scan({.values = true, .ids = true}));
  std::size_t at = 0;
  for (std::size_t from = 0; from < before.events.rows(); ++from) {
    if (before.events.customer.at(from) == "ana.dupont@exemple.fr") continue;
    ASSERT_LT(at, after.events.rows());
    EXPECT_EQ(after.events.customer.at(at), before.events.customer.at(from));
    EXPECT_EQ(after.arrival[at], before.arrival[from]);
    EXPECT_EQ(after.import[at], before.import[from]);
    ++at;
  }
  EXPECT_EQ(at, after.events.rows());
  EXPECT_EQ(import_rows(*store, {row("client-4", 70, "")}, false, {"email"}).imported, 0u);  // and known again
}

TEST(Forget, ASegmentOfOnePersonGoesWhole) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"client-ana-4711", 1, "view"}});
  EXPECT_EQ(must(store->forget("client-ana-4711")).events, 1u);
  EXPECT_TRUE(workspace.events().empty());
  EXPECT_EQ(shown(*store), "");
}

TEST(Forget, SaysWhereThePersonIsStillNamed) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"client-ana-4711", 1, "view"},
                       {"bob", 1, "refer", "", "", kNone, kNone, "", R"({"friend":"client-ana-4711"})"},
                       {"client-ana-47112", 1, "view"}});
  must(workspace.files.write(workspace.path() + "/personas/ana.yaml", "name: Ana\nid: client-ana-4711\n"));
  const Store::Erased erased = must(store->forget("client-ana-4711"));
  EXPECT_EQ(erased.mentions.back(), "personas/ana.yaml");
  EXPECT_TRUE(std::find(erased.mentions.begin(), erased.mentions.end(), "events/segment-000002.parquet: properties") != erased.mentions.end());
  EXPECT_TRUE(std::find(erased.mentions.begin(), erased.mentions.end(), "events/segment-000002.parquet: customer") ==
              erased.mentions.end());  // client-ana-47112 is another
}

TEST(Forget, NobodyIsAMisuse) {
  Workspace workspace;
  const auto store = workspace.open();
  fill(*store);
  const auto outcome = store->forget("nobody at all");
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.failure().kind, FailureKind::misuse);
  EXPECT_EQ(complaint(outcome), "nobody is known here as \"nobody at all\"");
}

TEST(Forget, WithoutTheKeyNothingIsImported) {
  Workspace workspace;
  const auto store = workspace.open();
  fill(*store);
  must(store->forget("client-ana-4711"));
  EXPECT_EQ(std::filesystem::status(workspace.path() + "/.parcours/erasure.key").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::remove(workspace.path() + "/.parcours/erasure.key");
  MemorySource source({{"bob", 1, "view"}});
  EXPECT_NE(complaint(store->import(source, "{}", {})).find("without it, erased people cannot be kept out"), std::string::npos);
}

TEST(Forget, ASharedValueOverTheLimitIsNotThePerson) {
  Workspace workspace;
  workspace.settings.join_limit = 2;
  const auto store = workspace.open();
  import_rows(*store,
              {row("client-1", 1, "shop@exemple.fr"), row("client-2", 1, "shop@exemple.fr"), row("client-3", 1, "shop@exemple.fr"),
               row("client-4", 1, "shop@exemple.fr")},
              false, {"email"});
  EXPECT_EQ(must(store->forget("client-1")).events, 1u);
  EXPECT_EQ(shown(*store), "client-2 1 view\nclient-3 1 view\nclient-4 1 view\n");
}

TEST(StandsIn, KnowsWords) {
  EXPECT_TRUE(stands_in("id: client-1\n", "client-1"));
  EXPECT_TRUE(stands_in("client-12 client-1", "client-1"));
  EXPECT_FALSE(stands_in("client-12", "client-1"));
  EXPECT_FALSE(stands_in("éclient-1", "client-1"));
  EXPECT_TRUE(stands_in(R"("+33 6 12")", "+33 6 12"));
}

}  // namespace
}  // namespace parcours
