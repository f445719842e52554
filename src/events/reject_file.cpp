#include "events/reject_file.h"

#include <algorithm>
#include <map>
#include <utility>

namespace parcours {

std::string show(const Reject& reject, const std::string& name, Lang lang) {
  const std::string place = (reject.file.empty() ? name : reject.file) + ":" + std::to_string(reject.line) + ": ";
  return place + (reject.column.empty() ? "" : reject.column + ": ") + render(reject.reason, lang);
}

std::vector<RejectCause> causes_of(const std::vector<Reject>& rejects) {
  std::vector<RejectCause> causes;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> places;
  for (const Reject& reject : rejects) {
    const auto [at, is_new] = places.try_emplace({reject.column, reject.reason.key}, causes.size());
    if (is_new) causes.push_back({&reject, 0});
    ++causes[at->second].rows;
  }
  std::stable_sort(causes.begin(), causes.end(), [](const RejectCause& a, const RejectCause& b) { return a.rows > b.rows; });
  return causes;
}

std::string rejects_csv(const std::vector<Reject>& rejects, const std::string& name, Lang lang, const CsvReaders& readers) {
  const std::string between(1, readers.separator());
  std::string out(readers.begin());
  out += readers.excel ? text("events.rejects.header", *readers.excel) + "\n" : "file,line,column,reason,row\n";
  for (const Reject& reject : rejects) {
    out += csv_quoted(reject.file.empty() ? name : reject.file) + between + std::to_string(reject.line) + between + csv_quoted(reject.column) +
           between + csv_quoted(render(reject.reason, lang)) + between + csv_quoted(reject.row) + "\n";
  }
  return out;
}

}  // namespace parcours
