// The SQL of a map's figures, family by family.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/reference/scope_sql.h"

namespace parcours {

class MapTables {
 public:
  // REQUIRES: the question outlives it.
  MapTables(const ReferenceLog& log, const MeasureQuestion& question);
  Script script();

 private:
  // What all figures are counted on (measure_sql.cpp).
  void claims();
  void journeys();
  void groups();
  void places();
  // The figures (measure_figures_sql.cpp).
  std::string came_back() const;
  std::size_t last_with_rule() const;  // stage; 0: no touchpoint has one
  void shares();
  void counts();
  void listed();
  void times();
  void voices();
  void chances();
  void coverage();

  struct Touchpoint {
    const MeasuredTouchpoint* touchpoint;
    std::size_t stage;
    bool after;  // read from the goal on
  };
  const ReferenceLog& log_;
  const MeasureQuestion& q_;
  TimeMs silence_;
  std::vector<Touchpoint> touchpoints_;
  std::optional<std::size_t> goal_, first_after_, last_after_;  // touchpoint; stages
  Script out_;
};

}  // namespace parcours
