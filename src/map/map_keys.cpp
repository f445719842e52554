#include <algorithm>

#include "map/keys.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

// A duration, or `none`.
Type<TimeMs> window_type() {
  auto span = duration();
  return {either({one_of_words({"none"}).shape, span.shape}), [span](Reader& reader, const YamlNode& node, TimeMs& out) {
            if (node.kind == Kind::scalar && node.text == "none") return out = JourneyMap::kNoWindow, true;
            return span.read(reader, node, out);
          }};
}

Type<Action> action_type() {
  using A = Action;
  return mapping<A>("action", {required(key<A>("id", &A::id, declared_id(IdKind::action))),
                               key<A>("for", &A::for_friction, reference(IdKind::friction)), required(key<A>("text", &A::text, local_text())),
                               key<A>("owner", &A::owner, word()), key<A>("due", &A::due, date()), key<A>("effort", &A::effort, integer(1, 5)),
                               key<A>("status", &A::status,
                                      choice<ActionStatus>({ActionStatus::todo, ActionStatus::doing, ActionStatus::done, ActionStatus::dropped})),
                               key<A>("done", &A::done, date())});
}

// views: {TEAM: {TOUCHPOINT: {emotion: …, note: …}}}
Type<std::vector<TeamView>> views_type() {
  const auto view = view_type();
  auto team = dictionary<std::vector<TeamView>>(
      view.shape, [view](Reader& reader, const YamlNode& touchpoint, const YamlNode& value, std::vector<TeamView>& out) {
        if (!check_id(reader, touchpoint)) return;
        reader.refer(IdKind::touchpoint, touchpoint);
        TeamView made;
        if (view.read(reader, value, made)) made.touchpoint = touchpoint.text, out.push_back(std::move(made));
      });
  return dictionary<std::vector<TeamView>>(team.shape,
                                           [team](Reader& reader, const YamlNode& name, const YamlNode& value, std::vector<TeamView>& out) {
                                             if (value.is_null()) return;
                                             std::vector<TeamView> views;
                                             team.read(reader, value, views);
                                             for (auto& made : views) made.team.plain = name.text, out.push_back(std::move(made));
                                           });
}

// Where a finding is ignored: an id, or a path ("stages/pay/when"), which is not looked up.
Type<std::string> ignored_place() {
  auto id = reference(IdKind::anything);
  auto path = word();
  return {either({id.shape, path.shape}), [id, path](Reader& reader, const YamlNode& node, std::string& out) {
            const bool is_path = node.kind == Kind::scalar && node.text.find('/') != std::string::npos;
            return (is_path ? path : id).read(reader, node, out);
          }};
}

Type<Ignore> ignore_type() {
  return mapping<Ignore>("ignore", {required(key<Ignore>("rule", &Ignore::rule, plain_id())), key<Ignore>("at", &Ignore::at, ignored_place()),
                                    required(key<Ignore>("why", &Ignore::why, local_text()))});
}

}  // namespace

Type<int> version_type() {
  Shape shape;
  shape.kind = Shape::Kind::integer;
  shape.min = shape.max = 1;
  return {shape, [](Reader& reader, const YamlNode& node, int& out) {
            if (node.kind == Kind::scalar && node.text == "1") return out = 1, true;
            reader.complain(node, "unsupported-version", msg("map.version"), msg("map.version_hint"));
            return false;
          }};
}

// The language the map is written in. What the program itself says on it is in French or English: in one of these if it is one of
// them, else in the workspace's.
Key<JourneyMap> language_key() {
  Shape shape;
  shape.kind = Shape::Kind::choice;
  shape.choices = {"fr", "en", "ar", "bg", "cs", "da", "de", "el", "es", "et", "fa", "fi", "he", "hi", "hr", "hu", "id", "it", "ja",
                   "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh"};
  return {"language", shape, [names = shape.choices](Reader& reader, const YamlNode& node, JourneyMap& out) {
            const bool known = node.kind == Kind::scalar && std::find(names.begin(), names.end(), node.text) != names.end();
            if (!known) return detail::unknown_value(reader, node, {"fr", "en"});
            out.language_code = node.text;
            if (node.text == "fr") out.language = Lang::fr;
            if (node.text == "en") out.language = Lang::en;
          }};
}

Type<JourneyMap> map_type() {
  using M = JourneyMap;
  return mapping<M>("map",
                    {required(key<M>("parcours", &M::version, version_type())), required(key<M>("title", &M::title, local_text())), language_key(),
                     key<M>("offer", &M::offer, local_text()), key<M>("state", &M::state, choice<MapState>({MapState::current, MapState::target})),
                     key<M>("personas", &M::personas, list(declared_id(IdKind::persona))), key<M>("goal", &M::goal, reference(IdKind::touchpoint)),
                     key<M>("window", &M::window, window_type()), key<M>("inactivity", &M::inactivity, duration()),
                     key<M>("reviewed", &M::reviewed, date()), key<M>("target_date", &M::target_date, date()),
                     key<M>("channels_are", &M::channels_are, choice<ChannelsAre>({ChannelsAre::multi, ChannelsAre::cross, ChannelsAre::omni})),
                     key<M>("lanes", &M::lanes, own_lanes_type()), key<M>("stages", &M::stages, list(stage_type())),
                     key<M>("actions", &M::actions, list(action_type())), key<M>("views", &M::views, views_type()),
                     key<M>("ignore", &M::ignores, list(ignore_type()))},
                    check_whole_map);
}

const Shape& map_shape() {
  static const Shape shape = map_type().shape;
  return shape;
}

}  // namespace parcours
