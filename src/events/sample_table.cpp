#include "events/sample_table.h"

#include <map>

#include "events/number_form.h"

namespace parcours {

void SampleTable::name_columns(const std::vector<std::string>& cells, bool header) {
  std::map<std::string, int> seen;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    std::string name(header ? without_blanks(cells[c]) : std::string_view());
    if (name.empty()) name = "col" + std::to_string(c + 1);
    const int times = ++seen[name];
    if (times == 2) repeated.push_back(name);
    names.push_back(times > 1 ? name + " (" + std::to_string(times) + ")" : name);
  }
}

}  // namespace parcours
