#include "app/team_form.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/files.h"
#include "base/fold.h"
#include "base/number.h"
#include "base/suggest.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::string trimmed(std::string_view words) {
  const auto begin = words.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? "" : std::string(words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1));
}

// As it is compared: "Équipe :" -> "equipe".
std::string plain_head(std::string_view words) {
  std::string plain = trimmed(folded_ascii(words));
  while (!plain.empty() && (plain.back() == ':' || plain.back() == ' ')) plain.pop_back();
  return plain;
}

bool is_head(std::string_view cell, std::string_view key) {
  const std::string plain = plain_head(cell);
  return plain == plain_head(text(key, Lang::fr)) || plain == plain_head(text(key, Lang::en));
}

// "−1,5" as a person types it.
std::optional<double> typed_number(std::string words) {
  if (const auto minus = words.find("\u2212"); minus != std::string::npos) words.replace(minus, 3, "-");
  std::replace(words.begin(), words.end(), ',', '.');
  return parse_number(words);
}

struct FormColumns {
  std::size_t id = kNowhere, touchpoint = kNowhere, emotion = kNowhere, friction = kNowhere, note = kNowhere;
  bool usable() const { return (id != kNowhere || touchpoint != kNowhere) && (emotion != kNowhere || friction != kNowhere || note != kNowhere); }
};

FormColumns columns_of(const CellRow& row) {
  FormColumns out;
  const std::array<std::pair<std::string_view, std::size_t*>, 5> heads = {{{"forms.team_form.id", &out.id},
                                                                           {"forms.team_form.touchpoint", &out.touchpoint},
                                                                           {"forms.team_form.emotion", &out.emotion},
                                                                           {"forms.team_form.friction", &out.friction},
                                                                           {"forms.team_form.note", &out.note}}};
  for (const SheetCell& cell : row.cells)
    for (const auto& [key, column] : heads)
      if (*column == kNowhere && is_head(cell.text, key)) *column = cell.column;
  return out;
}

class FormReader {
 public:
  FormReader(const CellTable& table, std::string path, const JourneyMap& map, Lang lang)
      : table_(table), path_(std::move(path)), map_(map), lang_(lang) {
    for (const Stage& stage : map.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints) {
        ids_.push_back(touchpoint.id);
        for (const Lang in : {Lang::fr, Lang::en})
          if (auto& named = by_name_[folded_ascii(touchpoint.name.in(in))]; named.empty() || named.back() != touchpoint.id)
            named.push_back(touchpoint.id);
      }
  }

  FilledForm read() {
    const auto head = std::find_if(table_.rows.begin(), table_.rows.end(), [](const CellRow& row) { return columns_of(row).usable(); });
    if (head == table_.rows.end()) {
      complain("no-heads", "", msg("app.team_form.no_heads"), msg("app.team_form.no_heads_hint"));
      return std::move(out_);
    }
    columns_ = columns_of(*head);
    take_team({table_.rows.begin(), head});
    for (auto row = head + 1; row != table_.rows.end(); ++row) take(*row);
    write_yaml();
    return std::move(out_);
  }

