// One row of a file of figures, read.
#pragma once

#include <optional>
#include <string>

#include "app/import_figures.h"
#include "base/json.h"

namespace parcours {

struct FigureRow {
  std::string touchpoint;  // as written
  std::string measure;
  double value = 0;  // as ReportedFigure has it
  Json written;      // as the map writes it: 0.35, "12min"
  Evidence evidence;
};

// The columns by what they are, in French and English: point de contact, mesure, valeur, n, source, date, unité.
class FigureColumns {
 public:
  explicit FigureColumns(const std::vector<AttributeRow>& rows);
  // "touchpoint", "measure", "value" or "source", when it is missing.
  std::optional<std::string> missing() const;
  // The row's value of "touchpoint", …; "" where it has none.
  std::string_view in(const AttributeRow& row, std::string_view role) const;
  std::string name(std::string_view role) const;

 private:
  std::vector<std::pair<std::string, std::string>> names_;  // role -> column
};

// What the row says, or what is wrong with it (added to `complaints`).
std::optional<FigureRow> read_figure(const AttributeRow& row, const FigureColumns& columns, std::vector<FigureComplaint>& complaints);

}  // namespace parcours
