#include "map/keys.h"

namespace parcours {

Type<TeamView> view_type() {
  using V = TeamView;
  return mapping<V>("view", {key<V>("emotion", &V::emotion, number(-2, 2)), key<V>("note", &V::note, local_text())});
}

// {TOUCHPOINT: {emotion: …, note: …}}; whether the map has the touchpoints is for merged_views to say.
Type<TeamViews> team_views_type() {
  using T = TeamViews;
  const auto view = view_type();
  auto views = dictionary<std::vector<TeamView>>(
      view.shape, [view](Reader& reader, const YamlNode& touchpoint, const YamlNode& value, std::vector<TeamView>& out) {
        if (!check_id(reader, touchpoint) || value.is_null()) return;
        TeamView made;
        if (view.read(reader, value, made) && (made.emotion || !made.note.empty())) made.touchpoint = touchpoint.text, out.push_back(std::move(made));
      });
  return mapping<T>("team_views", {key<T>("parcours", &T::version, version_type()), key<T>("team", &T::team, local_text()),
                                   required(key<T>("views", &T::views, std::move(views)))});
}

const Shape& views_shape() {
  static const Shape shape = team_views_type().shape;
  return shape;
}

}  // namespace parcours
