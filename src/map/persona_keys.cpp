#include "map/keys.h"

namespace parcours {

Type<Persona> persona_type() {
  using P = Persona;
  Key<P> version = {"parcours", version_type().shape, [](Reader& reader, const YamlNode& node, P&) {
                      int read = 1;
                      version_type().read(reader, node, read);
                    }};
  return mapping<P>(
      "persona",
      {version, required(key<P>("name", &P::name, local_text())), key<P>("portrait", &P::portrait, picture_path()),
       key<P>("quote", &P::quote, local_text()), key<P>("area", &P::area, local_text()), key<P>("market", &P::market, one_of_words({"B2B", "B2C"})),
       key<P>("age", &P::age, local_text()), key<P>("social_group", &P::social_group, local_text()), key<P>("situation", &P::situation, local_text()),
       key<P>("income", &P::income, local_text()), key<P>("occupation", &P::occupation, local_text()), key<P>("habits", &P::habits, local_texts()),
       key<P>("goals", &P::goals, local_texts()), key<P>("frustrations", &P::frustrations, local_texts()),
       key<P>("channels", &P::channels, list(plain_id())), key<P>("segment", &P::segment, where_type())});
}

const Shape& persona_shape() {
  static const Shape shape = persona_type().shape;
  return shape;
}

}  // namespace parcours
