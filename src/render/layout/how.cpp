#include <algorithm>
#include <array>

#include "render/layout/card.h"
#include "render/layout/lane.h"

namespace parcours {
namespace {

std::string_view icon_of_kind(std::string_view kind) {
  struct Known {
    std::string_view kind, icon;
  };
  static constexpr std::array<Known, 12> kKnown = {{{"video", "circle-play"},
                                                    {"article", "newspaper"},
                                                    {"comparison", "scale"},
                                                    {"promotion", "badge-percent"},
                                                    {"testimonial", "message-square-text"},
                                                    {"guide", "book-open"},
                                                    {"image", "image"},
                                                    {"photo", "image"},
                                                    {"email", "mail"},
                                                    {"onboarding", "signpost"},
                                                    {"referral", "gift"},
                                                    {"podcast", "podcast"}}};
  for (const Known& known : kKnown)
    if (known.kind == kind) return known.icon;
  return "file-text";
}

constexpr double kLineMost = 600, kContentMost = 300;  // wide, where a stage is as wide as a page: nobody reads longer lines

// What the brand says there, and the contents that say it: below each other, or side by side where the stage is wide enough.
Cell stage_how(const Frame& frame, const Column& column) {
  return [&frame, &column](double, double) {
    Node node = group("how-" + column.stage->id, "how");
    double x = 0, y = 0, row = 0;
    if (!column.stage->how.empty()) {
      const double width = std::min(column.w - 6, frame.wide ? kLineMost : column.w);
      node.add(text_block(frame.say(column.stage->how), 0, y, width, styled(kBody, Weight::regular, frame.colour.ink), 5));
      y = node.box.bottom() + 5;
    }
    for (const Content& content : column.stage->contents) {
      const std::string text = frame.say(content.text.empty() ? LocalText{content.kind, {}, {}} : content.text);
      if (text.empty()) continue;
      const double width = std::min(column.w - 27, frame.wide ? kContentMost : column.w);
      Node words = text_block(text, 21, 0, width, styled(kSmall, Weight::regular, frame.colour.ink_soft), 3);
      if (x > 0 && (!frame.wide || x + words.box.right() > column.w)) x = 0, y += row + 4, row = 0;
      row = std::max(row, words.box.h);
      node.add(icon(icon_of_kind(content.kind), x, y + 1.2, 13, column.tone.deep, 1.2));
      shift(words, x, y);
      x += words.box.w + 21 + 24;
      node.add(std::move(words));
    }
    if (row > 0) y += row + 4;
    return sized(std::move(node), column.w, std::max(0.0, std::max(node.box.bottom(), y - 4)));
  };
}

}  // namespace

std::optional<LaneBody> how_lane(const Frame& frame) {
  std::vector<std::vector<Cell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    if (frame.columns[c].stage->how.empty() && frame.columns[c].stage->contents.empty()) continue;
    cells[c].push_back(stage_how(frame, frame.columns[c]));
  }
  return grid(frame, cells, {6, false});
}

}  // namespace parcours
