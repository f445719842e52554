// Which identities become one customer, and how it is undone.
#include "workspace.h"

#include <algorithm>
#include <random>

#include "store/people.h"

namespace parcours {
namespace {

using Names = std::vector<std::string>;

StoredLink by_import(std::string left, std::string right) { return {0, std::move(left), std::move(right), "import 1", true, 0}; }
StoredLink by_hand(std::string left, std::string right) { return {0, std::move(left), std::move(right), "file x", false, 0}; }

TEST(People, ChainsJoinUnderTheSmallestName) {
  const People people({by_import("c3", "mail"), by_import("c7", "mail"), by_import("c7", "phone"), by_import("c9", "phone"), by_import("z", "other")},
                      {});
  for (const std::string name : {"c3", "c7", "c9", "mail", "phone"}) EXPECT_EQ(people.customer_of(name), "c3");
  EXPECT_EQ(people.customer_of("z"), "other");
  EXPECT_EQ(people.customer_of("stranger"), "stranger");
  EXPECT_EQ(people.identities_of("phone"), (Names{"c3", "c7", "c9", "mail", "phone"}));
  EXPECT_EQ(people.identities_of("stranger"), (Names{"stranger"}));
}

TEST(People, DoNotDependOnTheOrderOfTheLinks) {
  std::mt19937 random(7);
  std::vector<StoredLink> links;
  for (int i = 0; i < 300; ++i)
    links.push_back((i % 3 ? by_import : by_hand)("c" + std::to_string(random() % 200), "v" + std::to_string(random() % 60)));
  const People first(links, {.join_limit = 5});
  for (int round = 0; round < 20; ++round) {
    std::shuffle(links.begin(), links.end(), random);
    const People again(links, {.join_limit = 5});
    EXPECT_EQ(again.renamed(), first.renamed());
  }
}

TEST(People, ValuesThatStandForNobodyDoNotJoin) {
  for (const std::string value : {"", " ", "null", "NULL", "0", "-1", "unknown", "N/A", "n/a", "undefined", "Test", "guest", "Inconnu", "ANONYME",
                                  "Non renseigné", "NÉANT", "nil", "none"}) {
    EXPECT_TRUE(is_blocked_value(value, {})) << value;
    const People people({by_import("a", value), by_import("b", value)}, {});
    EXPECT_EQ(people.customer_of("b"), "b") << value;
    EXPECT_EQ(people.states()[0], LinkState::blocked_value);
  }
  for (const std::string value : {"1", "00", "nullo", "ana", "tester@shop.fr"}) EXPECT_FALSE(is_blocked_value(value, {})) << value;
  EXPECT_TRUE(is_blocked_value("caisse@boutique.fr", {.blocked_values = {"Caisse@Boutique.fr"}}));
}

TEST(People, AValueOfTooManyCustomersJoinsNone) {
  std::vector<StoredLink> links;
  for (int i = 0; i < 10; ++i) links.push_back(by_import("c" + std::to_string(i), "shared"));
  EXPECT_EQ(People(links, {}).identities_of("c0").size(), 11u);  // ten customers: still joined
  links.push_back(by_import("c0", "shared"));                    // the same again is no eleventh
  EXPECT_EQ(People(links, {}).identities_of("c0").size(), 11u);
  links.push_back(by_import("c10", "shared"));
  links.push_back(by_import("c10", "own"));
  const People people(links, {});
  EXPECT_EQ(people.identities_of("c0"), (Names{"c0"}));
  EXPECT_EQ(people.identities_of("c10"), (Names{"c10", "own"}));
  EXPECT_EQ(people.states()[0], LinkState::over_limit);
  EXPECT_EQ(people.states().back(), LinkState::joins);
}

TEST(People, ACustomerMayHaveAnyNumberOfValues) {
  std::vector<StoredLink> links;
  for (int i = 0; i < 30; ++i) links.push_back(by_import("account", "cookie" + std::to_string(i)));
  EXPECT_EQ(People(links, {}).identities_of("account").size(), 31u);
}

TEST(People, LinksByHandCountOnBothSides) {
  std::vector<StoredLink> links;
  for (int i = 0; i < 11; ++i) links.push_back(by_hand("hub", "c" + std::to_string(i)));
  EXPECT_EQ(People(links, {}).identities_of("hub"), (Names{"hub"}));
}

TEST(Links, JoinCustomersAcrossSegmentsAndAreUndone) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"web-1", 10, "view"}, {"web-2", 20, "view"}, {"web-3", 5, "view"}});
  import_rows(*store, {{"shop-9", 15, "buy"}});
  EXPECT_EQ(must(store->add_links({{"web-2", "shop-9"}, {"shop-9", "web-1"}, {"web-2", "shop-9"}, {"x", "x"}, {"", "web-3"}}, "file links.csv")), 2u);
  EXPECT_EQ(must(store->add_links({{"shop-9", "web-2"}}, "file links.csv")), 0u);  // a pair has no direction
  EXPECT_EQ(shown(*store), "shop-9 10 view\nshop-9 15 buy\nshop-9 20 view\nweb-3 5 view\n");
  const Scan scan = must(store->scan({}));
  EXPECT_EQ(scan.identities, 4u);
  EXPECT_EQ(scan.joined, 3u);
  EXPECT_EQ(must(store->identities_of("web-1")), (Names{"shop-9", "web-1", "web-2"}));
  EXPECT_EQ(shown(must(store->scan({.customer = "web-2"}))), "shop-9 10 view\nshop-9 15 buy\nshop-9 20 view\n");
  const std::vector<Link> links = must(store->links());
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[0].left, "web-2");
  EXPECT_EQ(links[0].origin, "file links.csv");
  const std::string version = must(store->version());
  must(store->unlink(links[0].id));
  EXPECT_NE(must(store->version()), version);
  EXPECT_EQ(shown(*store), "shop-9 10 view\nshop-9 15 buy\nweb-2 20 view\nweb-3 5 view\n");
  EXPECT_EQ(complaint(store->unlink(links[0].id)), "there is no link 1");
  EXPECT_EQ(must(store->add_links({{"web-2", "shop-9"}}, "by hand")), 1u);
  EXPECT_EQ(must(store->identities_of("web-1")).size(), 3u);
}

