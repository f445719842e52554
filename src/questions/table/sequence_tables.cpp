// The tables of funnel, flow, variants, retention and channels.
#include <algorithm>

#include "base/dates.h"
#include "base/letters.h"
#include "questions/definitions.h"
#include "questions/statistics.h"
#include "questions/table/report.h"

namespace parcours {
namespace {

void write_steps(Report& out, const std::vector<FunnelStepCount>& steps, std::string_view unit) {
  TextTable table;
  table.column(out.word("step"), Align::left);
  table.column(with_capital(unit_text(unit, out.lang())));
  for (const auto* figure : {"open", "share_of_first", "share_of_previous", "closed_share_of_first", "median_s", "median_total_s"})
    table.column(out.label("funnel", figure));
  out.table(table, steps.size(), [&](std::size_t i) {
    const auto& s = steps[i];
    table.row({out.touchpoint(s.step), out.count(s.count), out.count(s.open), out.share(s.share_of_first), out.share(s.share_of_previous),
               out.share(s.closed_share_of_first), out.span(s.median_s, s.count), out.span(s.median_total_s, s.count)});
  });
  for (const auto& step : steps) {
    if (step.customers.empty()) continue;
    out.heading(render(msg("table.customers_of", {{"step", out.touchpoint(step.step)}}), out.lang()));
    std::string names;
    for (const auto& customer : step.customers) names += "  " + customer + "\n";
    out.paragraph(names);
  }
}

void write_ends(Report& out, const FlowAnswer& answer, std::string_view unit, NodesAre nodes) {
  struct Both {
    std::int64_t start = 0, end = 0;
  };
  std::vector<std::pair<std::string, Both>> rows;
  const auto row_of = [&](const std::string& at) -> Both& {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.first == at; });
    return found != rows.end() ? found->second : rows.emplace_back(at, Both{}).second;
  };
  for (const auto& start : answer.starts) row_of(start.at).start = start.count;
  for (const auto& end : answer.ends) row_of(end.at).end = end.count;
  out.heading(out.word("starts_and_ends") + " (" + unit_text(unit, out.lang()) + ")");
  TextTable table;
  table.column(out.word("at"), Align::left);
  table.column(out.label("flow", "starts"));
  table.column(out.label("flow", "ends"));
  out.table(table, rows.size(), [&](std::size_t i) {
    table.row({out.node(rows[i].first, nodes), out.count(rows[i].second.start), out.count(rows[i].second.end)});
  });
}

// A month by its name, other periods by their first day.
std::string period_text(Date start, Every every, Lang lang) {
  return every == Every::month ? show_short_month(start.month, lang) + " " + std::to_string(start.year) : show_table_date(start, lang);
}

void write_repurchase(Report& out, const Repurchase& r) {
  out.heading(out.word("repurchase"));
  TextTable table;
  for (const auto* figure : {"buyers", "repeat", "share", "time_to_second"}) table.column(out.label("retention", figure));
  const auto median = time_at_survival(r.time_to_second, 0.5);
  out.table(table, 1, [&](std::size_t) { table.row({out.count(r.buyers), out.count(r.repeat), out.share(r.share), out.span(median, r.buyers)}); });
}

}  // namespace

void write(Report& out, const FunnelQuestion& question, const FunnelAnswer& answer) {
  const std::string_view unit = unit_of(Question(question));
  write_steps(out, answer.steps, unit);
  out.parts(answer.segments.size(), [&](std::size_t i) {
    out.heading(question.by + " = " + answer.segments[i].value.value_or(out.word("none")));
    write_steps(out, answer.segments[i].steps, unit);
  });
}

void write(Report& out, const FlowQuestion& question, const FlowAnswer& answer) {
  const std::string_view unit = unit_of(Question(question));
  TextTable table;
  table.column(out.word("from"), Align::left);
  table.column(out.word("to"), Align::left);
  table.column(with_capital(unit_text(unit, out.lang())));
  for (const auto* figure : {"moves", "mean_s", "median_s"}) table.column(out.label("flow", figure));
  out.heading(out.word("edges"));
  out.table(table, answer.edges.size(), [&](std::size_t i) {
    const auto& e = answer.edges[i];
    table.row({out.node(e.from, question.nodes), out.node(e.to, question.nodes), out.count(e.count), out.count(e.moves), out.span(e.mean_s, e.moves),
               out.span(e.median_s, e.moves)});
  });
  write_ends(out, answer, unit, question.nodes);
}

