#include <algorithm>

#include "render/html_page.h"
#include "render/svg_text.h"

namespace parcours {

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : xml_escaped(text)) out += c == '\'' ? std::string("&#39;") : std::string(1, c);
  return out;
}

namespace {

std::string noted(const std::string& note) { return note.empty() ? "" : " <small>" + html_escaped(note) + "</small>"; }

bool says_nothing(const HtmlCell& cell) { return (cell.text.empty() || cell.text == kUnsaid) && cell.note.empty(); }

}  // namespace

void leave_out_unsaid(std::vector<HtmlColumn>& columns, std::vector<std::vector<HtmlCell>>& rows) {
  for (std::size_t i = columns.size(); i-- > 1;) {
    if (!std::all_of(rows.begin(), rows.end(), [i](const auto& row) { return says_nothing(row[i]); })) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns.erase(columns.begin() + at);
    for (auto& row : rows) row.erase(row.begin() + at);
  }
}

std::string html_table(std::string_view id, const std::string& caption, const std::vector<HtmlColumn>& columns,
                       const std::vector<std::vector<HtmlCell>>& rows) {
  std::string out = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + std::string(id) + "-caption\">\n<table id=\"" +
                    std::string(id) + "\">\n<caption id=\"" + std::string(id) + "-caption\">" + html_escaped(caption) + "</caption>\n<thead><tr>";
  for (const HtmlColumn& column : columns) {
    out += std::string("<th scope=\"col\"") + (column.number ? " class=\"number\"" : "");
    if (!column.definition.empty()) out += " title=\"" + html_escaped(column.definition) + "\"";
    out += ">" + html_escaped(column.name) + noted(column.note) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string_view look = row[i].look == CellLook::text       ? ""
                                    : row[i].look == CellLook::weak     ? " class=\"number weak\""
                                    : row[i].look == CellLook::withheld ? " class=\"number withheld\""
                                    : row[i].stands_out                 ? " class=\"number out\""
                                                                        : " class=\"number\"";
      if (i == 0) out += "<th scope=\"row\">" + html_escaped(row[i].text) + noted(row[i].note) + "</th>";
      else out += "<td" + std::string(look) + ">" + html_escaped(row[i].text) + noted(row[i].note) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

}  // namespace parcours
