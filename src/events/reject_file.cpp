#include "events/reject_file.h"

#include "base/csv.h"

namespace parcours {
std::string show(const Reject& reject, const std::string& name, Lang lang) {
  const std::string place = (reject.file.empty() ? name : reject.file) + ":" + std::to_string(reject.line) + ": ";
  return place + (reject.column.empty() ? "" : reject.column + ": ") + render(reject.reason, lang);
}

std::string rejects_csv(const std::vector<Reject>& rejects, const std::string& name, Lang lang) {
  std::string out = "file,line,column,reason,row\n";
  for (const Reject& reject : rejects) {
    out += csv_quoted(reject.file.empty() ? name : reject.file) + "," + std::to_string(reject.line) + "," + csv_quoted(reject.column) + ",";
    out += csv_quoted(render(reject.reason, lang)) + "," + csv_quoted(reject.row) + "\n";
  }
  return out;
}

}  // namespace parcours
