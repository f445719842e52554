#include "forms/csv/csv.h"
#include "forms/csv/row_cells.h"

namespace parcours {
namespace {

// A text in whichever language it has: what an id is made from.
std::string any_writing(const Json& text) {
  if (text.is_string()) return text.get<std::string>();
  return text.is_object() && !text.empty() ? text.begin()->get<std::string>() : "";
}

void put(Json& to, const std::string& key, Json value) {
  if (!value.is_null()) to[key] = std::move(value);
}

class CsvMapReader {
 public:
  CsvMapReader(const std::string& file, const std::string& text) : file_(file), text_(text), draft_(file, text), cells_(file_, draft_) {}

  ReadMap read() {
    if (!draft_.fit_to_read()) return draft_.finish_unread();
    const std::vector<CsvLine> lines = csv_lines(text_, draft_);
    if (lines.empty()) draft_.error("no-such-columns", msg("forms.csv.no_columns"), 0, 0, msg("forms.csv.no_columns.hint"));
    if (lines.empty() || !cells_.take_header(lines.front())) return draft_.finish_unread();
    for (std::size_t i = 1; i < lines.size(); ++i) take_row(lines[i], lines.front().size());
    if (!draft_.map.contains("title")) draft_.map["title"] = title_from(file_);
    draft_.map["stages"] = std::move(stages_);
    return draft_.finish();
  }

 private:
  void take_row(const CsvLine& line, std::size_t width) {
    row_ = &line;
    cells_.take(line);
    for (std::size_t i = width; i < line.size(); ++i)
      if (!line[i].text.empty()) return draft_.error("too-many-cells", msg("forms.csv.too_many_cells"), line[i].begin, line.back().end);
    if (stages_.empty()) take_head();
    take_stage();
    cells_.at("");
    if (cells_.cell("id") || !cells_.one_text("name").is_null()) take_touchpoint();
  }

  // What every row repeats: of the first one.
  void take_head() {
    cells_.at("");
    Json title = cells_.one_text("map");
    draft_.map["title"] = title.is_null() ? Json(title_from(file_)) : std::move(title);
    cells_.copy(draft_.map, "language");
    if (const CsvCell* found = cells_.cell("personas")) draft_.map["personas"] = split_cell(found->text, ','), cells_.place("personas", *found);
    put(draft_.map, "lanes", cells_.yaml("map_lanes"));
    cells_.copy(draft_.map, "goal");
  }

  // A new one when the row says so; else the row goes on with the one above.
  void take_stage() {
    const CsvCell* id = cells_.cell("stage_id");
    cells_.at(stage_path_);
    const Json name = cells_.one_text("stage");
    const std::string key = id ? id->text : any_writing(name);
    if (!stages_.empty() && (key.empty() || key == stage_key_)) return;
    stage_key_ = key;
    const std::string own = id ? id->text : stage_ids_.make(key, "stage");
    stage_path_ = "stages/" + own;
    draft_.stands_at(stage_path_, row_->front().begin, row_->back().end);
    cells_.at(stage_path_);
    Json stage = {{"id", own}, {"name", name.is_null() ? Json(own) : name}, {"phase", "before"}};
    cells_.copy(stage, "phase");
    cells_.copy(stage, "objective");
    put(stage, "lanes", cells_.yaml("stage_lanes"));
    if (const CsvCell* opens = cells_.cell("stage_opens")) stage["opens"] = opens->text;
    stages_.push_back(std::move(stage));
  }

  void take_touchpoint() {
    const Json name = cells_.one_text("name");
    const CsvCell* id = cells_.cell("id");
    const std::string own = id ? id->text : touchpoint_ids_.make(any_writing(name), "step");
    const std::string path = stage_path_ + "/touchpoints/" + own;
    draft_.stands_at(path, row_->front().begin, row_->back().end);
    cells_.at(path);
    Json touchpoint = {{"id", own}, {"name", name.is_null() ? Json(own) : name}};
    for (const char* key : {"channel", "starts", "served_by"}) cells_.copy(touchpoint, key);
    put(touchpoint, "match", cells_.yaml("match"));
    put(touchpoint, "why", cells_.one_text("why"));
    put(touchpoint, "failure", cells_.yaml("failure"));
    for (const char* key : {"does", "wants", "asks", "says"}) take_words(touchpoint, key);
    put(touchpoint, "emotion", cells_.yaml("emotion"));
    if (Json promise = cells_.one_text("moment_of_truth"); !promise.is_null()) touchpoint["moment_of_truth"] = {{"promise", std::move(promise)}};
    take_frictions(touchpoint, path);
    if (Json figures = cells_.yamls("figures"); !figures.empty()) touchpoint["figures"] = std::move(figures);
    take_backstage(touchpoint);
    put(touchpoint, "lanes", cells_.yaml("lanes"));
    for (const char* key : {"optional", "repeatable"}) put(touchpoint, key, cells_.yaml(key));
    cells_.copy(touchpoint, "alternative");
    cells_.copy(touchpoint, "opens");
    for (const char* key : {"importance", "priority"}) put(touchpoint, key, cells_.yaml(key));
    if (!stages_.back().contains("touchpoints")) stages_.back()["touchpoints"] = Json::array();
    stages_.back()["touchpoints"].push_back(std::move(touchpoint));
  }

  void take_words(Json& touchpoint, const std::string& key) {
    auto all = cells_.texts(key);
    if (!all.empty()) touchpoint[key] = all.size() == 1 ? all.front() : Json(all);
  }

  void take_frictions(Json& touchpoint, const std::string& path) {
    const auto said = cells_.texts("friction");
    const CsvCell* ids = cells_.cell("friction_id");
    const auto names = ids ? split_cell(ids->text, '\n') : std::vector<std::string>();
    const Json more = cells_.yamls("friction_more");
    for (std::size_t i = 0; i < said.size(); ++i) {
      const std::string id = i < names.size() && !names[i].empty() ? names[i] : friction_ids_.make(any_writing(said[i]), "friction");
      Json friction = {{"id", id}, {"text", said[i]}};
      if (i < more.size() && more[i].is_object()) friction.update(more[i]);
      if (const CsvCell* at = cells_.cell("friction_more") ? cells_.cell("friction_more") : ids)
        draft_.stands_at(path + "/friction/" + id, at->begin, at->end);
      touchpoint["friction"].push_back(std::move(friction));
    }
  }

  void take_backstage(Json& touchpoint) {
    Json backstage = Json::object();
    for (const char* key : {"team", "system"}) put(backstage, key, cells_.one_text(key));
    put(backstage, "text", cells_.one_text("backstage"));
    if (!backstage.empty()) touchpoint["backstage"] = std::move(backstage);
  }

  const std::string& file_;
  const std::string& text_;
  MapDraft draft_;
  RowCells cells_;
  const CsvLine* row_ = nullptr;
  Json stages_ = Json::array();
  std::string stage_path_, stage_key_;
  Ids stage_ids_, touchpoint_ids_, friction_ids_;
};

}  // namespace

ReadMap read_csv_map(const std::string& file, const std::string& text) { return CsvMapReader(file, text).read(); }

}  // namespace parcours
