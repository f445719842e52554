// The shipped fonts, and the brand’s where one is in use, opened for shaping and for drawing. Opened once, kept for the life of the program.
#pragma once

#include <cstdint>
#include <string_view>

typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;
typedef struct hb_set_t hb_set_t;
typedef struct FT_FaceRec_* FT_Face;

#include "render/scene.h"

namespace parcours {

inline constexpr int kStyles = 4;  // regular, semibold, bold, italic: each in parts, by alphabet

int style_index(const TextStyle& style);      // 0..3
std::string_view style_code(int style);       // "400-normal" as in font_files.h
hb_font_t* shaping_font(int face);            // scaled to kUnits an em
int face_for(int style, char32_t character);  // the brand's font's where one is in use and has it; -1: none has it

inline constexpr int kUnits = 65536;

struct FontOpened {
  hb_font_t* font = nullptr;       // scaled to kUnits an em, immutable
  hb_set_t* characters = nullptr;  // that it has
};
FontOpened open_font(std::string_view bytes);  // REQUIRES: `bytes` outlive it. The caller destroys both, or keeps them

}  // namespace parcours
