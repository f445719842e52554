// What the tables of several answers have in common: cells that mark or hide weak figures, headings, notes below.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "questions/answer_table.h"
#include "questions/table/text_table.h"

namespace parcours {

class Report {
 public:
  static constexpr std::size_t kPartsMost = 20;

  explicit Report(const TableOptions& options) : options_(options) {}

  Lang lang() const { return options_.lang; }
  const Zone& zone() const { return options_.zone; }
  std::string count(std::int64_t n) const;
  std::string share(const Share& share);  // "12.4% [11.6–13.3]", marked, hidden or –
  std::string span(const std::optional<double>& seconds, std::int64_t n);
  std::string span(const std::optional<Estimate>& seconds);  // with its interval
  std::string number(const std::optional<Estimate>& estimate, int decimals = 1);
  std::string index(const std::optional<double>& value, std::int64_t n);
  std::string money(const std::optional<Estimate>& estimate, std::string_view currency);
  // A column's title. Of a share, what it is a share of is said below the tables.
  std::string label(std::string_view question, std::string_view figure);
  std::string touchpoint(const std::string& id) const;  // its name, where the options know it
  std::string node(const std::string& id, NodesAre nodes) const;  // the same; events without one have a name too
  std::string stage(const std::string& id) const;
  std::string channel(const std::string& channel) const;          // or that there is none
  std::string path(const std::vector<std::string>& names, NodesAre nodes) const;  // "A → B"
  std::string share_of(const Share& share);                       // with its n: "12.4% [11.6–13.3] of 6,103"
  std::string word(std::string_view key) const;                   // "table." + key
  std::string not_over(std::int64_t n);                           // "12~"

  void paragraph(const std::string& text);
  void heading(const std::string& text);
  // Shows the first rows_most of `rows` rows: call `add` for each shown one, then says how many were left out.
  template <class Add>
  void table(TextTable& table, std::size_t rows, Add add) {
    const std::size_t shown = options_.rows_most == 0 || rows <= options_.rows_most ? rows : options_.rows_most;
    for (std::size_t i = 0; i < shown; ++i) add(i);
    out_ += table.text();
    if (shown < rows) out_ += render(msg("table.rows_left_out", {{"n", static_cast<std::int64_t>(rows - shown)}}), lang()) + "\n";
    out_ += "\n";
  }
  // The tables of each part of a breakdown, `show(i)`: of the first kPartsMost unless all rows are asked for, then says how many were left out.
  template <class Show>
  void parts(std::size_t parts, Show show) {
    const std::size_t shown = options_.rows_most == 0 ? parts : std::min(parts, kPartsMost);
    for (std::size_t i = 0; i < shown; ++i) show(i);
    if (shown < parts) paragraph(render(msg("table.parts_left_out", {{"n", static_cast<std::int64_t>(parts - shown)}}), lang()));
  }
  // The text with its notes.
  std::string finish();

 private:
  // The cell as its n allows: itself, marked, or hidden.
  std::string marked(std::string cell, std::int64_t n);

  TableOptions options_;
  std::string out_;
  std::vector<std::string> bases_;  // "Drop-off: of the closed journeys that visit it"
  bool has_weak_ = false, has_withheld_ = false, has_not_over_ = false;
};

// What the answer says first; "": nothing that the tables do not say as shortly.
std::string sentence_of(const Report& report, const FunnelQuestion& question, const FunnelAnswer& answer);
std::string sentence_of(const Report& report, const FlowQuestion& question, const FlowAnswer& answer);
std::string sentence_of(const Report& report, const VariantsQuestion& question, const VariantsAnswer& answer);
std::string sentence_of(const Report& report, const RetentionQuestion& question, const RetentionAnswer& answer);
std::string sentence_of(const Report& report, const ChannelsQuestion& question, const ChannelsAnswer& answer);

// The customers behind a figure.
void write_list(Report& out, const ListAt& list, const MeasureAnswer& answer);
void write_list(Report& out, const ListMembers& list, const RetentionAnswer& answer);

void write(Report& out, const FunnelQuestion& question, const FunnelAnswer& answer);
void write(Report& out, const FlowQuestion& question, const FlowAnswer& answer);
void write(Report& out, const VariantsQuestion& question, const VariantsAnswer& answer);
void write(Report& out, const RetentionQuestion& question, const RetentionAnswer& answer);
void write(Report& out, const ChannelsQuestion& question, const ChannelsAnswer& answer);
void write(Report& out, const MeasureQuestion& question, const MeasureAnswer& answer);

}  // namespace parcours
