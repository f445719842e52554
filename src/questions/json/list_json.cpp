// The customers behind a figure: in JSON, and as a file of their own.
#include "base/csv.h"
#include "questions/answer_list.h"
#include "questions/json/parts.h"

namespace parcours {
namespace {

std::string iso(TimeMs time, const Zone& zone) { return time == kNoTime ? "" : show_instant(time, zone); }

}  // namespace

std::string_view code_of(ListWho who) { return who == ListWho::lost ? "lost" : who == ListWho::open ? "open" : "visited"; }
std::string_view code_of(MembersWho who) { return who == MembersWho::lapsed ? "lapsed" : who == MembersWho::returned ? "returned" : "all"; }

void put_list(Json& out, const MeasureQuestion& question, const MeasureAnswer& answer, const Zone& zone) {
  if (!question.list) return;
  Json& list = out["list"] = {{"touchpoint", question.list->touchpoint}, {"who", code_of(question.list->who)}, {"customers", Json::array()}};
  for (const auto& one : answer.listed)
    list["customers"].push_back({{"customer", one.customer}, {"journeys", one.journeys}, {"last_visit", instant(one.last_visit, zone)}});
}

void put_list(Json& out, const RetentionQuestion& question, const RetentionAnswer& answer, const Zone& zone) {
  if (!question.list) return;
  Json& list = out["list"] = {{"day", show(question.list->day)}, {"who", code_of(question.list->who)}, {"customers", Json::array()}};
  for (const auto& one : answer.listed)
    list["customers"].push_back({{"customer", one.customer}, {"came", instant(one.came, zone)}, {"last_active", instant(one.last_active, zone)}});
}

std::string list_csv(const MeasureAnswer& answer, const Zone& zone) {
  std::string out = "customer,journeys,last_visit\n";
  for (const auto& one : answer.listed) out += csv_quoted(one.customer) + "," + std::to_string(one.journeys) + "," + iso(one.last_visit, zone) + "\n";
  return out;
}

std::string list_csv(const RetentionAnswer& answer, const Zone& zone) {
  std::string out = "customer,came,last_active\n";
  for (const auto& one : answer.listed) out += csv_quoted(one.customer) + "," + iso(one.came, zone) + "," + iso(one.last_active, zone) + "\n";
  return out;
}

}  // namespace parcours
