// Views of teams in files of their own: merged with those of the map without loss, and the same quality of complaint.
#include "map/views_file.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

const char* const kRing = R"(parcours: 1
title: Ring
stages:
  - id: decision
    name: Decision
    phase: during
    touchpoints: [{id: pay, name: Pays}, {id: parcel, name: Gets it}]
views:
  Sales: {pay: {emotion: 1}, parcel: {note: Rarely late}}
)";

std::string said(const std::vector<Diagnostic>& diagnostics, const std::vector<ViewsFile>& files, Lang lang = Lang::en) {
  std::string out;
  for (const auto& d : diagnostics)
    for (const auto& file : files)
      if (file.source.file() == d.place.file) out += render(d, file.source.text(), lang);
  return out;
}

std::string listed(const std::vector<TeamView>& views) {
  std::string out;
  for (const auto& view : views)
    out += team_key(view.team) + " " + view.touchpoint + " " + (view.emotion ? std::to_string(static_cast<int>(*view.emotion)) : "-") + " " +
           view.note.plain + "\n";
  return out;
}

TEST(ViewsFileTest, TheSameTeamIsJoinedTouchpointByTouchpoint) {
  const MapFile map = parse_map("maps/ring.yaml", kRing);
  const std::vector<ViewsFile> files = {parse_views("views/ring/sales.yaml", "parcours: 1\nviews:\n  pay: {note: Quick}\n  parcel: {emotion: 2}\n"),
                                        parse_views("views/ring/x.yaml", "team: Hotline\nviews:\n  pay: {emotion: -2}\n")};
  const auto merged = merged_views(map, files);
  EXPECT_EQ(said(merged.diagnostics, files), "");
  EXPECT_EQ(listed(merged.views), "Sales pay 1 Quick\nSales parcel 2 Rarely late\nHotline pay -2 \n");
}

TEST(ViewsFileTest, TwoThingsSaidNameBothPlacesAndTheFirstHolds) {
  const MapFile map = parse_map("maps/ring.yaml", kRing);
  const std::vector<ViewsFile> files = {
      parse_views("views/ring/sales.yaml", "team: SALES\nviews:\n  pay: {emotion: -1}\n  parcel: {note: Always late}\n"),
      parse_views("views/ring/ventes.yaml", "team: sales\nviews: {pay: {emotion: 1}}\n")};
  const auto merged = merged_views(map, files);
  EXPECT_EQ(said(merged.diagnostics, files),
            "views/ring/sales.yaml:3:18: error[views-differ]: Sales sees `pay` at −1 here, at 1 in maps/ring.yaml:9:26\n"
            "    3 |   pay: {emotion: -1}\n"
            "      |                  ^^ keep one of the two; until then the first counts\n"
            "views/ring/sales.yaml:4:18: error[views-differ]: Sales says something else of `parcel` here than in maps/ring.yaml:9:45\n"
            "    4 |   parcel: {note: Always late}\n"
            "      |                  ^^^^^^^^^^^ keep one of the two; until then the first counts\n");
  EXPECT_EQ(listed(merged.views), "Sales pay 1 \nSales parcel - Rarely late\n");
  const Place place = place_of_view(map.source, files, merged.views[0]);
  EXPECT_EQ(place.file, "maps/ring.yaml");
}

// Said together, today: it holds against what somebody wrote into the map for the team, which is told.
TEST(ViewsFileTest, WhatWasSaidInAWorkshopCountsFirst) {
  const MapFile map = parse_map("maps/ring.yaml", kRing);
  const std::vector<ViewsFile> files = {parse_views("views/ring/a.yaml", "team: Hotline\nviews: {pay: {emotion: -2}}\n"),
                                        parse_views("views/ring/workshop-hotline.yaml", "team: Hotline\nviews: {pay: {emotion: 0}}\n"),
                                        parse_views("views/ring/workshop-sales.yaml", "team: Sales\nviews: {pay: {emotion: -1}}\n")};
  const auto merged = merged_views(map, files);
  EXPECT_EQ(listed(merged.views), "Sales pay -1 \nSales parcel - Rarely late\nHotline pay 0 \n");
  ASSERT_EQ(merged.diagnostics.size(), 2u);
  EXPECT_EQ(merged.diagnostics[0].place.file, "maps/ring.yaml");
  EXPECT_EQ(merged.diagnostics[1].place.file, "views/ring/a.yaml");
  EXPECT_EQ(place_of_view(map.source, files, merged.views[0]).file, "views/ring/workshop-sales.yaml");
}

