#include "forms/csv/team_form.h"

#include "base/csv.h"
#include "forms/csv/table.h"
#include "forms/team_form_heads.h"

namespace parcours {
namespace {

class FormLines {
 public:
  explicit FormLines(Lang lang) : readers_{lang}, out_(readers_.begin()) {}

  void add(std::vector<std::string> cells) {
    cells.resize(kTeamFormHeads.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out_ += readers_.separator();
      out_ += csv_cell(cells[i]);
    }
    out_ += "\r\n";
  }

  std::string take() { return std::move(out_); }

 private:
  CsvReaders readers_;
  std::string out_;
};

}  // namespace

std::string team_form_csv(const JourneyMap& map, const std::string& team, Lang lang) {
  FormLines lines(lang);
  lines.add({text("forms.team_form.team", lang), team});
  lines.add({text("forms.team_form.how_csv", lang)});
  std::vector<std::string> heads;
  for (const auto key : kTeamFormHeads) heads.push_back(text(key, lang));
  lines.add(std::move(heads));
  for (const Stage& stage : map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints)
      lines.add({stage.name.empty() ? stage.id : stage.name.in(lang), touchpoint.name.empty() ? touchpoint.id : touchpoint.name.in(lang), "", "", "",
                 touchpoint.id});
  return lines.take();
}

}  // namespace parcours
