#include "render/picture.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "render/cairo_output.h"

namespace parcours {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Pixels = std::unique_ptr<GdkPixbuf, Unref>;

enum class Kind { png, jpeg, svg };

struct Size {
  std::int64_t width = 0, height = 0;
};

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<Kind> kind_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Kind::png;
  if (bytes.starts_with("\xff\xd8\xff")) return Kind::jpeg;
  if (bytes.substr(0, 4096).find("<svg") != std::string_view::npos) return Kind::svg;
  return std::nullopt;
}

// What a file says of its size, before a byte of it is unpacked.
std::optional<Size> declared_size(Kind kind, std::string_view bytes) {
  if (kind == Kind::png) return bytes.size() < 24 ? std::nullopt : std::optional(Size{big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)});
  for (std::size_t at = 2; at + 9 < bytes.size() && bytes[at] == '\xff';) {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    if (frame) return Size{big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    at += marker == 0xff ? 1 : 2 + big_endian(bytes, at + 2, 2);
  }
  return std::nullopt;
}

// Decoders make do with half a file and leave the rest grey; a file that does not end is spoilt.
bool is_whole(Kind kind, std::string_view bytes) {
  constexpr std::size_t kTail = 4096;  // some programs write a little behind the end
  const std::string_view tail = bytes.substr(bytes.size() > kTail ? bytes.size() - kTail : 0);
  return tail.find(kind == Kind::png ? std::string_view("IEND") : std::string_view("\xff\xd9")) != std::string_view::npos;
}

Failure spoilt() { return failure(msg("render.picture.spoilt")); }

Result<Pixels> decoded(Kind kind, std::string_view bytes) {
  GdkPixbufLoader* loader = gdk_pixbuf_loader_new_with_type(kind == Kind::png ? "png" : "jpeg", nullptr);
  if (!loader) return spoilt();
  bool fine = gdk_pixbuf_loader_write(loader, reinterpret_cast<const guchar*>(bytes.data()), bytes.size(), nullptr);
  fine = gdk_pixbuf_loader_close(loader, nullptr) && fine;
  GdkPixbuf* pixels = fine ? gdk_pixbuf_loader_get_pixbuf(loader) : nullptr;
  Pixels upright(pixels ? gdk_pixbuf_apply_embedded_orientation(pixels) : nullptr);
  g_object_unref(loader);
  if (!upright) return spoilt();
  return upright;
}

Pixels shrunk(Pixels pixels) {
  const int width = gdk_pixbuf_get_width(pixels.get()), height = gdk_pixbuf_get_height(pixels.get());
  const double scale = static_cast<double>(kPictureSide) / std::max(width, height);
  if (scale >= 1) return pixels;
  const auto side = [&](int length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
  return Pixels(gdk_pixbuf_scale_simple(pixels.get(), side(width), side(height), GDK_INTERP_BILINEAR));
}

using Rgba = std::array<std::uint8_t, 4>;

// The colour of opaque corners that are alike.
std::optional<std::array<std::uint8_t, 3>> common_ground(const std::array<Rgba, 4>& corners) {
  constexpr int kAlike = 8;
  for (const Rgba& corner : corners) {
    if (corner[3] < 255) return std::nullopt;
    for (std::size_t channel = 0; channel < 3; ++channel)
      if (std::abs(corner[channel] - corners[0][channel]) > kAlike) return std::nullopt;
  }
  return std::array<std::uint8_t, 3>{corners[0][0], corners[0][1], corners[0][2]};
}

template <class At>
std::optional<std::array<std::uint8_t, 3>> ground_of(int width, int height, At at) {
  return common_ground({at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)});
}

std::optional<std::array<std::uint8_t, 3>> ground_of(GdkPixbuf* pixels) {
  return ground_of(gdk_pixbuf_get_width(pixels), gdk_pixbuf_get_height(pixels), [pixels](int x, int y) {
    const guchar* at = gdk_pixbuf_read_pixels(pixels) + y * gdk_pixbuf_get_rowstride(pixels) + x * gdk_pixbuf_get_n_channels(pixels);
    return Rgba{at[0], at[1], at[2], gdk_pixbuf_get_has_alpha(pixels) ? at[3] : std::uint8_t{255}};
  });
}

std::optional<std::array<std::uint8_t, 3>> ground_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  if (!data) return std::nullopt;
  return ground_of(cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), [&](int x, int y) {
    const auto argb = reinterpret_cast<const std::uint32_t*>(data + y * cairo_image_surface_get_stride(surface))[x];
    const auto byte = [argb](int shift) { return static_cast<std::uint8_t>(argb >> shift & 0xff); };
    return Rgba{byte(16), byte(8), byte(0), byte(24)};
  });
}

