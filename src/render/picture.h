// Pictures of the workspace: portraits, images of touchpoints, the brand's logo. A file is decoded when it is read and written anew,
// small and without whatever else it carried (place, camera, scripts): nothing of it reaches a drawing but its pixels.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

typedef struct _cairo_surface cairo_surface_t;  // NOLINT(bugprone-reserved-identifier): as cairo has it

namespace parcours {

inline constexpr std::uint64_t kPictureBytesMax = 20 << 20;
inline constexpr std::int64_t kPicturePixelsMax = 50'000'000;  // of the file; more is refused before it is decoded
inline constexpr int kPictureSide = 960;                       // of what is kept: the longer side at most

struct Picture {
  std::string type;  // "image/png" | "image/jpeg"
  std::string bytes;
  int width = 0, height = 0;
  std::optional<std::array<std::uint8_t, 3>> ground = {};  // what its four corners show when they are opaque and alike
};
using PicturePtr = std::shared_ptr<const Picture>;

// By path as the map has it; nothing behind it: the file is named but cannot be shown, and is drawn as a placeholder.
using PictureSet = std::map<std::string, PicturePtr, std::less<>>;

// PNG, JPEG or SVG, told by the content and not by the name; an SVG is drawn without fetching anything. The failure says what is wrong
// with the content and names no file. Same bytes for the same bytes.
Result<Picture> read_picture(std::string_view bytes);

// Its pixels for cairo; the caller destroys it. REQUIRES: made by read_picture
cairo_surface_t* surface_of(const Picture& picture);

}  // namespace parcours
