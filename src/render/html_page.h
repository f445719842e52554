// The parts of the report, each a piece of HTML with everything escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "overlay/measured_map.h"
#include "render/layout/frame.h"

namespace parcours {

std::string html_escaped(std::string_view text);

enum class CellLook { text, number, weak, withheld };
struct HtmlCell {
  std::string text;
  CellLook look = CellLook::number;
  std::string note = {};  // below, smaller: an interval, a channel
  bool stands_out = false;
};
struct HtmlColumn {
  std::string name, definition = {};  // shown on hover and read out
  bool number = true;
  std::string note = {};  // below the name: what a share is a share of
};
// A table with a caption; the first cell of each row names it.
std::string html_table(std::string_view id, const std::string& caption, const std::vector<HtmlColumn>& columns,
                       const std::vector<std::vector<HtmlCell>>& rows);

inline constexpr std::string_view kUnsaid = "–";
// Takes out the columns, but the first, in which no row says anything. REQUIRES: rows as long as `columns`
void leave_out_unsaid(std::vector<HtmlColumn>& columns, std::vector<std::vector<HtmlCell>>& rows);

// What several tables have in common.
HtmlCell words_cell(std::string text, std::string note = {});
HtmlCell count_cell(const Frame& frame, std::int64_t n);
HtmlCell shaded_cell(const Frame& frame, std::string text, std::int64_t n);  // as its n allows: itself, weak with its n, hidden
HtmlCell share_cell(const Frame& frame, const Share& share);                 // with its interval below; weak ones with n, withheld ones hidden
HtmlCell share_of_n_cell(const Frame& frame, const Share& share);            // and with what it is a share of, always
HtmlCell money_cell(const Frame& frame, const std::optional<Estimate>& money);
HtmlColumn figure_column(const Frame& frame, std::string_view code);

std::string html_findings(const Frame& frame);
std::string html_segments(const Frame& frame);    // "" without a breakdown
std::string html_comparison(const Frame& frame);  // "" without one
std::string html_list(const Frame& frame);        // "" when none was asked for
std::string html_whole(const Frame& frame);
std::string html_scores(const Frame& frame);  // "" when nobody gave one
std::string html_times(const Frame& frame);   // times, returns, failures, chance lost
std::string html_unclaimed(const Frame& frame);
std::string html_stages(const Frame& frame);
std::string html_touchpoints(const Frame& frame);
std::string html_arrows(const Frame& frame);
std::string html_frictions(const Frame& frame);
std::string html_actions(const Frame& frame);
std::string html_emotions(const Frame& frame);
std::string html_definitions(const Frame& frame);

// A whole page. `picture` (an SVG) and `words` are HTML already; `skip_to`: the id among the words that the skip link leads to.
struct HtmlDocument {
  Lang lang = Lang::en;
  Theme theme = Theme::light;
  std::string title, picture, words, basis, skip_to;
  std::string scope = {};  // what the figures are narrowed to; "": nothing
};
std::string html_document(const HtmlDocument& document);

std::string page_style(std::string_view body);  // its typeface, for the characters of `body`, and the rules of the page

}  // namespace parcours
