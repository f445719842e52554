#include <gtest/gtest.h>

#include "map/map_file.h"
#include "sample_files.h"

namespace parcours {
namespace {

class RingMap : public testing::Test {
 protected:
  const MapFile file = parse_map("maps/ring.yaml", sample("ring.yaml"));
  const JourneyMap& map = file.value;
};

TEST_F(RingMap, HasNothingToComplainOf) { EXPECT_TRUE(file.diagnostics.empty()) << render(file.diagnostics.front(), file.source.text(), Lang::en); }

TEST_F(RingMap, Head) {
  EXPECT_EQ(map.id, "ring");
  EXPECT_EQ(map.title.plain, "La bague de la Saint-Valentin");
  EXPECT_EQ(map.offer, (LocalText{"", "Bagues de fiançailles", "Engagement rings"}));
  EXPECT_EQ(map.language, Lang::fr);
  EXPECT_EQ(map.personas, (std::vector<std::string>{"thomas", "ana"}));
  EXPECT_EQ(map.goal, "pay");
  EXPECT_EQ(map.window, 30 * kDay);
  EXPECT_EQ(map.inactivity, 60 * kDay);
  EXPECT_EQ(map.target_date, (Date{2027, 2, 14}));
  EXPECT_EQ(map.channels_are, ChannelsAre::cross);
  ASSERT_EQ(map.stages.size(), 3u);
}

TEST_F(RingMap, Stages) {
  const Stage& first = map.stages[0];
  EXPECT_EQ(first.objective, "inspire");
  EXPECT_EQ(first.importance, 2);
  EXPECT_EQ(first.when.start, (Date{2027, 1, 2}));
  EXPECT_EQ(first.when.end, (Date{2027, 1, 10}));
  EXPECT_EQ(first.when.lasts, 48 * kHour);
  ASSERT_EQ(first.contents.size(), 1u);
  EXPECT_EQ(first.contents[0].text.plain, "L'atelier en images");
  EXPECT_EQ(first.contents[0].via, std::vector<std::string>{"instagram_post"});
  ASSERT_EQ(first.buyer.size(), 2u);
  EXPECT_EQ(first.buyer[0].touchpoint, "");
  EXPECT_EQ(first.buyer[1].touchpoint, "instagram_post");
  ASSERT_EQ(first.emotions.size(), 2u);
  EXPECT_EQ(first.emotions[1].persona, "ana");
  EXPECT_EQ(first.emotions[1].value, 0.5);
  EXPECT_EQ(first.emotions[1].evidence.n, 12);
  EXPECT_EQ(map.stages[1].when.after, "awareness");
  EXPECT_EQ(map.stages[1].when.days_min, 3);
  EXPECT_EQ(map.stages[1].when.days_max, 5);
  EXPECT_EQ(map.stages[2].when.before_target, 45 * kDay);
  EXPECT_EQ(map.stages[2].leads_to, "awareness");
  EXPECT_TRUE(map.stages[2].repeatable);
  EXPECT_TRUE(map.stages[2].touchpoints.empty());
}

TEST(ParseMapTest, SourceTeamAndSystemStandInTwoLanguages) {
  const MapFile file =
      parse_map("maps/a.yaml",
                "parcours: 1\ntitle: A\nstages:\n  - id: s\n    name: S\n    phase: during\n    touchpoints:\n"
                "      - id: t\n        name: T\n        emotion: {value: 1, source: {fr: Enquête, en: Survey}}\n"
                "        backstage: {team: {fr: Numérique, en: Digital}, system: {fr: Moteur de réservation, en: Booking engine}}\n");
  ASSERT_TRUE(file.diagnostics.empty());
  const Touchpoint& t = *file.value.touchpoint("t");
  EXPECT_TRUE(t.emotions.at(0).evidence.reported());
  EXPECT_EQ(t.emotions.at(0).evidence.source.in(Lang::fr), "Enquête");
  EXPECT_EQ(t.backstage.team.in(Lang::fr), "Numérique");
  EXPECT_EQ(t.backstage.system.in(Lang::en), "Booking engine");
  EXPECT_EQ(team_key(t.backstage.team), "Digital");
}

TEST_F(RingMap, Touchpoint) {
  const Touchpoint& post = *map.touchpoint("instagram_post");
  EXPECT_EQ(post.channel, "instagram");
  EXPECT_EQ(post.starts, Initiator::company);
  EXPECT_EQ(post.served_by, ServedBy::self);
  EXPECT_EQ(post.asks.size(), 2u);
  EXPECT_EQ(post.says.at(0).plain, "Superbe, mais à quel prix ?");
  ASSERT_EQ(post.emotions.size(), 1u);
  EXPECT_TRUE(post.emotions[0].evidence.reported());
  EXPECT_EQ(post.moment_of_truth->promise.plain, "La marque me comprend");
  ASSERT_EQ(post.frictions.size(), 1u);
  ASSERT_EQ(post.frictions[0].expect.size(), 2u);
  EXPECT_EQ(post.frictions[0].expect[0].value, 0.30);
  EXPECT_EQ(post.frictions[0].expect[1].value, 120);  // seconds
  ASSERT_EQ(post.figures.size(), 1u);
  EXPECT_EQ(post.figures[0].value, 720);
  EXPECT_EQ(post.figures[0].evidence.n, 40);
  EXPECT_EQ(post.backstage.system.plain, "Meta Ads");
  EXPECT_EQ(post.images, std::vector<std::string>{"images/post.jpg"});
  EXPECT_EQ(post.importance, 4);
  EXPECT_EQ(post.priority, 3);
  const Touchpoint& friend_ = *map.touchpoint("friend");
  EXPECT_TRUE(friend_.out_of_sight);
  EXPECT_TRUE(friend_.optional);
  EXPECT_EQ(friend_.why.plain, "hors de notre vue");
  const Touchpoint& pay = *map.touchpoint("pay");
  EXPECT_EQ(pay.name.plain, "Paiement en ligne");
  EXPECT_EQ(pay.alternative, "paying");
  ASSERT_EQ(pay.says.size(), 2u);
  EXPECT_EQ(pay.says[0].plain, "Trop long !\nVraiment.\n");
}

TEST_F(RingMap, Rules) {
  using Kind = FieldTest::Kind;
  const Condition& ad = map.touchpoint("instagram_post")->match.any.at(0);
  EXPECT_EQ(*ad.event, (FieldTest{Kind::any_of, {"ad_view"}, {}, {}}));
  const std::vector<FieldCondition> where = {{"campaign", {Kind::like, {"valentin*"}, {}, {}}},
                                             {"value", {Kind::between, {}, 1.0, 10.5}},
                                             {"source", {Kind::any_of, {"meta", "google"}, {}, {}}},
                                             {"channel", {Kind::none_of, {"email"}, {}, {}}},
                                             {"vip", {Kind::exists, {}, {}, {}}}};
  EXPECT_EQ(ad.where, where);
  const Rule& cart = map.touchpoint("cart")->match;
  ASSERT_EQ(cart.any.size(), 2u);
  EXPECT_EQ(cart.any[1].event->values, (std::vector<std::string>{"cart_open", "cart_view"}));
  EXPECT_EQ(cart.any[1].where.at(0).test.max, 100);
  EXPECT_EQ(map.touchpoint("pay")->match.any.at(0).event->kind, Kind::not_like);
  EXPECT_FALSE(map.touchpoint("pay_shop")->match.any.at(0).event.has_value());
}

TEST_F(RingMap, ActionsViewsAndExceptions) {
  ASSERT_EQ(map.actions.size(), 1u);
  EXPECT_EQ(map.actions[0].for_friction, "no_price");
  EXPECT_EQ(map.actions[0].status, ActionStatus::doing);
  EXPECT_EQ(map.actions[0].done, (Date{2026, 12, 20}));
  ASSERT_EQ(map.views.size(), 1u);
  EXPECT_EQ(map.views[0].team.plain, "sales");
  EXPECT_EQ(map.views[0].emotion, -1);
  ASSERT_EQ(map.ignores.size(), 1u);
  EXPECT_EQ(map.ignores[0].at, "friend");
  EXPECT_EQ(map.stage_of("pay")->id, "purchase");
  EXPECT_EQ(map.friction("no_price")->text.plain, "Le prix n'apparaît pas");
}

std::string bytes_at(const SourceText& source, std::string_view path) {
  const Place place = source.place(path);
  return source.text().substr(place.begin, place.end - place.begin);
}

TEST_F(RingMap, PlacesAreExact) {
  const SourceText& source = file.source;
  EXPECT_EQ(bytes_at(source, "stages/awareness/touchpoints/instagram_post/emotion/value"), "1");
  EXPECT_EQ(bytes_at(source, "stages/awareness/touchpoints/instagram_post/says"), "\"Superbe, mais à quel prix ?\"");
  EXPECT_EQ(bytes_at(source, "stages/purchase/touchpoints/pay/name"), ">-\n          Paiement\n          en ligne");
  EXPECT_EQ(bytes_at(source, "stages/purchase/touchpoints/pay/says/0"), "|\n            Trop long !\n            Vraiment.");
  EXPECT_EQ(bytes_at(source, "stages/awareness/contents/0/via"), "[instagram_post]");
  EXPECT_EQ(bytes_at(source, "stages/0/touchpoints/1/id"), "friend");
  EXPECT_EQ(bytes_at(source, "stages/purchase/touchpoints/cart/match/1/where/value"), "{max: 100}");
  EXPECT_EQ(source.place("title").line, 3u);
  EXPECT_EQ(source.place("title").column, 8u);
  const Place key = source.place_of_key("stages/awareness/when");
  EXPECT_EQ(source.text().substr(key.begin, key.end - key.begin), "when");
  const Place id = source.place_of_key("stages/awareness/touchpoints/instagram_post");
  EXPECT_EQ(source.text().substr(id.begin, id.end - id.begin), "instagram_post");
  EXPECT_FALSE(source.has("stages/awareness/touchpoints/nobody"));
  EXPECT_EQ(source.place("stages/awareness/nothing"), source.place("stages/awareness"));
  EXPECT_EQ(source.place("nothing").line, 0u);
}

TEST(RuleTextTest, ReadsARuleOnItsOwn) {
  const RuleText rule = parse_rule_text("--where", "[{event: pay}, {where: {score: {not: {like: 'x*'}}}}]");
  ASSERT_TRUE(rule.diagnostics.empty());
  EXPECT_EQ(rule.value.any.size(), 2u);
  EXPECT_EQ(rule.value.any[1].where[0].test.kind, FieldTest::Kind::not_like);
  EXPECT_TRUE(parse_rule_text("--where", "{event: , where: {}}").value.empty());
}

TEST(PersonaFileTest, ReadsEveryField) {
  const PersonaFile file = parse_persona(
      "personas/thomas.yaml",
      "name: {fr: Thomas, en: Tom}\nportrait: images/t.jpg\nquote: Bientôt\narea: Lyon\nmarket: B2C\nage: 32\nsocial_group: CSP+\n"
      "situation: En couple\nincome: 3 000 €\noccupation: Ingénieur\nhabits: [Instagram, Course]\ngoals: Dire oui\nfrustrations: [Prix]\n"
      "channels: [instagram, shop]\nsegment: {country: FR, age: {min: 25}}\n");
  ASSERT_TRUE(file.diagnostics.empty()) << render(file.diagnostics.front(), file.source.text(), Lang::en);
  EXPECT_EQ(file.value.id, "thomas");
  EXPECT_EQ(file.value.name.en, "Tom");
  EXPECT_EQ(file.value.age.plain, "32");
  EXPECT_EQ(file.value.goals.size(), 1u);
  EXPECT_EQ(file.value.channels.size(), 2u);
  ASSERT_EQ(file.value.segment.size(), 2u);
  EXPECT_EQ(file.value.segment[1].test.min, 25);
}

TEST(SettingsFileTest, ReadsEveryField) {
  const SettingsFile file =
      parse_settings("parcours.yaml",
                     "parcours: 1\nname: Maison Ana\nlanguage: fr\ntimezone: Europe/Paris\ncurrency: EUR\ninactivity: 45d\njoin_limit: "
                     "5\nblocked_values: [nobody, 1]\n"
                     "channels: [{id: atelier, name: Atelier, icon: hammer, online: false, media: owned}, {id: email, media: paid}]\n"
                     "brand: {name: Ana, colour: \"#a1B2c3\", accent: \"#000000\", font: Inter, logo: logo.svg}\nengine: native\n");
  ASSERT_TRUE(file.diagnostics.empty()) << render(file.diagnostics.front(), file.source.text(), Lang::en);
  EXPECT_EQ(file.value.zone, "Europe/Paris");
  EXPECT_EQ(file.value.inactivity, 45 * kDay);
  EXPECT_EQ(file.value.join_limit, 5);
  EXPECT_EQ(file.value.blocked_values.size(), 2u);
  EXPECT_EQ(file.value.brand.logo, "logo.svg");
  EXPECT_EQ(channel_info(file.value, "atelier").online, false);
  EXPECT_EQ(channel_info(file.value, "email").media, "paid");
  EXPECT_EQ(channel_info(file.value, "email").name.fr, "E-mail");
  EXPECT_EQ(channel_info(file.value, "email").online, true);
}

TEST(ChannelTest, EveryUsualChannelHasItsNames) {
  for (const auto& id : usual_channels()) {
    EXPECT_TRUE(has_text("channel." + id)) << id;
    EXPECT_FALSE(channel_info({}, id).icon.empty());
  }
  const auto ids = usual_channels();
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(channel_info({}, "pigeon").name.plain, "pigeon");
  EXPECT_FALSE(is_known_channel({}, "pigeon"));
  EXPECT_TRUE(is_known_channel({}, "word_of_mouth"));
  EXPECT_EQ(channel_info({}, "google").name.plain, "Google");
}

constexpr std::string_view kOfPersonas = R"(parcours: 1
title: A map
personas: [karen, diego]
stages:
  - id: s
    name: S
    phase: before
    touchpoints:
      - id: a
        name: A
        does: {text: Books at once, by: diego}
        wants: {fr: Du calme, en: Peace}
        says:
          - For everyone
          - {text: {fr: Je prends, en: I take}, by: diego}
          - {by: karen, text: Which one?}
        friction: [{id: f, text: Too many, by: karen}]
)";

TEST(ParseMap, WordsAndFrictionsMayBeAPersonas) {
  const MapFile file = parse_map("maps/a.yaml", std::string(kOfPersonas));
  EXPECT_TRUE(file.diagnostics.empty());
  const Touchpoint& a = file.value.stages.at(0).touchpoints.at(0);
  ASSERT_EQ(a.does.size(), 1u);
  EXPECT_EQ(a.does[0].plain, "Books at once");
  EXPECT_EQ(a.does[0].by, "diego");
  EXPECT_EQ(a.wants.at(0).en, "Peace");
  EXPECT_EQ(a.wants.at(0).by, "");
  ASSERT_EQ(a.says.size(), 3u);
  EXPECT_EQ(a.says[0].by, "");
  EXPECT_EQ(a.says[1].fr, "Je prends");
  EXPECT_EQ(a.says[1].by, "diego");
  EXPECT_EQ(a.says[2].by, "karen");
  EXPECT_EQ(a.frictions.at(0).by, "karen");
}

TEST(ParseMap, AnUnknownPersonaOfWordsIsToldWithTheOneThatWasMeant) {
  std::string text(kOfPersonas);
  text.replace(text.find("by: karen, text"), 9, "by: karin");
  const MapFile file = parse_map("maps/a.yaml", text);
  ASSERT_EQ(file.diagnostics.size(), 1u);
  EXPECT_EQ(file.diagnostics[0].code, "unknown-reference");
  EXPECT_EQ(file.diagnostics[0].place.line, 16u);
  ASSERT_TRUE(file.diagnostics[0].hint);
  EXPECT_NE(render(*file.diagnostics[0].hint, Lang::en).find("karen"), std::string::npos);
}

}  // namespace
}  // namespace parcours
