// The customers behind a figure, one a row.
#include "base/dates.h"
#include "questions/table/report.h"

namespace parcours {
namespace {

std::string moment(const Report& out, TimeMs at) { return at == kNoTime ? "–" : show_table_moment(at, out.zone(), out.lang()); }

Message heading_of(const Report& out, const ListAt& list, std::int64_t n) {
  const std::vector<std::pair<std::string, Arg>> args = {{"n", n}, {"step", out.touchpoint(list.touchpoint)}};
  switch (list.who) {
    case ListWho::lost: return msg("table.list.lost", args);
    case ListWho::open: return msg("table.list.open", args);
    case ListWho::visited: break;
  }
  return msg("table.list.visited", args);
}

Message heading_of(const ListMembers& list, std::int64_t n) {
  const std::vector<std::pair<std::string, Arg>> args = {{"n", n}, {"day", list.day}};
  switch (list.who) {
    case MembersWho::lapsed: return msg("table.list.lapsed", args);
    case MembersWho::returned: return msg("table.list.returned", args);
    case MembersWho::all: break;
  }
  return msg("table.list.members", args);
}

}  // namespace

void write_list(Report& out, const ListAt& list, const MeasureAnswer& answer) {
  out.heading(render(heading_of(out, list, static_cast<std::int64_t>(answer.listed.size())), out.lang()));
  TextTable table;
  table.column(out.word("customer"), Align::left);
  table.column(out.label("measure", "journeys"));
  table.column(out.word("last_visit"), Align::left);
  out.table(table, answer.listed.size(), [&](std::size_t i) {
    const auto& one = answer.listed[i];
    table.row({one.customer, out.count(one.journeys), moment(out, one.last_visit)});
  });
}

void write_list(Report& out, const ListMembers& list, const RetentionAnswer& answer) {
  out.heading(render(heading_of(list, static_cast<std::int64_t>(answer.listed.size())), out.lang()));
  TextTable table;
  table.column(out.word("customer"), Align::left);
  table.column(out.word("came"), Align::left);
  table.column(out.word("last_active"), Align::left);
  out.table(table, answer.listed.size(), [&](std::size_t i) {
    const auto& one = answer.listed[i];
    table.row({one.customer, moment(out, one.came), moment(out, one.last_active)});
  });
}

}  // namespace parcours
