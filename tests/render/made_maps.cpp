#include "render/made_maps.h"

#include <gtest/gtest.h>

#include <random>

#include "base/files.h"
#include "map/map_file.h"

namespace parcours {
namespace {

std::string words(std::mt19937& random, int count, bool long_words) {
  static const std::vector<std::string> kShort = {"paie",   "sa",      "bague", "en",      "ligne", "compare", "les",  "prix",
                                                  "hésite", "d'abord", "puis",  "revient", "œuvre", "à",       "temps"};
  static const std::vector<std::string> kLong = {"anticonstitutionnellement",
                                                 "Donaudampfschifffahrtsgesellschaftskapitän",
                                                 "https://example.com/une/adresse/qui/ne/finit/pas",
                                                 "réabonnement-automatique-annuel",
                                                 "WWWWWWWWWWWWWWWWWWWWWWWWWW",
                                                 "mise à taille",
                                                 "intra-communautaire"};
  const auto& from = long_words ? kLong : kShort;
  std::string out;
  for (int i = 0; i < count; ++i) out += (i > 0 ? " " : "") + from[random() % from.size()];
  return out;
}

LocalText some_text(std::mt19937& random, int most, bool long_words) {
  return {words(random, 1 + static_cast<int>(random() % static_cast<unsigned>(most)), long_words && random() % 2 == 0), {}, {}};
}

Touchpoint made_touchpoint(std::mt19937& random, const MadeMap& make, int number) {
  static const std::vector<std::string> kChannels = {"instagram", "search", "website", "store", "email", "phone", "chat", "unheard_of_channel", ""};
  Touchpoint out;
  out.id = "t" + std::to_string(number);
  out.name = some_text(random, 6, make.long_words);
  out.channel = kChannels[random() % kChannels.size()];
  out.starts = static_cast<Initiator>(random() % 3);
  out.out_of_sight = random() % 9 == 0;
  out.optional = random() % 3 == 0;
  out.does = {CustomerWords{some_text(random, 8, make.long_words)}}, out.wants = {CustomerWords{some_text(random, 8, make.long_words)}};
  if (random() % 2) out.asks = {CustomerWords{some_text(random, 5, make.long_words)}, CustomerWords{some_text(random, 5, make.long_words)}};
  if (random() % 2) out.says = {CustomerWords{some_text(random, 9, make.long_words)}};
  const auto value = [&] { return static_cast<double>(random() % 401) / 100 - 2; };
  if (make.personas < 2) out.emotions = {{"", value(), {}}};
  else
    for (int p = 0; p < make.personas; ++p)
      out.emotions.push_back({"p" + std::to_string(p), value(), {{random() % 2 ? "entretiens" : "", "", ""}, {}, 12}});
  if (random() % 5 == 0) out.moment_of_truth = MomentOfTruth{some_text(random, 7, make.long_words)};
  if (random() % 4 == 0)
    out.frictions.push_back(
        {"f" + std::to_string(number), some_text(random, 8, make.long_words), {random() % 2 ? "entretiens" : "", {}, {}}, {{"drop_off", 0.3}}});
  out.backstage.team.plain = words(random, 1, make.long_words), out.backstage.system.plain = words(random, 2, false);
  return out;
}

Stage made_stage(std::mt19937& random, const MadeMap& make, int index) {
  Stage out;
  out.id = "s" + std::to_string(index);
  out.name = some_text(random, 3, make.long_words);
  out.phase = index * 3 < make.stages ? Phase::before : index * 3 < 2 * make.stages ? Phase::during : Phase::after;
  out.objective = random() % 2 ? "inspire" : words(random, 4, make.long_words);
  out.how = some_text(random, 14, make.long_words);
  if (random() % 2) out.contents.push_back({"video", some_text(random, 6, make.long_words), {}});
  for (unsigned i = 0; i < random() % 4; ++i) out.buyer.push_back({some_text(random, 7, make.long_words), ""});
  if (random() % 2) out.when.start = Date{2027, 1 + index % 12, 3}, out.when.end = Date{2027, 1 + index % 12, 19};
  else if (index > 0) out.when.after = "s" + std::to_string(index - 1), out.when.days_min = 3, out.when.days_max = 14;
  return out;
}

Persona made_persona(std::mt19937& random, const MadeMap& make, int index) {
  Persona out;
  out.id = "p" + std::to_string(index);
  out.name = some_text(random, 3, make.long_words), out.quote = some_text(random, 14, make.long_words),
  out.area = some_text(random, 3, make.long_words);
  out.goals = {some_text(random, 8, make.long_words)}, out.frustrations = {some_text(random, 8, make.long_words)};
  return out;
}

// Two lanes of its own, with texts of stages, of touchpoints, of both and of neither.
void add_own_lanes(JourneyMap& map, const MadeMap& make) {
  std::mt19937 random(make.seed);
  for (const char* id : {"legal", "ideas"}) map.lanes.push_back({id, some_text(random, 4, make.long_words), some_text(random, 6, make.long_words)});
  const auto some = [&](std::vector<LaneTexts>& into) {
    for (const OwnLane& lane : map.lanes)
      if (random() % 2) into.push_back({lane.id, {some_text(random, 9, make.long_words), some_text(random, 9, make.long_words)}});
  };
  for (Stage& stage : map.stages) {
    some(stage.lanes);
    for (Touchpoint& touchpoint : stage.touchpoints) some(touchpoint.lanes);
  }
}

}  // namespace

std::vector<std::string> template_names() {
  DiskFiles files;
  const std::string folder = std::string(PARCOURS_SOURCE_DIR) + "/templates";
  std::vector<std::string> names = files.list(folder);
  std::erase_if(names, [&](const std::string& name) { return !files.is_folder(folder + "/" + name); });
  return names;
}

MeasuredMap template_map(const std::string& name) {
  DiskFiles files;
  const std::string folder = std::string(PARCOURS_SOURCE_DIR) + "/templates/" + name;
  const auto maps = files.list(folder + "/maps");
  if (maps.empty()) return {};
  MapFile file = parse_map(maps.front(), files.read(folder + "/maps/" + maps.front()).value());
  EXPECT_TRUE(file.usable()) << name;
  std::vector<Persona> personas;
  for (const std::string& id : file.value.personas)
    personas.push_back(parse_persona(id, files.read(folder + "/personas/" + id + ".yaml").value()).value);
  const std::string settings = files.exists(folder + "/parcours.yaml") ? files.read(folder + "/parcours.yaml").value() : "parcours: 1\n";
  return measured_map(file.value, personas, parse_settings("parcours.yaml", settings).value, {});
}

MeasuredMap made_map(const MadeMap& make) {
  std::mt19937 random(make.seed);
  JourneyMap map;
  map.id = "made";
  map.title = some_text(random, 9, make.long_words), map.offer = some_text(random, 9, make.long_words);
  for (int s = 0; s < make.stages; ++s) map.stages.push_back(made_stage(random, make, s));
  for (int t = 0; t < make.touchpoints; ++t) {
    // Most stages get their share, one gets more.
    const int stage = t % 5 == 0 ? make.stages / 2 : t % make.stages;
    map.stages[static_cast<std::size_t>(stage)].touchpoints.push_back(made_touchpoint(random, make, t));
  }
  for (const Stage& stage : map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      if (stage.phase != Phase::after && !touchpoint.out_of_sight) map.goal = touchpoint.id;
      for (const Friction& friction : touchpoint.frictions)
        map.actions.push_back(
            {"a-" + friction.id, friction.id, some_text(random, 8, make.long_words), "Ana", Date{2027, 3, 1}, 2, ActionStatus::todo, {}});
    }
  map.actions.push_back({"a-whole", "", some_text(random, 8, make.long_words), "", {}, {}, ActionStatus::doing, {}});
  if (make.seed % 3 != 0) add_own_lanes(map, make);
  if (make.stages > 2) map.stages.back().leads_to = "s1";
  std::vector<Persona> personas;
  for (int p = 0; p < make.personas; ++p) personas.push_back(made_persona(random, make, p)), map.personas.push_back("p" + std::to_string(p));
  const MeasuredMap plain = measured_map(map, personas, {}, {});
  return make.customers == 0 ? plain : measured_by_simulation(plain, make.customers, make.seed);
}

void illustrate(MeasuredMap& map, DrawOptions& options) {
  const auto sized = [](int width, int height) { return std::make_shared<const Picture>(Picture{"image/png", {}, width, height}); };
  options.pictures = {{"wide", sized(900, 120)}, {"usual", sized(640, 400)}, {"tall", sized(200, 900)}, {"gone", nullptr}};
  const std::vector<std::string> names = {"wide", "usual", "tall", "gone"};
  std::size_t next = 0;
  map.settings.brand.logo = names[map.map.stages.size() % 4];
  for (Persona& persona : map.personas) persona.portrait = names[++next % 4];
  for (Stage& stage : map.map.stages)
    for (Touchpoint& touchpoint : stage.touchpoints)
      for (std::size_t i = 0; i < next % 3; ++i) touchpoint.images.push_back(names[++next % 4]);
}

}  // namespace parcours