void write(Report& out, const VariantsQuestion& question, const VariantsAnswer& answer) {
  TextTable summary;
  for (const auto* figure : {"total", "sequences", "mean_duration_s", "median_duration_s"}) summary.column(out.label("variants", figure));
  out.table(summary, 1, [&](std::size_t) {
    summary.row({out.count(answer.total), out.count(answer.sequences), out.span(answer.mean_duration_s, answer.sequences),
                 out.span(answer.median_duration_s, answer.sequences)});
  });
  TextTable table;
  table.column(out.label("variants", "count"));
  table.column("%");
  table.column(out.word("path"), Align::left);
  out.table(table, answer.variants.size(), [&](std::size_t i) {
    const auto& v = answer.variants[i];
    table.row({out.count(v.count), out.share(wilson(v.count, answer.sequences)), out.path(v.path, question.nodes)});
  });
}

void write(Report& out, const RetentionQuestion& question, const RetentionAnswer& answer) {
  if (question.list) write_list(out, *question.list, answer);
  std::size_t periods = answer.mean.size();
  for (const auto& cohort : answer.cohorts) periods = std::max(periods, cohort.cells.size());
  TextTable table;
  table.column(out.word("cohort"), Align::left);
  table.column(out.label("retention", "size"));
  for (std::size_t k = 0; k < periods; ++k) table.column("+" + std::to_string(k));
  out.table(table, answer.cohorts.size(), [&](std::size_t i) {
    const auto& cohort = answer.cohorts[i];
    std::vector<std::string> cells = {period_text(cohort.start, question.every, out.lang()), out.count(cohort.size)};
    for (std::size_t k = 0; k < periods; ++k) {
      if (k >= cohort.cells.size()) cells.push_back("");
      else cells.push_back(cohort.cells[k].over ? out.count(cohort.cells[k].n) : out.not_over(cohort.cells[k].n));
    }
    table.row(std::move(cells));
  });
  TextTable mean;
  mean.column(out.word("period"), Align::left);
  mean.column(out.label("retention", "mean"));
  mean.column("n");
  out.table(mean, answer.mean.size(), [&](std::size_t k) {
    mean.row({"+" + std::to_string(k), out.share(answer.mean[k]), out.count(answer.mean[k].n)});
  });
  if (answer.repurchase) write_repurchase(out, *answer.repurchase);
}

void write(Report& out, const ChannelsQuestion&, const ChannelsAnswer& answer) {
  TextTable shares;
  shares.column(out.word("figure"), Align::left);
  shares.column(out.word("value"));
  shares.column("n");
  const std::pair<const char*, const Share*> rows[] = {
      {"on_two_or_more", &answer.on_two_or_more}, {"went_on_after_staying", &answer.went_on_after_staying}, {"joined", &answer.joined}};
  out.table(shares, 3, [&](std::size_t i) {
    shares.row({out.label("channels", rows[i].first), out.share(*rows[i].second), out.count(rows[i].second->n)});
  });
  TextTable moves;
  moves.column(out.word("from"), Align::left);
  moves.column(out.word("to"), Align::left);
  moves.column(out.label("channels", "moves"));
  moves.column(out.label("channels", "count"));
  out.heading(out.word("edges"));
  out.table(moves, answer.moves.size(), [&](std::size_t i) {
    const auto& m = answer.moves[i];
    moves.row({out.channel(m.from), out.channel(m.to), out.count(m.moves), out.count(m.count)});
  });
  out.heading(out.word("changes"));
  TextTable changes;
  changes.column(out.word("from"), Align::left);
  changes.column(out.word("to"), Align::left);
  changes.column(out.label("channels", "went_on"));
  changes.column("n");
  out.table(changes, answer.changes.size(), [&](std::size_t i) {
    const auto& c = answer.changes[i];
    changes.row({out.channel(c.from), out.channel(c.to), out.share(c.went_on), out.count(c.went_on.n)});
  });
  out.heading(out.word("last"));
  TextTable last;
  last.column(out.word("channel"), Align::left);
  last.column(out.label("channels", "last"));
  out.table(last, answer.last.size(), [&](std::size_t i) { last.row({out.channel(answer.last[i].channel), out.count(answer.last[i].count)}); });
}

}  // namespace parcours
