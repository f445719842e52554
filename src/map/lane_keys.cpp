// A map's own lanes, and what stands in them.
#include <algorithm>
#include <array>

#include "map/keys.h"

namespace parcours {
namespace {

// The lanes every map has; docs/formats/picture.md. `no-` before a name leaves a lane out of a picture.
constexpr std::array<std::string_view, 16> kUsual = {"how",   "buyer", "touchpoints", "images",    "river",   "moves", "emotion",   "does",
                                                     "wants", "asks",  "says",        "frictions", "actions", "views", "backstage", "legend"};

Type<std::string> lane_id() {
  const auto id = declared_id(IdKind::lane);
  return {id.shape, [id](Reader& reader, const YamlNode& node, std::string& out) {
            const bool taken = node.kind == YamlNode::Kind::scalar &&
                               (std::find(kUsual.begin(), kUsual.end(), node.text) != kUsual.end() || node.text.starts_with("no-"));
            if (!taken) return id.read(reader, node, out);
            reader.complain(node, "bad-id", msg("map.lane.taken", {{"id", node.text}}), msg("map.lane.taken_hint"));
            return false;
          }};
}

}  // namespace

Type<std::vector<OwnLane>> own_lanes_type() {
  using L = OwnLane;
  return list(mapping<L>(
      "lane", {required(key<L>("id", &L::id, lane_id())), required(key<L>("name", &L::name, local_text())), key<L>("note", &L::note, local_text())}));
}

// {LANE: text, or a list of them}
Type<std::vector<LaneTexts>> lane_texts_type() {
  const auto texts = local_texts();
  return dictionary<std::vector<LaneTexts>>(texts.shape,
                                            [texts](Reader& reader, const YamlNode& lane, const YamlNode& value, std::vector<LaneTexts>& out) {
                                              if (!check_id(reader, lane)) return;
                                              reader.refer(IdKind::lane, lane);
                                              LaneTexts made;
                                              if (!value.is_null() && texts.read(reader, value, made.texts))
                                                made.lane = lane.text, out.push_back(std::move(made));
                                            });
}

}  // namespace parcours
