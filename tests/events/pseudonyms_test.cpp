// Pseudonyms: the same for the same person, nothing left that names him; and identities as they are kept.
#include "events/pseudonyms.h"

#include <gtest/gtest.h>

#include "events/identity.h"
#include "events/read_events.h"
#include "events/saved_choices.h"

namespace parcours::testing {
namespace {

TEST(Identity, OnlyAddressesLoseTheirCapitals) {
  EXPECT_EQ(identity_text("  Ana@Example.COM "), "ana@example.com");
  EXPECT_EQ(identity_text("Client-A7"), "Client-A7");
  EXPECT_EQ(identity_text("@Ana"), "@Ana");
  EXPECT_EQ(identity_text("A@B"), "A@B");
  EXPECT_EQ(identity_text("Ana <Ana@Example.com>"), "Ana <Ana@Example.com>");
}

TEST(Pseudonyms, JoinAndNameNobody) {
  const std::string text =
      "client;login;date;event;Prénom;event name;contact;montant\nC1;Ana@Example.com;2026-01-01;x;Ana;promo;bob@example.com;3\nC2; ana@example.com "
      ";2026-01-02;y;Ana;;;\n";
  MemoryInputs inputs(std::map<std::string, std::string>{{"a.csv", text}});
  ImportOptions options;
  options.customer = "client", options.event = "event", options.links = {"login"};
  const auto plan = guess_plan(inputs, "a.csv", options);
  ASSERT_TRUE(plan.ok());
  const auto source = pseudonymised(std::move(open_source(inputs, "a.csv", *plan)).value(), "key");
  auto batch = source->next();
  ASSERT_TRUE(batch.ok() && batch->has_value());
  std::vector<Event> events;
  add_batch(**batch, events);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].customer, pseudonym("C1", "key"));
  EXPECT_NE(events[0].customer, pseudonym("C1", "other key"));
  EXPECT_EQ(events[0].links, events[1].links);
  EXPECT_EQ(events[0].links[0], pseudonym("ANA@example.com", "key"));
  EXPECT_EQ(events[0].properties, "{\"contact\":\"" + pseudonym("bob@example.com", "key") + "\",\"event name\":\"promo\"}");
  EXPECT_EQ(events[0].value, 3);
}

TEST(SavedChoices, ComeBackAsTheyWere) {
  ImportOptions options;
  options.customer = "Email", options.score = "", options.links = {"Phone"}, options.event_name = "order";
  options.scale = ScoreScale::zero_to_ten, options.day_order = DayOrder::month_first;
  const ImportOptions back = with_choices({}, choices_json(options));
  EXPECT_EQ(back.customer, "Email");
  EXPECT_EQ(back.score, "");
  EXPECT_FALSE(back.time.has_value());
  EXPECT_EQ(back.links, options.links);
  EXPECT_EQ(back.event_name, "order");
  EXPECT_EQ(back.scale, ScoreScale::zero_to_ten);
  EXPECT_EQ(back.day_order, DayOrder::month_first);
  EXPECT_EQ(signature_of({"b", "a"}), signature_of({"a", "b"}));
  EXPECT_FALSE(names_columns(with_choices({}, "no json")));
}

TEST(SavedChoices, AnOptionOverridesItsOwnColumnOnly) {
  ImportOptions then;
  then.customer = "Identifiant", then.event = "Action", then.score = "", then.links = {"E-mail"};
  ImportOptions now;
  now.score = "Note";
  const ImportOptions both = with_choices(now, choices_json(then));
  EXPECT_EQ(both.customer, "Identifiant");
  EXPECT_EQ(both.event, "Action");
  EXPECT_EQ(both.score, "Note");
  EXPECT_EQ(both.links, then.links);
  now.customer = "e-mail";
  EXPECT_TRUE(with_choices(now, choices_json(then)).links.empty()) << "the column has another role now";
  ImportOptions named;
  named.event_name = "order";
  EXPECT_FALSE(with_choices(named, choices_json(then)).event.has_value());
}

}  // namespace
}  // namespace parcours::testing
