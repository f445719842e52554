#include "events/reject_file.h"

namespace parcours {
namespace {

std::string cell(std::string_view text) {
  std::string out = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string show(const Reject& reject, const std::string& name, Lang lang) {
  const std::string place = (reject.file.empty() ? name : reject.file) + ":" + std::to_string(reject.line) + ": ";
  return place + (reject.column.empty() ? "" : reject.column + ": ") + render(reject.reason, lang);
}

std::string rejects_csv(const std::vector<Reject>& rejects, const std::string& name, Lang lang) {
  std::string out = "file,line,column,reason,row\n";
  for (const Reject& reject : rejects) {
    out += cell(reject.file.empty() ? name : reject.file) + "," + std::to_string(reject.line) + "," + cell(reject.column) + ",";
    out += cell(render(reject.reason, lang)) + "," + cell(reject.row) + "\n";
  }
  return out;
}

}  // namespace parcours
