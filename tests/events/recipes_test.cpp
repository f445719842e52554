// Each recipe on a sample with the real names of the export's columns, counted by hand; and the writing of recipes.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "events/read_events.h"
#include "events/recipe.h"
#include "events/xlsx_file.h"
#include "sql/database.h"

namespace parcours::testing {
namespace {

std::string sample(const std::string& name) { return std::string(PARCOURS_SOURCE_DIR) + "/tests/data/recipes/" + name; }

struct Counted {
  std::map<std::string, int> events;
  std::set<std::string> customers;
  double value = 0;
};

Counted count(const ReadFile& file) {
  Counted out;
  for (const Event& event : file.events) {
    ++out.events[event.event];
    out.customers.insert(event.customer);
    if (!std::isnan(event.value)) out.value += event.value;
  }
  return out;
}

const Event& first(const ReadFile& file, const std::string& event) {
  for (const Event& e : file.events)
    if (e.event == event) return e;
  static const Event kNone;
  ADD_FAILURE() << "no event " << event;
  return kNone;
}

using Events = std::map<std::string, int>;
using People = std::set<std::string>;
const People kThree = {"ana@example.com", "bob@example.com", "chloe@example.com"};

ReadFile read_sample(const std::string& file, const std::string& recipe) {
  const ReadFile read = read_disk(sample(file), in_paris());
  EXPECT_FALSE(read.failure) << why(read);
  EXPECT_TRUE(read.plan.recipe && read.plan.recipe->id == recipe) << file << " is not recognised";
  EXPECT_TRUE(read.remarks("recipe-recognised"));
  return read;
}

TEST(Recipes, Shopify) {
  const ReadFile file = read_sample("shopify.csv", "shopify");
  const Counted counted = count(file);
  EXPECT_EQ(counted.events, (Events{{"order_placed", 3}, {"order_paid", 2}, {"order_shipped", 1}, {"order_cancelled", 1}, {"order_refunded", 1}}));
  EXPECT_EQ(counted.customers, kThree);
  EXPECT_NEAR(counted.value, 125.90 + 64.90 + 39 + 125.90 + 64.90 + 64.90, 1e-9);  // placed, paid, refunded
  const Event& placed = first(file, "order_placed");
  EXPECT_EQ(placed.time, utc(2026, 10, 5, 8, 1));
  EXPECT_EQ(placed.id, "#1001-placed");
  EXPECT_EQ(placed.properties,
            "{\"currency\":\"EUR\",\"items\":3,\"order\":\"#1001\",\"products\":\"Bague Lune, "
            "Écrin\",\"shipping_method\":\"Colissimo\",\"shop_channel\":\"web\"}");
  EXPECT_EQ(first(file, "order_refunded").time, utc(2026, 10, 8, 6));
  ASSERT_EQ(file.rejects.size(), 1u);  // #1004 names nobody
  EXPECT_EQ(file.rejects[0].line, 6u);
  EXPECT_EQ(render(file.rejects[0].reason, Lang::en), "empty customer");
}

TEST(Recipes, WooCommerce) {
  const ReadFile file = read_sample("woocommerce.csv", "woocommerce");
  const Counted counted = count(file);
  EXPECT_EQ(counted.events, (Events{{"order_placed", 3}, {"order_paid", 2}, {"order_completed", 1}, {"order_refunded", 1}, {"order_cancelled", 1}}));
  EXPECT_EQ(counted.customers, kThree);
  EXPECT_NEAR(counted.value, 84.5 + 42 + 18 + 84.5 + 42 + 12, 1e-9);
  EXPECT_NE(first(file, "order_placed").properties.find("\"items\":6,\"order\":701"), std::string::npos);
  EXPECT_NE(first(file, "order_placed").properties.find("\"products\":\"Théière, Thé noir\""), std::string::npos);
}

TEST(Recipes, PrestaShop) {
  const ReadFile list = read_sample("prestashop.csv", "prestashop");
  EXPECT_EQ(count(list).events, (Events{{"order_placed", 3}, {"order_refunded", 1}, {"order_cancelled", 1}}));
  EXPECT_EQ(count(list).customers, (People{"A. DUVAL", "B. MARTIN"}));
  EXPECT_NEAR(count(list).value, 1259.90 + 45 + 80 + 80, 1e-9);
  const ReadFile query = read_sample("prestashop_sql.csv", "prestashop");
  EXPECT_EQ(count(query).events, (Events{{"order_placed", 2}, {"order_shipped", 1}, {"order_delivered", 1}, {"order_cancelled", 1}}));
  EXPECT_EQ(count(query).customers, (People{"ana@example.com"}));
  EXPECT_EQ(first(query, "order_shipped").channel, "delivery");
}

TEST(Recipes, Stripe) {
  const ReadFile file = read_sample("stripe.csv", "stripe");
  EXPECT_EQ(count(file).events, (Events{{"payment_succeeded", 2}, {"payment_failed", 1}, {"payment_refunded", 1}}));
  EXPECT_EQ(count(file).customers, (People{"ana@example.com", "bob@example.com"}));
  EXPECT_NEAR(count(file).value, 125.90 + 64.90 + 64.90, 1e-9);
  EXPECT_EQ(file.skipped, 1u);                                                   // not captured yet
  EXPECT_EQ(first(file, "payment_succeeded").time, utc(2026, 10, 5, 8, 2, 11));  // UTC, whatever the workspace's zone
  EXPECT_EQ(first(file, "payment_refunded").time, utc(2026, 10, 8, 6));
}

TEST(Recipes, Brevo) {
  const ReadFile file = read_sample("brevo.csv", "brevo");
  EXPECT_EQ(
      count(file).events,
      (Events{
          {"email_sent", 2}, {"email_delivered", 1}, {"email_opened", 1}, {"email_loaded_by_proxy", 1}, {"email_clicked", 1}, {"email_bounced", 1}}));
  EXPECT_EQ(count(file).customers, (People{"ana@example.com", "bob@example.com", "zoe@example.com"}));
  EXPECT_EQ(file.skipped, 1u);  // deferred
  EXPECT_EQ(first(file, "email_opened").time, utc(2026, 10, 1, 17, 12, 40));
  EXPECT_EQ(first(file, "email_opened").channel, "email");
}

TEST(Recipes, Mailchimp) {
  const ReadFile audience = read_sample("mailchimp.csv", "mailchimp");
  EXPECT_EQ(count(audience).events, (Events{{"newsletter_signup", 2}, {"newsletter_confirmed", 2}, {"newsletter_unsubscribed", 1}}));
  ImportOptions options = in_paris();
  options.recipe = std::move(find_recipe("mailchimp")).value();
  const ReadFile clicks = read_disk(sample("mailchimp_clicks.csv"), options);
  ASSERT_FALSE(clicks.failure) << why(clicks);
  EXPECT_EQ(count(clicks).events, (Events{{"email_clicked", 2}}));
  EXPECT_EQ(first(clicks, "email_clicked").time, utc(2026, 5, 4, 8, 0, 10));
}

TEST(Recipes, Matomo) {
  const ReadFile file = read_sample("matomo.csv", "matomo");
  EXPECT_EQ(count(file).events, (Events{{"page_viewed", 2}, {"add_to_cart", 1}, {"order_placed", 1}, {"goal Contact", 1}}));
  EXPECT_EQ(count(file).customers, (People{"f1a2b3", "c9d8e7"}));
  EXPECT_NEAR(count(file).value, 125.9, 1e-9);
  EXPECT_EQ(file.at(0).links, (std::vector<std::string>{"ana@example.com"}));
  EXPECT_EQ(file.at(0).source, "newsletter-octobre");
  EXPECT_EQ(file.at(0).time, TimeMs{1790874800} * 1000);
  EXPECT_EQ(first(file, "order_placed").line, 2u);  // the visit's row
}

void expect_ga4(const ReadFile& file) {
  EXPECT_EQ(count(file).events, (Events{{"page_view", 1}, {"add_to_cart", 1}, {"purchase", 1}, {"screen_view", 1}}));
  EXPECT_EQ(count(file).customers, (People{"111.222", "aabbcc"}));
  EXPECT_NEAR(count(file).value, 125.9, 1e-9);
  EXPECT_EQ(first(file, "page_view").time, TimeMs{1790874800} * 1000 + 123);
  EXPECT_EQ(first(file, "page_view").links, (std::vector<std::string>{"ana@example.com"}));
  EXPECT_EQ(first(file, "page_view").source, "google");
  EXPECT_NE(first(file, "page_view").properties.find("\"page\":\"https://example.com/bagues\",\"session\":1790874790"), std::string::npos);
  EXPECT_EQ(first(file, "screen_view").channel, "app");
}

TEST(Recipes, GoogleAnalyticsFromNdjsonAndParquet) {
  expect_ga4(read_sample("ga4.ndjson", "ga4"));
  const TestFolder folder("parcours_ga4_");
  Database database = std::move(Database::open({})).value();
  ASSERT_TRUE(database.write_parquet("SELECT * FROM read_json_auto(" + sql_text(sample("ga4.ndjson")) + ")", folder.file("ga4.parquet")).ok());
  const ReadFile parquet = read_disk(folder.file("ga4.parquet"), in_paris());
  ASSERT_FALSE(parquet.failure) << why(parquet);
  expect_ga4(parquet);
}

TEST(Recipes, Zendesk) {
  const ReadFile file = read_sample("zendesk.csv", "zendesk");
  EXPECT_EQ(count(file).events, (Events{{"ticket_opened", 3}, {"ticket_solved", 2}, {"ticket_rated_good", 1}, {"ticket_rated_bad", 1}}));
  EXPECT_EQ(count(file).customers, kThree);
  EXPECT_EQ(file.at(0).channel, "email");
  EXPECT_EQ(first(file, "ticket_rated_bad").channel, "phone");
  EXPECT_TRUE(std::isnan(first(file, "ticket_rated_bad").score));  // good and bad are no numbers
}

TEST(Recipes, Typeform) {
  const ReadFile file = read_sample("typeform.csv", "typeform");
  EXPECT_EQ(count(file).events, (Events{{"survey_started", 3}, {"survey_answered", 2}}));
  EXPECT_EQ(count(file).customers, (People{"ana@example.com", "bob@example.com", "tok3"}));
  const Event& answered = first(file, "survey_answered");
  EXPECT_EQ(answered.score, 9);
  EXPECT_EQ(answered.scale, ScoreScale::zero_to_ten);
  EXPECT_NE(answered.properties.find("\"comment\":\"Livraison rapide\""), std::string::npos);
}

TEST(Recipes, HubSpot) {
  const ReadFile file = read_sample("hubspot.csv", "hubspot");
  EXPECT_EQ(count(file).events,
            (Events{{"contact_created", 3}, {"became_subscriber", 1}, {"became_lead", 2}, {"became_opportunity", 1}, {"became_customer", 1}}));
  EXPECT_EQ(count(file).customers, (People{"camille@example.com", "john@example.com", "103"}));
  EXPECT_EQ(first(file, "became_customer").value, 4800);
  EXPECT_EQ(first(file, "became_customer").source, "Organic Search");
}

TEST(Recipes, NoRecipeIsFollowedWhereAColumnIsNamedOrNoneIsWanted) {
  ImportOptions options = in_paris();
  options.customer = "Email", options.time = "Created at", options.event_name = "order";
  EXPECT_EQ(read_disk(sample("shopify.csv"), options).plan.recipe, nullptr);
  ImportOptions none = in_paris();
  none.recognise = false;
  EXPECT_EQ(read_disk(sample("zendesk.csv"), none).plan.recipe, nullptr);
}

TEST(Recipes, EveryShippedOneIsNamedInBothLanguagesAndKeepsItsColumnsApart) {
  EXPECT_EQ(all_recipes().size(), 11u);
  for (const auto& recipe : all_recipes()) {
    EXPECT_FALSE(recipe->name.fr.empty() || recipe->name.en.empty()) << recipe->id;
    std::set<std::string> roles;
    for (const ColumnRole role : {ColumnRole::customer, ColumnRole::time, ColumnRole::event, ColumnRole::channel, ColumnRole::source,
                                  ColumnRole::value, ColumnRole::score, ColumnRole::id})
      if (const std::string name = column_for(*recipe, role); !name.empty()) { EXPECT_TRUE(roles.insert(name).second) << recipe->id << ": " << name; }
    for (std::size_t link = 0; link < recipe->links.size(); ++link) EXPECT_TRUE(roles.insert(column_for_link(*recipe, link)).second) << recipe->id;
    for (const RecipeProperty& property : recipe->properties) EXPECT_FALSE(roles.contains(property.name)) << recipe->id << ": " << property.name;
    for (const RecipeEvent& event : recipe->events)
      for (const RecipeProperty& property : event.properties) EXPECT_FALSE(roles.contains(property.name)) << recipe->id << ": " << property.name;
  }
}

TEST(Recipes, MistakesAreToldWithTheirLine) {
  const auto told = [](const std::string& text) {
    const auto recipe = parse_recipe(text, "mine.recipe", "mine");
    return recipe.ok() ? "" : render(recipe.failure().what, "", Lang::en);
  };
  const std::string head = "recipe = 1\ncustomer = [a]\ntime = [b]\n";
  EXPECT_EQ(told(head + "[x]\n"), "");
  EXPECT_EQ(told("recipe = 2\n").substr(0, 80),
            std::string("mine.recipe:1: error[recipe-version]: version 2 of recipes is not known\n      = docs/formats").substr(0, 80));
  EXPECT_NE(told(head + "colour = red\n[x]\n").find("mine.recipe:4: error[recipe-key]: a recipe has no key `colour` here"), std::string::npos);
  EXPECT_NE(told(head + "[x]\nif = [a] perhaps\n").find("mine.recipe:5: error[recipe-line]"), std::string::npos);
  EXPECT_NE(told(head + "[x]\nvalue = [a\n").find("mine.recipe:5: error[recipe-line]"), std::string::npos);
  EXPECT_NE(told(head).find("recipe-incomplete"), std::string::npos);
  const auto slip = find_recipe("shopfy");
  ASSERT_FALSE(slip.ok());
  EXPECT_NE(render(slip.failure().what, "", Lang::en).find("did you mean `shopify`?"), std::string::npos);
}

}  // namespace
}  // namespace parcours::testing
