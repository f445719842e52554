// A measured map as a picture. The one renderer: what it draws is what is seen, clicked, exported and printed.
//
//   measured map -> layout (boxes, text lines, curves) -> Scene -> SVG | PNG | PDF; HTML around it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "overlay/measured_map.h"
#include "render/scene.h"

namespace parcours {

struct MapChanges;  // render/changes.h

enum class Theme { light, dark, contrast, print };

std::optional<Theme> theme_of(std::string_view code);  // "light" | "dark" | "contrast" | "print"

// A map that a stage or a touchpoint of the drawn one opens.
struct OpenedMap {
  LocalText title;
  std::string href = {};  // of its picture, when that is drawn beside; "": none
};

struct DrawOptions {
  Lang lang = Lang::en;
  Theme theme = Theme::light;
  std::vector<std::string> lanes;                         // empty: all that have something to show; "no-river": all but that
  std::string stage;                                      // not empty: this stage alone
  std::string as_of;                                      // what the footer says of the data, ready to show
  PictureSet pictures;                                    // of the workspace: those the map names
  std::map<std::string, OpenedMap> opened;                // by id; of a map that is not there: nothing
  std::shared_ptr<const MapChanges> changes;              // marked and listed, when the map comes from compare_maps
  std::map<std::string, std::int64_t> persona_customers;  // by persona: the measured customers of its segment
  bool wide = false;                                      // each touchpoint has a column of its own, however wide that gets; not on a slide
  bool figures_kept_back = false;                         // there may be some: nothing is said of them, nor of how much is measured
};

Scene draw(const MeasuredMap& map, const DrawOptions& options);
Scene draw_personas(const MeasuredMap& map, const DrawOptions& options);  // a page of cards
Scene draw_actions(const MeasuredMap& map, const DrawOptions& options);   // impact over effort; the page names which impact
// The same in a page of their own, with a table of what they show.
std::string personas_to_html(const MeasuredMap& map, const DrawOptions& options);
std::string actions_to_html(const MeasuredMap& map, const DrawOptions& options);
std::vector<std::string> lane_codes(const JourneyMap& map);  // what DrawOptions::lanes may hold, from top to bottom
std::string lane_name(const JourneyMap& map, std::string_view code, Lang lang);

std::string to_svg(const Scene& scene);                        // carries its font; same bytes on every run
Result<std::string> to_png(const Scene& scene, int width_px);  // height follows
Result<std::string> to_pdf(const Scene& scene);                // vector, one page, selectable text
// Self-contained page: the picture, the tables of figures beside it, findings, definitions. No script needed, nothing fetched.
std::string to_html(const MeasuredMap& map, const DrawOptions& options);

}  // namespace parcours