TEST(Links, ComeFromLinkColumns) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store,
              {{"c1", 1, "view", "", "", kNone, kNone, "", "", {"ana@x.fr", ""}},
               {"c2", 2, "view", "", "", kNone, kNone, "", "", {"ana@x.fr", "+33 6"}},
               {"c3", 3, "view", "", "", kNone, kNone, "", "", {"null", "+33 6"}},
               {"c4", 4, "view", "", "", kNone, kNone, "", "", {"null", "c4"}}},
              false, {"email", "the \"phone\""});
  EXPECT_EQ(shown(*store), "+33 6 1 view\n+33 6 2 view\n+33 6 3 view\nc4 4 view\n");
  const std::vector<Link> links = must(store->links());
  ASSERT_EQ(links.size(), 6u);
  for (const Link& link : links) {
    EXPECT_EQ(link.origin, "import 1");
    EXPECT_EQ(link.blocked, link.right == "null" ? "value" : "");
  }
  EXPECT_EQ(must(store->scan({})).joined, 3u);
}

TEST(Links, OfAnEmailAloneJoinNobodyElse) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"c1", 1, "view", "", "", kNone, kNone, "", "", {"ana@x.fr"}}, {"c2", 2, "view", "", "", kNone, kNone, "", "", {"bob@x.fr"}}},
              false, {"email"});
  const Scan scan = must(store->scan({}));
  EXPECT_EQ(scan.identities, 2u);
  EXPECT_EQ(scan.joined, 0u);
}

TEST(Links, AnUndoneLinkDoesNotComeBackWithTheNextExport) {
  Workspace workspace;
  const auto store = workspace.open();
  std::vector<Row> rows = {{"c1", 1, "view", "", "", kNone, kNone, "", "", {"m"}}, {"c2", 2, "view", "", "", kNone, kNone, "", "", {"m"}}};
  import_rows(*store, rows, false, {"email"});
  EXPECT_EQ(must(store->identities_of("c1")).size(), 3u);
  must(store->unlink(2));
  rows.push_back({"c1", 9, "buy", "", "", kNone, kNone, "", "", {"m"}});
  import_rows(*store, rows, false, {"email"});
  EXPECT_EQ(must(store->identities_of("c2")), (Names{"c2"}));
}

