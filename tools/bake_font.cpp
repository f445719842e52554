// bake_font IN.woff2 OUT.ttf: makes the font that pictures are set in.
//
// Figures become tabular by themselves (a digit maps straight to its tabular glyph), the narrow no-break space gets a
// glyph (Inter has none; its thin space would glue figures together), and only kerning and marks are kept of the layout features. So every viewer,
// also one that knows no font features, sets a text exactly as it was measured.
#include <hb-subset.h>
#include <hb.h>
#include <woff2/decode.h>
#include <woff2/output.h>

#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

using Cmap = std::map<hb_codepoint_t, hb_codepoint_t>;

std::string read(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

hb_face_t* face_of(const std::string& sfnt) {
  hb_blob_t* blob = hb_blob_create(sfnt.data(), static_cast<unsigned>(sfnt.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  return face;
}

hb_codepoint_t shaped_alone(hb_font_t* font, hb_codepoint_t character, const char* feature_name) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf32(buffer, &character, 1, 0, 1);
  hb_buffer_guess_segment_properties(buffer);
  hb_feature_t feature;
  hb_feature_from_string(feature_name, -1, &feature);
  hb_shape(font, buffer, &feature, 1);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_codepoint_t glyph = count == 1 ? glyphs[0].codepoint : 0;
  hb_buffer_destroy(buffer);
  return glyph;
}

Cmap baked_cmap(hb_face_t* face) {
  hb_font_t* font = hb_font_create(face);
  hb_set_t* characters = hb_set_create();
  hb_face_collect_unicodes(face, characters);
  Cmap cmap;
  for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c);) {
    if (c > 0xffff) continue;
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font, c, &glyph)) cmap[c] = glyph;
  }
  for (hb_codepoint_t digit = '0'; digit <= '9'; ++digit)
    if (cmap.count(digit)) cmap[digit] = shaped_alone(font, digit, "tnum=1");
  if (cmap.count(0x00a0)) cmap[0x202f] = cmap[0x2007] = cmap[0x00a0];
  if (cmap.count('-')) cmap[0x2010] = cmap[0x2011] = cmap['-'];
  hb_set_destroy(characters);
  hb_font_destroy(font);
  return cmap;
}

void put16(std::string& out, unsigned value) { out += static_cast<char>(value >> 8), out += static_cast<char>(value); }

// A cmap table with one subtable of format 4 (the basic plane), a segment for each run of characters whose glyphs run along.
std::string cmap_table(const Cmap& cmap) {
  struct Segment {
    unsigned first, last, delta;
  };
  std::vector<Segment> segments;
  for (const auto& [character, glyph] : cmap) {
    const unsigned delta = (glyph - character) & 0xffff;
    if (!segments.empty() && segments.back().last + 1 == character && segments.back().delta == delta) segments.back().last = character;
    else segments.push_back({character, character, delta});
  }
  segments.push_back({0xffff, 0xffff, 1});
  const unsigned count = static_cast<unsigned>(segments.size());
  unsigned power = 1, log = 0;
  while (power * 2 <= count) power *= 2, ++log;
  std::string out;
  for (const unsigned value : {0u, 1u, 3u, 1u, 0u, 12u}) put16(out, value);  // version, tables, Windows, Unicode BMP, offset
  for (const unsigned value : {4u, 16 + 8 * count, 0u, 2 * count, 2 * power, log, 2 * (count - power)}) put16(out, value);
  for (const auto& segment : segments) put16(out, segment.last);
  put16(out, 0);
  for (const auto& segment : segments) put16(out, segment.first);
  for (const auto& segment : segments) put16(out, segment.delta);
  for (unsigned i = 0; i < count; ++i) put16(out, 0);
  return out;
}

hb_face_t* with_cmap(hb_face_t* face, const std::string& cmap) {
  hb_face_t* builder = hb_face_builder_create();
  std::vector<hb_tag_t> tags(64);
  unsigned count = static_cast<unsigned>(tags.size());
  hb_face_get_table_tags(face, 0, &count, tags.data());
  for (unsigned i = 0; i < count; ++i) {
    const bool is_cmap = tags[i] == HB_TAG('c', 'm', 'a', 'p');
    hb_blob_t* blob = is_cmap ? hb_blob_create(cmap.data(), static_cast<unsigned>(cmap.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr)
                              : hb_face_reference_table(face, tags[i]);
    hb_face_builder_add_table(builder, tags[i], blob);
    hb_blob_destroy(blob);
  }
  hb_blob_t* sfnt = hb_face_reference_blob(builder);
  hb_face_t* built = hb_face_create(sfnt, 0);
  hb_blob_destroy(sfnt);
  hb_face_destroy(builder);
  return built;
}

hb_face_t* slimmed(hb_face_t* face, const Cmap& cmap) {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  for (const auto& [character, glyph] : cmap) hb_set_add(hb_subset_input_unicode_set(input), character);
  hb_set_t* features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  for (const char* feature : {"kern", "mark", "mkmk", "ccmp", "locl"}) hb_set_add(features, hb_tag_from_string(feature, 4));
  hb_set_add_range(hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID), 0, 25);  // with the family's name, by which viewers ask
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
  hb_face_t* slim = hb_subset_or_fail(face, input);
  hb_subset_input_destroy(input);
  return slim;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "bake_font IN.woff2 OUT.ttf\n", 2;
  const std::string packed = read(argv[1]);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(packed.data());
  std::string sfnt(woff2::ComputeWOFF2FinalSize(bytes, packed.size()), '\0');
  woff2::WOFF2StringOut out(&sfnt);
  if (sfnt.empty() || !woff2::ConvertWOFF2ToTTF(bytes, packed.size(), &out)) return std::cerr << argv[1] << ": not a WOFF2 font\n", 1;
  hb_face_t* face = face_of(sfnt);
  const Cmap cmap = baked_cmap(face);
  hb_face_t* slim = slimmed(with_cmap(face, cmap_table(cmap)), cmap);
  if (!slim) return std::cerr << argv[1] << ": cannot be subset\n", 1;
  unsigned length = 0;
  hb_blob_t* blob = hb_face_reference_blob(slim);
  const char* data = hb_blob_get_data(blob, &length);
  std::ofstream file(argv[2], std::ios::binary);
  file.write(data, static_cast<std::streamsize>(length));
  return file.good() && length > 0 ? 0 : 1;
}