 private:
  // Its name stands at the right of the word "Team", above the heads.
  void take_team(const std::vector<CellRow>& above) {
    for (const CellRow& row : above)
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!is_head(row.cells[i].text, "forms.team_form.team")) continue;
        if (i + 1 < row.cells.size()) out_.team = trimmed(row.cells[i + 1].text);
        if (out_.team.empty())
          complain("no-team", cell_address(row.cells[i].column + 1, row.number), msg("app.team_form.no_team"), msg("app.team_form.no_team_hint"));
        return;
      }
    complain("no-team", "", msg("app.team_form.no_team"), msg("app.team_form.no_team_above"));
  }

  void take(const CellRow& row) {
    if (row.problem) return complain("bad-cell", "", *row.problem, std::nullopt);
    const std::string emotion = said(row, columns_.emotion), friction = said(row, columns_.friction), note = said(row, columns_.note);
    if (emotion.empty() && friction.empty() && note.empty()) return;
    const std::string id = touchpoint_of(row);
    if (id.empty()) return;
    if (const auto [there, is_new] = rows_.emplace(id, row.number); !is_new)
      return complain("said-twice", cell_address(columns_.id == kNowhere ? columns_.touchpoint : columns_.id, row.number),
                      msg("app.team_form.twice", {{"id", id}, {"row", static_cast<std::int64_t>(there->second)}}), std::nullopt);
    const auto value = emotion.empty() ? std::nullopt : typed_number(emotion);
    if (!emotion.empty() && (!value || *value < -2 || *value > 2))
      return complain("out-of-range", cell_address(columns_.emotion, row.number), msg("app.team_form.emotion", {{"text", emotion}}),
                      msg("app.team_form.emotion_hint"));
    View& view = said_[id];
    view.emotion = value;
    if (!friction.empty()) view.note = render(msg("app.team_form.friction", {{"text", friction}}), lang_);
    if (!note.empty()) view.note += (view.note.empty() ? "" : " · ") + note;
  }

  static std::string said(const CellRow& row, std::size_t column) { return column == kNowhere ? "" : trimmed(row.at(column)); }

  // By its id, else by a name that only one has; "": there is none, and that is said.
  std::string touchpoint_of(const CellRow& row) {
    const std::string id = said(row, columns_.id), name = said(row, columns_.touchpoint);
    if (!id.empty()) {
      if (map_.touchpoint(id)) return id;
      complain("unknown-reference", cell_address(columns_.id, row.number), msg("map.views.unknown_touchpoint", {{"id", id}, {"map", map_.id}}),
               meant(id));
      return {};
    }
    const auto named = by_name_.find(folded_ascii(name));
    if (!name.empty() && named != by_name_.end() && named->second.size() == 1) return named->second.front();
    const std::size_t column = columns_.touchpoint == kNowhere ? columns_.id : columns_.touchpoint;
    complain("unknown-reference", cell_address(column, row.number),
             name.empty() ? msg("app.team_form.whose") : msg("map.views.unknown_touchpoint", {{"id", name}, {"map", map_.id}}),
             name.empty() ? std::optional<Message>() : meant(name));
    return {};
  }

  std::optional<Message> meant(const std::string& written) const {
    const auto near = nearest(written, ids_);
    return near ? std::optional(msg("cli.did_you_mean", {{"name", *near}})) : std::nullopt;
  }

  // `cell` "": the sheet as a whole, or a reason that names its cell.
  void complain(std::string code, const std::string& cell, Message reason, std::optional<Message> hint) {
    Message message = cell.empty() ? msg("app.team_form.in_sheet", {{"sheet", table_.sheet}, {"reason", nested(std::move(reason))}})
                                   : msg("app.team_form.in_cell", {{"sheet", table_.sheet}, {"cell", cell}, {"reason", nested(std::move(reason))}});
    Place place;
    place.file = path_;
    out_.diagnostics.push_back({Severity::error, std::move(code), std::move(message), std::move(hint), std::move(place)});
  }

  // In the order of the journey.
  void write_yaml() {
    std::string views;
    for (const std::string& id : ids_) {
      const auto found = said_.find(id);
      if (found == said_.end()) continue;
      views += "  " + id + ":\n";
      if (found->second.emotion) views += "    emotion: " + exact(*found->second.emotion) + "\n";
      if (!found->second.note.empty()) views += "    note: " + yaml_scalar(found->second.note, false) + "\n";
    }
    out_.yaml = "# " + text("app.team_form.head", lang_) + "\nparcours: 1\nteam: " + yaml_scalar(out_.team, false) +
                "\nviews:" + (views.empty() ? " {}\n" : "\n" + views);
  }

  struct View {
    std::optional<double> emotion;
    std::string note;
  };

  const CellTable& table_;
  std::string path_;
  const JourneyMap& map_;
  Lang lang_;
  std::vector<std::string> ids_;
  std::map<std::string, std::vector<std::string>> by_name_;
  FormColumns columns_;
  std::map<std::string, std::uint64_t> rows_;
  std::map<std::string, View> said_;
  FilledForm out_;
};

}  // namespace

FilledForm read_team_form(const CellTable& table, const std::string& path, const JourneyMap& map, Lang lang) {
  return FormReader(table, path, map, lang).read();
}

}  // namespace parcours