TEST(ViewsFileTest, AnUnknownTouchpointIsToldWithTheNearOne) {
  const MapFile map = parse_map("maps/ring.yaml", kRing);
  const std::vector<ViewsFile> files = {parse_views("views/ring/sav.yaml", "views:\n  parcle: {emotion: -1}\n  pay: {emotion: 0}\n")};
  const auto merged = merged_views(map, files);
  EXPECT_EQ(said(merged.diagnostics, files, Lang::fr),
            "views/ring/sav.yaml:2:3: erreur[unknown-reference]: la carte `ring` n’a pas de point de contact `parcle`\n"
            "    2 |   parcle: {emotion: -1}\n"
            "      |   ^^^^^^ vouliez-vous dire `parcel` ?\n");
  EXPECT_EQ(listed(merged.views), "Sales pay 1 \nSales parcel - Rarely late\nsav pay 0 \n");
  EXPECT_EQ(place_of_view(map.source, files, merged.views[2]).line, 3u);
}

TEST(ViewsFileTest, AnEmptyFormSaysNothingAndListsEveryTouchpoint) {
  MapFile map = parse_map("maps/ring.yaml", kRing);
  map.value.stages[0].touchpoints[0].name.plain = "Pays:\nby card # now";
  for (const Lang lang : {Lang::fr, Lang::en})
    for (const std::string team : {"Sales", "Service après-vente: le soir", "\"x\" # y", "1", "null"}) {
      const ViewsFile form = parse_views("views/ring/x.yaml", views_form(map.value, team, lang));
      EXPECT_EQ(said(form.diagnostics, {form}), "");
      EXPECT_TRUE(form.value.views.empty());
      EXPECT_EQ(form.value.team.plain, team);
      EXPECT_TRUE(form.source.has("views/pay/emotion") && form.source.has("views/parcel/note"));
    }
  map.value.stages.clear();
  EXPECT_EQ(parse_views("a.yaml", views_form(map.value, "Sales", Lang::en)).diagnostics.size(), 0u);
}

TEST(ViewsFileTest, ATeamNamedInTwoLanguagesIsTheOneOfEitherName) {
  const MapFile map = parse_map("maps/ring.yaml", kRing);
  const std::vector<ViewsFile> files = {
      parse_views("views/ring/s.yaml", "parcours: 1\nteam: {fr: Ventes, en: Sales}\nviews:\n  pay: {note: Quick}\n"),
      parse_views("views/ring/h.yaml", "parcours: 1\nteam: {fr: Service client, en: Support}\nviews:\n  pay: {emotion: -2}\n"),
      parse_views("views/ring/i.yaml", "parcours: 1\nteam: service client\nviews:\n  parcel: {emotion: -1}\n")};
  const auto merged = merged_views(map, files);
  EXPECT_EQ(said(merged.diagnostics, files), "");
  EXPECT_EQ(listed(merged.views), "Sales pay 1 Quick\nSales parcel - Rarely late\nSupport pay -2 \nSupport parcel -1 \n");
  EXPECT_EQ(merged.views.back().team.in(Lang::fr), "Service client");
}

TEST(ViewsFileTest, StandsBesideTheFolderOfTheMaps) {
  EXPECT_EQ(views_folder("maps/ring.yaml"), "views/ring");
  EXPECT_EQ(views_folder("shop/maps/ring.yaml"), "shop/views/ring");
  EXPECT_EQ(views_folder("ring.yaml"), "");
  EXPECT_EQ(views_file_name("Service après-vente"), "service_apres-vente.yaml");
  EXPECT_EQ(views_file_name("営業"), "team.yaml");
}

}  // namespace
}  // namespace parcours
