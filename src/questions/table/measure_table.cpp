#include "questions/definitions.h"
#include "questions/statistics.h"
#include "questions/table/report.h"

namespace parcours {
namespace {

struct Row {
  const StageFigures* stage;
  const TouchpointFigures* touchpoint;
};

std::vector<Row> touchpoints_of(const MeasuredFigures& figures) {
  std::vector<Row> rows;
  for (const auto& stage : figures.stages)
    for (const auto& touchpoint : stage.touchpoints) rows.push_back({&stage, &touchpoint});
  return rows;
}

// The curve of those who reached the goal may never fall to one half: then half of them never get there.
std::string time_to_goal(Report& out, const MeasuredFigures& f, const MeasureQuestion& q) {
  if (f.median_to_goal_s || q.goal.empty() || f.journeys == 0) return out.span(f.median_to_goal_s, f.journeys);
  return out.word("never_half");
}

void write_whole(Report& out, const MeasuredFigures& f, const MeasureQuestion& q) {
  out.heading(out.word("whole"));
  TextTable table;
  table.column(out.word("figure"), Align::left);
  table.column(out.word("value"));
  std::vector<std::pair<const char*, std::string>> rows = {{"customers", out.count(f.customers)},
                                                           {"journeys", out.count(f.journeys)},
                                                           {"open", out.count(f.open)},
                                                           {"closed", out.count(f.closed)},
                                                           {"reached_goal", out.count(f.reached_goal)},
                                                           {"closed_without_goal", out.count(f.closed_without_goal)},
                                                           {"conversion", out.share(f.conversion)},
                                                           {"conversion_with_open", out.share(f.conversion_with_open)},
                                                           {"goal_value", out.money(f.goal_value, q.currency)},
                                                           {"median_to_goal_s", time_to_goal(out, f, q)}};
  if (f.returned) rows.push_back({"returned", out.share(*f.returned)});
  out.table(table, rows.size(), [&](std::size_t i) { table.row({out.label("measure", rows[i].first), rows[i].second}); });
}

void write_stages(Report& out, const MeasuredFigures& f, std::string_view currency) {
  out.heading(out.word("stages"));
  TextTable table;
  table.column(out.word("stage"), Align::left);
  for (const auto* figure : {"customers", "journeys", "visits", "to_next_stage", "to_goal", "lost", "drop_off", "at_stake", "within"})
    table.column(out.label("measure", figure));
  out.table(table, f.stages.size(), [&](std::size_t i) {
    const auto& s = f.stages[i];
    table.row({out.stage(s.id), out.count(s.customers), out.count(s.journeys), out.count(s.visits), out.share_of(s.to_next_stage),
               out.share(s.to_goal), out.count(s.lost), out.share_of(s.drop_off), out.money(s.at_stake, currency), out.span(s.within.median)});
  });
}

void write_touchpoints(Report& out, const MeasuredFigures& f, std::string_view currency) {
  const auto rows = touchpoints_of(f);
  out.heading(out.word("touchpoints"));
  TextTable table;
  table.column(out.word("touchpoint"), Align::left);
  for (const auto* figure : {"customers", "journeys", "visits", "lost", "drop_off", "at_stake", "chance_lost", "to_goal", "repeats", "failed"})
    table.column(out.label("measure", figure));
  out.table(table, rows.size(), [&](std::size_t i) {
    const auto& t = *rows[i].touchpoint;
    if (!t.has_rule) return table.row({out.touchpoint(t.id), out.word("no_rule"), "", "", "", "", "", "", "", "", ""});
    table.row({out.touchpoint(t.id), out.count(t.customers), out.count(t.journeys), out.count(t.visits), out.count(t.lost), out.share(t.drop_off),
               out.money(t.at_stake, currency), out.index(t.chance_lost, t.journeys), out.share(t.to_goal), out.share(t.repeats),
               out.count(t.failed)});
  });
}

void write_times(Report& out, const MeasuredFigures& f, const MeasureQuestion& q) {
  std::vector<Row> rows = touchpoints_of(f);
  std::erase_if(
      rows, [](const Row& row) { return !row.touchpoint->within.median && !row.touchpoint->to_next.median && !row.touchpoint->to_goal_time.median; });
  if (rows.empty()) return;
  out.heading(out.word("times"));
  TextTable table;
  table.column(out.word("touchpoint"), Align::left);
  for (const auto* figure : {"within", "to_next", "to_goal_time"}) table.column(out.label("measure", figure));
  out.table(table, rows.size(), [&](std::size_t i) {
    const auto& t = *rows[i].touchpoint;
    table.row({out.touchpoint(t.id), out.span(t.within.median), out.span(t.to_next.median), t.id == q.goal ? "–" : out.span(t.to_goal_time.median)});
  });
}

void write_scores(Report& out, const MeasuredFigures& f) {
  std::vector<Row> rows = touchpoints_of(f);
  std::erase_if(rows, [](const Row& row) { return !row.touchpoint->score; });
  if (rows.empty()) return;
  out.heading(out.word("scores"));
  TextTable table;
  table.column(out.word("touchpoint"), Align::left);
  table.column("n");
  for (const auto* figure : {"nps", "csat", "ces_mean", "ces_high", "emotion"}) table.column(out.label("measure", figure));
  out.table(table, rows.size(), [&](std::size_t i) {
    const auto& score = *rows[i].touchpoint->score;
    const auto share = [&](const std::optional<Share>& s) { return s ? out.share(*s) : std::string("–"); };
    table.row({out.touchpoint(rows[i].touchpoint->id), out.count(score.n), out.number(score.nps), share(score.csat), out.number(score.ces_mean, 2),
               share(score.ces_high), out.number(score.emotion, 2)});
  });
}

void write_arrows(Report& out, const MeasuredFigures& f) {
  if (f.arrows.empty()) return;
  out.heading(out.word("arrows"));
  TextTable table;
  table.column(out.word("from"), Align::left);
  table.column(out.word("to"), Align::left);
  for (const auto* figure : {"arrow_count", "arrow_moves", "arrow_median_s"}) table.column(out.label("measure", figure));
  out.table(table, f.arrows.size(), [&](std::size_t i) {
    const auto& a = f.arrows[i];
    table.row({out.touchpoint(a.from), out.touchpoint(a.to), out.count(a.count), out.count(a.moves), out.span(a.median_s, a.moves)});
  });
}

void write_figures(Report& out, const MeasuredFigures& f, const MeasureQuestion& question) {
  write_whole(out, f, question);
  write_stages(out, f, question.currency);
  write_touchpoints(out, f, question.currency);
  write_times(out, f, question);
  write_scores(out, f);
  write_arrows(out, f);
}

void write_coverage(Report& out, const MeasureAnswer& answer) {
  const std::string share = show_share(wilson(answer.claimed_events, answer.basis.events), out.lang());
  out.paragraph(render(msg("table.pair", {{"name", out.label("measure", "coverage")}, {"value", share}}), out.lang()));
  out.paragraph(render(msg("table.pair", {{"name", out.label("measure", "off_map")}, {"value", out.count(answer.off_map)}}), out.lang()));
  if (!answer.unclaimed.empty()) {
    out.heading(out.word("unclaimed"));
    TextTable table;
    table.column(out.word("event"), Align::left);
    table.column(out.label("measure", "unclaimed"));
    out.table(table, answer.unclaimed.size(), [&](std::size_t i) { table.row({answer.unclaimed[i].event, out.count(answer.unclaimed[i].count)}); });
  }
  if (answer.overlaps.empty()) return;
  out.heading(out.word("overlaps"));
  TextTable table;
  table.column(out.word("touchpoint"), Align::left);
  table.column(out.word("touchpoint"), Align::left);
  table.column(out.label("measure", "overlaps"));
  out.table(table, answer.overlaps.size(), [&](std::size_t i) {
    table.row({out.touchpoint(answer.overlaps[i].first), out.touchpoint(answer.overlaps[i].second), out.count(answer.overlaps[i].events)});
  });
}

}  // namespace

void write(Report& out, const MeasureQuestion& question, const MeasureAnswer& answer) {
  if (question.list) return write_list(out, *question.list, answer);
  write_figures(out, answer.all, question);
  out.parts(answer.segments.size(), [&](std::size_t i) {
    out.heading("── " + question.by + " = " + answer.segments[i].value.value_or(out.word("none")) + " ──");
    write_figures(out, answer.segments[i].figures, question);
  });
  write_coverage(out, answer);
}

}  // namespace parcours
