#include "cli/commands/measure_tables.h"

#include <ostream>

#include "base/letters.h"
#include "cli/scope_options.h"
#include "overlay/comparison.h"
#include "overlay/segments.h"
#include "questions/table/report.h"

namespace parcours {
namespace {

// Where one side is hidden the difference is too: the other side and the difference would give it away.
std::string points(const std::optional<Estimate>& difference, const Share& a, const Share& b, Lang lang) {
  if (!difference) return "–";
  if (a.n < kWithheldBelow || b.n < kWithheldBelow) return "·";
  return show_points(difference->value, lang) + " " + show_points_range(*difference, lang);
}

std::string value_of(const Report& out, const MeasuredMap& measured, std::size_t segment) {
  const auto name = segment_name(measured, segment);
  return name ? name->in(out.lang()) : out.word("none");
}

void whole_segments(Report& out, const MeasuredMap& measured) {
  TextTable table;
  table.column(field_name(measured.by).in(out.lang()), Align::left);
  for (const auto* figure : {"customers", "journeys", "closed_without_goal", "conversion"}) table.column(out.label("measure", figure));
  table.column(text("measure.apart", out.lang()));
  const auto& segments = measured.figures->segments;
  out.table(table, segments.size(), [&](std::size_t i) {
    const auto& f = segments[i].figures;
    const auto* compared = segment_at(measured.segments, i, "");
    table.row({value_of(out, measured, i), out.count(f.customers), out.count(f.journeys), out.count(f.closed_without_goal), out.share(f.conversion),
               compared ? sign_of(compared) + points(compared->difference, compared->here, compared->others, out.lang()) : "–"});
  });
}

void segments_by_touchpoint(Report& out, const MeasuredMap& measured) {
  struct Row {
    std::string touchpoint;
    std::size_t segment;
    const TouchpointFigures* figures;
  };
  std::vector<Row> rows;
  const auto& segments = measured.figures->segments;
  for (std::size_t stage = 0; stage < measured.figures->all.stages.size(); ++stage)
    for (std::size_t t = 0; t < measured.figures->all.stages[stage].touchpoints.size(); ++t)
      for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& figures = segments[i].figures.stages[stage].touchpoints[t];
        if (figures.has_rule && segment_at(measured.segments, i, figures.id)) rows.push_back({figures.id, i, &figures});
      }
  TextTable table;
  table.column(out.word("touchpoint"), Align::left);
  table.column(field_name(measured.by).in(out.lang()), Align::left);
  for (const auto* figure : {"customers", "lost", "drop_off"}) table.column(out.label("measure", figure));
  table.column(text("measure.apart", out.lang()));
  out.table(table, rows.size(), [&](std::size_t i) {
    const Row& row = rows[i];
    const auto* compared = segment_at(measured.segments, row.segment, row.touchpoint);
    table.row({out.touchpoint(row.touchpoint), value_of(out, measured, row.segment), out.count(row.figures->customers), out.count(row.figures->lost),
               out.share(row.figures->drop_off), sign_of(compared) + points(compared->difference, compared->here, compared->others, out.lang())});
  });
}

}  // namespace

TableOptions named_options(const Session& session, const Workspace& workspace, const MeasuredMap& measured, std::optional<std::int64_t> rows) {
  TableOptions options = table_options(session, workspace, rows);
  for (const Stage& stage : measured.map.stages) {
    options.stages[stage.id] = stage.name.in(session.lang);
    for (const Touchpoint& touchpoint : stage.touchpoints) options.touchpoints[touchpoint.id] = touchpoint.name.in(session.lang);
  }
  return options;
}

void print_segments(Session& session, const MeasuredMap& measured, const TableOptions& options) {
  if (measured.by.empty() || measured.figures->segments.empty()) return;
  Report out(options);
  out.paragraph(render(segments_sentence(measured), session.lang));
  whole_segments(out, measured);
  segments_by_touchpoint(out, measured);
  out.paragraph(text("measure.signs", session.lang));
  session.out << "\n" << on_lines(out.finish());
}

void print_sentences(Session& session, const MeasuredMap& measured) {
  if (!measured.by.empty() && !measured.figures->segments.empty()) session.say(segments_sentence(measured));
  if (!measured.against) return;
  for (const auto& sentence : comparison_sentences(measured)) session.say(sentence);
}

void print_comparison(Session& session, const Workspace& workspace, const MeasuredMap& measured) {
  if (!measured.against) return;
  Report out({session.lang, workspace.zone()});
  for (const auto& sentence : comparison_sentences(measured)) out.heading(render(sentence, session.lang));
  out.heading("");
  const SideBySide sides = side_by_side(measured);
  TextTable table;
  table.column(out.word("figure"), Align::left);
  table.column(sides.first);
  table.column(sides.second);
  table.column(text("measure.change", session.lang));
  table.column(text("measure.more_than_chance", session.lang), Align::left);
  out.table(table, sides.rows.size(), [&](std::size_t i) {
    const auto& row = sides.rows[i];
    const auto* touchpoint = measured.map.touchpoint(row.touchpoint);
    const std::string name = out.label("measure", row.figure) + (touchpoint ? " · " + touchpoint->name.in(session.lang) : "");
    table.row({name, out.share(row.first), out.share(row.second), points(row.change, row.first, row.second, session.lang),
               row.change && row.first.n >= kWithheldBelow && row.second.n >= kWithheldBelow
                   ? text(row.surely ? "measure.surely" : "measure.not_surely", session.lang)
                   : "–"});
  });
  session.out << "\n" << out.finish();
}

}  // namespace parcours