Result<Picture> packed(const Pixels& pixels, bool photo) {
  Picture out{
      photo ? "image/jpeg" : "image/png", {}, gdk_pixbuf_get_width(pixels.get()), gdk_pixbuf_get_height(pixels.get()), ground_of(pixels.get())};
  // Without its tags: they come back from the decoder and would be written again.
  Pixels bare(gdk_pixbuf_copy(pixels.get()));
  gchar* data = nullptr;
  gsize size = 0;
  const bool fine = photo ? gdk_pixbuf_save_to_buffer(bare.get(), &data, &size, "jpeg", nullptr, "quality", "84", nullptr)
                          : gdk_pixbuf_save_to_buffer(bare.get(), &data, &size, "png", nullptr, "compression", "9", nullptr);
  if (!fine) return spoilt();
  out.bytes.assign(data, size);
  g_free(data);
  return out;
}

// The size an SVG asks for, enlarged or shrunk so that its longer side is kPictureSide; nothing for one without a size.
std::optional<Size> drawn_size(RsvgHandle* svg) {
  gdouble width = 0, height = 0;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height)) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength w, h;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &w, &has_height, &h, &has_box, &box);
    if (has_box) width = box.width, height = box.height;
  }
  if (!(width > 0 && height > 0) || std::max(width, height) > 1e6 || std::max(width, height) / std::min(width, height) > 200) return std::nullopt;
  const double scale = kPictureSide / std::max(width, height);
  return Size{std::max<std::int64_t>(1, std::llround(width * scale)), std::max<std::int64_t>(1, std::llround(height * scale))};
}

Result<Picture> drawn(std::string_view bytes) {
  RsvgHandle* svg = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr);
  const std::unique_ptr<RsvgHandle, Unref> keep(svg);
  const auto size = svg ? drawn_size(svg) : std::nullopt;
  if (!size) return spoilt();
  Picture out{"image/png", {}, static_cast<int>(size->width), static_cast<int>(size->height)};
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, out.width, out.height);
  cairo_t* cairo = cairo_create(surface);
  const RsvgRectangle all{0, 0, static_cast<double>(out.width), static_cast<double>(out.height)};
  const bool fine = rsvg_handle_render_document(svg, cairo, &all, nullptr) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(cairo);
  if (fine) out.ground = ground_of(surface);
  const bool written = fine && cairo_surface_write_to_png_stream(surface, write_to_string, &out.bytes) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy(surface);
  if (!written) return spoilt();
  return out;
}

struct Reading {
  std::string_view rest;
};

cairo_status_t read_on(void* from, unsigned char* data, unsigned length) {
  auto& reading = *static_cast<Reading*>(from);
  if (reading.rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::copy_n(reading.rest.data(), length, reinterpret_cast<char*>(data));
  reading.rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

// An opaque picture's pixels as cairo has them; the JPEG itself goes along, so that a PDF carries it as it is.
cairo_surface_t* photo_surface(const Picture& picture) {
  const auto pixels = decoded(Kind::jpeg, picture.bytes);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height);
  if (!pixels.ok()) return surface;
  const int from_row = gdk_pixbuf_get_rowstride(pixels->get()), to_row = cairo_image_surface_get_stride(surface);
  const guchar* from = gdk_pixbuf_read_pixels(pixels->get());
  unsigned char* to = cairo_image_surface_get_data(surface);
  const int step = gdk_pixbuf_get_n_channels(pixels->get());
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x) {
      const guchar* rgb = from + y * from_row + x * step;
      reinterpret_cast<std::uint32_t*>(to + y * to_row)[x] =
          static_cast<std::uint32_t>(rgb[0]) << 16 | static_cast<std::uint32_t>(rgb[1]) << 8 | rgb[2];
    }
  cairo_surface_mark_dirty(surface);
  auto* copy = new std::string(picture.bytes);
  cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(copy->data()), copy->size(),
      [](void* kept) { delete static_cast<std::string*>(kept); }, copy);
  return surface;
}

}  // namespace

Result<Picture> read_picture(std::string_view bytes) {
  const auto kind = kind_of(bytes);
  if (!kind) return failure(msg("render.picture.unknown"), msg("render.picture.kinds"));
  if (*kind == Kind::svg) return drawn(bytes);
  const auto size = declared_size(*kind, bytes);
  if (!size || size->width < 1 || size->height < 1 || !is_whole(*kind, bytes)) return spoilt();
  if (size->width * size->height > kPicturePixelsMax)
    return failure(msg("render.picture.too_many_pixels", {{"width", size->width}, {"height", size->height}}), msg("render.picture.make_smaller"));
  PARCOURS_TRY(Pixels pixels, decoded(*kind, bytes));
  const bool photo = *kind == Kind::jpeg && !gdk_pixbuf_get_has_alpha(pixels.get());
  pixels = shrunk(std::move(pixels));
  return packed(pixels, photo);
}

cairo_surface_t* surface_of(const Picture& picture) {
  if (picture.type == "image/jpeg") return photo_surface(picture);
  Reading reading{picture.bytes};
  return cairo_image_surface_create_from_png_stream(read_on, &reading);
}

}  // namespace parcours