TEST(Links, AnUndoneLinkDoesNotComeBackWithItsOwnImport) {
  Workspace workspace;
  const auto store = workspace.open();
  const std::vector<Row> rows = {{"c1", 1, "view", "", "", kNone, kNone, "", "", {"m"}}, {"c2", 2, "view", "", "", kNone, kNone, "", "", {"m"}}};
  import_rows(*store, rows, false, {"email"});
  must(store->unlink(2));
  must(store->remove_import(1));
  import_rows(*store, rows, false, {"email"});
  EXPECT_EQ(must(store->identities_of("c1")), (Names{"c1", "m"}));
  EXPECT_EQ(must(store->identities_of("c2")), (Names{"c2"}));
  EXPECT_EQ(must(store->add_links({{"c2", "m"}}, "by hand")), 1u);
  EXPECT_EQ(must(store->identities_of("c2")).size(), 3u);
}

TEST(Links, OfAFileReadAgainWithALinkColumnAddNoEvents) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"c1", 1, "view"}, {"c2", 2, "view"}});
  const ImportSummary again = import_rows(
      *store, {{"c1", 1, "view", "", "", kNone, kNone, "", "", {"m"}}, {"c2", 2, "view", "", "", kNone, kNone, "", "", {"m"}}}, false, {"email"});
  EXPECT_EQ(again.imported, 0u);
  EXPECT_EQ(again.id, 2);  // it brought links, so it can be removed
  EXPECT_EQ(shown(*store), "c1 1 view\nc1 2 view\n");
  must(store->remove_import(2));
  EXPECT_EQ(shown(*store), "c1 1 view\nc2 2 view\n");
}

TEST(Links, GivenByHandOutliveTheImportThatGaveThemToo) {
  Workspace workspace;
  const auto store = workspace.open();
  import_rows(*store, {{"c1", 1, "view", "", "", kNone, kNone, "", "", {"m"}}}, false, {"email"});
  EXPECT_EQ(must(store->add_links({{"m", "c1"}}, "by hand")), 0u);
  must(store->remove_import(1));
  EXPECT_EQ(must(store->identities_of("c1")), (Names{"c1", "m"}));
}

TEST(Links, TheLimitIsASetting) {
  Workspace workspace;
  {
    const auto store = workspace.open();
    import_rows(*store,
                {{"c1", 1, "v", "", "", kNone, kNone, "", "", {"m"}},
                 {"c2", 1, "v", "", "", kNone, kNone, "", "", {"m"}},
                 {"c3", 1, "v", "", "", kNone, kNone, "", "", {"m"}}},
                false, {"email"});
    EXPECT_EQ(must(store->scan({})).joined, 3u);
  }
  const std::string version = must(workspace.open()->version());
  workspace.settings.join_limit = 2;
  const auto store = workspace.open();
  EXPECT_EQ(must(store->scan({})).joined, 0u);
  EXPECT_EQ(must(store->links())[0].blocked, "limit");
  EXPECT_NE(must(store->version()), version);
}

TEST(Links, AnImportThatUnjoinsOthersSaysSo) {
  Workspace workspace;
  workspace.settings.join_limit = 2;
  const auto store = workspace.open();
  const auto named = [](const char* customer) { return Row{customer, 1, "v", "", "", kNone, kNone, "", "", {"shared"}}; };
  const ImportSummary two = import_rows(*store, {named("c1"), named("c2")}, false, {"email"});
  EXPECT_EQ(two.links_undone, 0u);
  EXPECT_EQ(must(store->scan({})).joined, 2u);
  const ImportSummary third = import_rows(*store, {named("c3")}, false, {"email"});
  EXPECT_EQ(third.values_over_limit, 1u);
  EXPECT_EQ(third.links_undone, 2u);
  EXPECT_EQ(must(store->scan({})).joined, 0u);
  EXPECT_EQ(import_rows(*store, {named("c4")}, false, {"email"}).links_undone, 0u) << "they are apart already";
}

}  // namespace
}  // namespace parcours
