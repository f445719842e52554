// What the pages about several maps are made of.
#pragma once

#include "render/html_page.h"
#include "render/layout/page.h"
#include "render/several.h"

namespace parcours {

// A workspace where a page wants a map: its name, its settings, and nothing else.
MeasuredMap workspace_as_map(const WorkspaceSettings& settings);

// A map small: its stages as a strip, each as wide as its touchpoints are many, and its emotion curves above in the strokes of the map.
// At (0, 0).
struct SparkLook {
  double width = 230, height = 62;  // the strip included
  bool named = false;               // stages all as wide, their names in the strip, which adds to the height
};
Node emotion_spark(const MeasuredMap& map, const DrawOptions& options, const SparkLook& look);
bool has_emotions(const MeasuredMap& map, const DrawOptions& options);

// The five tests as five small columns with their scores; at (0, 0). A score below 50 is in coral.
Node five_columns(const Frame& frame, const FiveScores& scores, double width);
std::vector<std::pair<std::string, std::string>> five_tests(const Frame& frame);  // code and name: "C1", "The customer’s point of view"

Node tests_legend(const Frame& page);  // of the curves, and of the five tests

// Texts below each other in a column; `put` moves down.
class WordColumn {
 public:
  WordColumn(double x, double y, double width) : x_(x), y_(y), width_(width) {}
  void put(const std::string& text, const TextStyle& style, int lines_max, double after = 2);
  void put(Node node, double after);  // drawn at (0, 0)
  double y() const { return y_; }
  double width() const { return width_; }
  std::vector<Node> take() { return std::move(parts_); }

 private:
  double x_, y_, width_;
  std::vector<Node> parts_;
};

// Chips from left to right, row under row; a text wider than the place is cut. At (0, 0).
Node chips(const std::vector<std::pair<std::string, Tone>>& texts, double width);

// Of a measured map: how many customers, and the share that reaches its goal; nothing of another.
std::vector<std::string> figure_lines(const Frame& page, const MeasuredMap& map);
void put_figures(const Frame& page, const MeasuredMap& map, WordColumn& column);

// What the figures of all of them are narrowed to, ""; with the name of the workspace, as it stands under a page's title.
std::string several_scope(const Frame& page, const Portfolio& portfolio);
std::string several_about(const Frame& page, const Portfolio& portfolio);
std::string several_basis(const Frame& page, const Portfolio& portfolio);  // for the footer
std::string say_friction_of(const Frame& map_frame, const std::string& friction);
std::string title_of(const Frame& frame, const JourneyMap& map);
std::string persona_names(const Frame& frame, const std::vector<Persona>& personas);
Message state_of(const JourneyMap& map);

}  // namespace parcours
