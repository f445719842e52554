#include "app/import_figures.h"

#include <algorithm>
#include <map>

#include "app/figure_row.h"
#include "base/suggest.h"
#include "base/fold.h"
#include "map/edits.h"

namespace parcours {
namespace {

struct FigurePlace {
  std::string path;  // "stages/pay/touchpoints/card"
  const Touchpoint* touchpoint = nullptr;
};

// A touchpoint by its id, or by its name where only one has it.
class Touchpoints {
 public:
  explicit Touchpoints(const JourneyMap& map) {
    for (const Stage& stage : map.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints) {
        const FigurePlace place{"stages/" + stage.id + "/touchpoints/" + touchpoint.id, &touchpoint};
        by_id_[touchpoint.id] = place;
        for (const Lang lang : {Lang::fr, Lang::en}) {
          auto& named = by_name_[folded_ascii(touchpoint.name.in(lang))];
          if (named.empty() || named.back().touchpoint != &touchpoint) named.push_back(place);
        }
      }
  }
  const FigurePlace* find(const std::string& written) const {
    if (const auto at = by_id_.find(written); at != by_id_.end()) return &at->second;
    const auto named = by_name_.find(folded_ascii(written));
    return named != by_name_.end() && named->second.size() == 1 ? &named->second.front() : nullptr;
  }
  Message unknown(const std::string& written) const {
    std::vector<std::string> ids;
    for (const auto& [id, place] : by_id_) ids.push_back(id);
    const auto meant = nearest(written, ids);
    return meant ? msg("figures.unknown_touchpoint_meant", {{"name", written}, {"meant", *meant}})
                 : msg("figures.unknown_touchpoint", {{"name", written}});
  }

 private:
  std::map<std::string, FigurePlace> by_id_;
  std::map<std::string, std::vector<FigurePlace>> by_name_;
};

Json json_of(const FigureRow& row) {
  Json json = {{"measure", row.measure}, {"value", row.written}};
  if (row.evidence.n) json["n"] = *row.evidence.n;
  json["source"] = row.evidence.source.plain;
  if (row.evidence.date) json["date"] = show(*row.evidence.date);
  return json;
}

// A file names its source in one language, the map may in two.
bool is_same_source(const LocalText& there, const std::string& named) { return there.plain == named || there.fr == named || there.en == named; }

bool is_same_figure(const std::string& measure, const Evidence& a, const FigureRow& row) {
  return measure == row.measure && is_same_source(a.source, row.evidence.source.plain) && a.date == row.evidence.date;
}

class FiguresImport {
 public:
  explicit FiguresImport(const MapFile& map) : map_(map), touchpoints_(map.value) {}

  Result<ImportedFigures> run(const std::vector<AttributeRow>& rows) {
    out_.text = map_.source.text();
    const FigureColumns columns(rows);
    if (rows.empty()) return misuse(msg("figures.no_rows"));
    if (const auto missing = columns.missing())
      return misuse(msg("figures.missing_column", {{"name", *missing}}), msg("figures.missing_column.hint"));
    for (const AttributeRow& row : rows)
      if (const auto figure = read_figure(row, columns, out_.complaints)) take(row, columns, *figure);
    if (!out_.complaints.empty() || edits_.empty()) return std::move(out_);
    PARCOURS_TRY(out_.text, apply_edits(map_.source.file(), map_.source.text(), edits_));
    JourneyMap changed = parse_map(map_.source.file(), out_.text).value;
    changed.views = map_.value.views;  // which may stand in other files
    out_.changes = diff(map_.value, changed);
    return std::move(out_);
  }

 private:
  void take(const AttributeRow& row, const FigureColumns& columns, const FigureRow& figure) {
    const FigurePlace* const place = touchpoints_.find(figure.touchpoint);
    if (!place) return out_.complaints.push_back({row.line, columns.name("touchpoint"), touchpoints_.unknown(figure.touchpoint)});
    auto& taken = taken_[place->touchpoint];
    const auto repeated =
        std::find_if(taken.begin(), taken.end(), [&](const auto& t) { return is_same_figure(t.second.measure, t.second.evidence, figure); });
    if (repeated != taken.end())
      return out_.complaints.push_back({row.line, "", msg("figures.repeated", {{"line", static_cast<std::int64_t>(repeated->first)}})});
    taken.emplace_back(row.line, figure);
    const auto& there = place->touchpoint->figures;
    for (std::size_t at = 0; at < there.size(); ++at)
      if (is_same_figure(there[at].measure, there[at].evidence, figure))
        return bring_up_to_date(place->path + "/figures/" + std::to_string(at), there[at], figure);
    ++out_.added;
    edits_.push_back(add_item(place->path + "/figures", json_of(figure)));
  }

  void bring_up_to_date(const std::string& path, const ReportedFigure& old, const FigureRow& figure) {
    const bool same_n = !figure.evidence.n || old.evidence.n == figure.evidence.n;
    if (old.value == figure.value && same_n) return void(++out_.same);
    ++out_.changed;
    if (old.value != figure.value) edits_.push_back(set_edit(path + "/value", figure.written));
    if (!same_n) edits_.push_back(set_edit(path + "/n", *figure.evidence.n));
  }

  const MapFile& map_;
  Touchpoints touchpoints_;
  ImportedFigures out_;
  std::vector<Edit> edits_;
  std::map<const Touchpoint*, std::vector<std::pair<std::uint64_t, FigureRow>>> taken_;
};

}  // namespace

Result<ImportedFigures> import_figures(const MapFile& map, const std::vector<AttributeRow>& rows) { return FiguresImport(map).run(rows); }

}  // namespace parcours
