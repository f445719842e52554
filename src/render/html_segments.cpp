// A breakdown in the report: what it says, the segments, and the drop-off at each touchpoint by segment.
#include "overlay/comparison.h"
#include "overlay/segments.h"
#include "render/html_page.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr std::size_t kSegmentsMax = 6;  // columns that stand side by side at 1280 px

std::size_t shown(const Frame& frame) { return std::min(kSegmentsMax, frame.map.figures->segments.size()); }

std::string segment_name(const Frame& frame, std::size_t segment) {
  const auto name = parcours::segment_name(frame.map, segment);
  return name ? frame.say(*name) : frame.say(msg("render.report.no_value"));
}

// "−3.1 [−5 to −1]", marked when it is more than chance.
HtmlCell apart_cell(const Frame& frame, const SegmentCompared* compared) {
  if (!compared || compared->here.n < kWithheldBelow || compared->others.n < kWithheldBelow) return {"–"};
  HtmlCell cell{sign_of(compared) + show_points(compared->difference->value, frame.lang)};
  cell.note = show_points_range(*compared->difference, frame.lang);
  return cell;
}

std::string segments_table(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (std::size_t segment = 0; segment < shown(frame); ++segment) {
    const MeasuredFigures& f = frame.map.figures->segments[segment].figures;
    rows.push_back({words_cell(segment_name(frame, segment)), count_cell(frame, f.customers), count_cell(frame, f.journeys),
                    count_cell(frame, f.closed_without_goal), share_cell(frame, f.conversion),
                    apart_cell(frame, segment_at(frame.map.segments, segment, ""))});
  }
  return html_table("segments-table", frame.say(msg("render.report.segments")),
                    {{frame.say(msg("render.report.segment")), {}, false},
                     figure_column(frame, "customers"),
                     figure_column(frame, "journeys"),
                     figure_column(frame, "closed_without_goal"),
                     figure_column(frame, "conversion"),
                     {frame.say(msg("render.report.apart")), {}, true, frame.say(msg("render.report.points"))}},
                    rows);
}

HtmlCell drop_off_cell(const Frame& frame, std::size_t segment, const std::string& id) {
  const auto* f = frame.map.figures->segments[segment].figures.touchpoint(id);
  if (!f) return {"–"};
  HtmlCell cell = share_cell(frame, f->drop_off);
  if (!cell.note.empty()) cell.text += " " + cell.note;
  cell.note = frame.say(msg("render.report.cell", {{"customers", f->customers}, {"lost", f->lost}}));
  const auto* compared = segment_at(frame.map.segments, segment, id);
  cell.stands_out = compared && compared->surely && compared->difference->value > 0;
  cell.text = sign_of(compared) + cell.text;
  return cell;
}

std::string drop_off_table(const Frame& frame) {
  std::vector<HtmlColumn> columns = {{frame.say(msg("render.report.touchpoint")), {}, false}};
  for (std::size_t segment = 0; segment < shown(frame); ++segment) columns.push_back({segment_name(frame, segment), {}, true});
  std::vector<std::vector<HtmlCell>> rows;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      const auto* figures = frame.map.touchpoint(touchpoint.id);
      if (column.stage->phase == Phase::after || !figures || !figures->has_rule || touchpoint.id == frame.map.map.goal) continue;
      std::vector<HtmlCell> row = {words_cell(frame.say(touchpoint.name), frame.say(column.stage->name))};
      for (std::size_t segment = 0; segment < shown(frame); ++segment) row.push_back(drop_off_cell(frame, segment, touchpoint.id));
      rows.push_back(std::move(row));
    }
  return rows.empty() ? "" : html_table("segments-drop-off-table", frame.say(msg("render.report.drop_off_by")), columns, rows);
}

}  // namespace

std::string html_segments(const Frame& frame) {
  if (!frame.measured() || frame.map.by.empty() || frame.map.figures->segments.empty()) return {};
  std::string out = "<section aria-labelledby=\"segments-title\">\n<h2 id=\"segments-title\">" +
                    html_escaped(frame.say(msg("render.report.by", {{"field", field_name(frame.map.by)}}))) + "</h2>\n<p class=\"lead\">" +
                    html_escaped(frame.say(segments_sentence(frame.map))) + "</p>\n" + segments_table(frame) + drop_off_table(frame) +
                    "<p class=\"note\">" + html_escaped(frame.say(msg("render.report.signs")));
  const auto all = static_cast<std::int64_t>(frame.map.figures->segments.size()), n = static_cast<std::int64_t>(shown(frame));
  if (n < all) out += " " + html_escaped(frame.say(msg("render.report.segments_left_out", {{"n", n}, {"all", all}})));
  return out + "</p>\n</section>\n";
}

}  // namespace parcours
