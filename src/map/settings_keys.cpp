#include <algorithm>

#include "map/keys.h"

namespace parcours {

namespace {

Type<ChannelInfo> channel_type() {
  using C = ChannelInfo;
  return mapping<C>("channel", {required(key<C>("id", &C::id, declared_id(IdKind::channel))), key<C>("name", &C::name, local_text()),
                                key<C>("icon", &C::icon, plain_id()), key<C>("online", &C::online, flag()),
                                key<C>("media", &C::media, one_of_words({"owned", "paid", "earned"}))});
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text.front() == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

Type<Brand> brand_type() {
  using B = Brand;
  const auto colour = pattern("^#[0-9a-fA-F]{6}$", is_colour, msg("map.expected.colour"));
  return mapping<B>("brand", {key<B>("name", &B::name, word()), key<B>("colour", &B::colour, colour), key<B>("accent", &B::accent, colour),
                              key<B>("font", &B::font, word()), key<B>("logo", &B::logo, picture_path())});
}

Type<Stakeholder> stakeholder_type() {
  using S = Stakeholder;
  return mapping<S>(
      "stakeholder",
      {required(key<S>("id", &S::id, declared_id(IdKind::stakeholder))), key<S>("name", &S::name, local_text()),
       key<S>("role", &S::role, local_text()), key<S>("ring", &S::ring, choice<Ring>({Ring::customer, Ring::front, Ring::backstage, Ring::outside})),
       key<S>("importance", &S::importance, integer(1, 5)), key<S>("interest", &S::interest, integer(1, 5)), key<S>("also", &S::also, list(word()))});
}

bool is_currency(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_zone(std::string_view text) { return Zone::find(text).has_value(); }

}  // namespace

Type<WorkspaceSettings> settings_type() {
  using S = WorkspaceSettings;
  return mapping<S>("settings",
                    {key<S>("parcours", &S::version, version_type()), key<S>("name", &S::name, local_text()),
                     key<S>("language", &S::language, choice<Lang>({Lang::fr, Lang::en})),
                     key<S>("timezone", &S::zone, pattern("^[A-Za-z][A-Za-z0-9_+/-]*$", is_zone, msg("map.expected.zone"))),
                     key<S>("currency", &S::currency, pattern("^[A-Z]{3}$", is_currency, msg("map.expected.currency"))),
                     key<S>("channels", &S::channels, list(channel_type())), key<S>("inactivity", &S::inactivity, duration()),
                     key<S>("join_limit", &S::join_limit, integer(1, 1'000'000)), key<S>("blocked_values", &S::blocked_values, list(word())),
                     key<S>("brand", &S::brand, brand_type()), key<S>("stakeholders", &S::stakeholders, list(stakeholder_type())),
                     key<S>("engine", &S::engine, one_of_words({"native", "reference"}))});
}

const Shape& settings_shape() {
  static const Shape shape = settings_type().shape;
  return shape;
}

}  // namespace parcours
