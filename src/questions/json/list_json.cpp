// The customers behind a figure: in JSON, and as a file of their own.
#include "base/csv.h"
#include "questions/answer_list.h"
#include "questions/definitions.h"
#include "questions/json/parts.h"

namespace parcours {
namespace {

// The rows of a list, for whoever reads it.
class ListFile {
 public:
  ListFile(const CsvReaders& readers, const Zone& zone) : readers_(readers), zone_(zone), out_(readers.begin()) {}

  void header(std::string_view names, const std::vector<std::string>& in_words) {
    if (!readers_.excel) out_ += std::string(names) + "\n";
    else row(in_words);
  }
  void row(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += (i > 0 ? std::string(1, readers_.separator()) : "") + cells[i];
    out_ += '\n';
  }
  // "2026-11-18T07:41:00+01:00"; Excel knows "2026-11-18 07:41:00" for a date.
  std::string time(TimeMs time) const {
    if (time == kNoTime) return "";
    const std::string iso = show_instant(time, zone_);
    return readers_.excel ? iso.substr(0, 10) + " " + iso.substr(11, 8) : iso;
  }
  std::string word(const char* key) const { return text(std::string("table.") + key, readers_.excel.value_or(Lang::en)); }
  const std::string& text_of() const { return out_; }

 private:
  const CsvReaders& readers_;
  const Zone& zone_;
  std::string out_;
};

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

std::string list_csv(const MeasureAnswer& answer, const Zone& zone, const CsvReaders& readers) {
  ListFile file(readers, zone);
  file.header("customer,journeys,last_visit",
              {file.word("customer"), name_of(figure_info("measure", "journeys"), readers.excel.value_or(Lang::en)), file.word("last_visit")});
  for (const auto& one : answer.listed) file.row({csv_quoted(one.customer), std::to_string(one.journeys), file.time(one.last_visit)});
  return file.text_of();
}

std::string list_csv(const RetentionAnswer& answer, const Zone& zone, const CsvReaders& readers) {
  ListFile file(readers, zone);
  file.header("customer,came,last_active", {file.word("customer"), file.word("came"), file.word("last_active")});
  for (const auto& one : answer.listed) file.row({csv_quoted(one.customer), file.time(one.came), file.time(one.last_active)});
  return file.text_of();
}

}  // namespace parcours
