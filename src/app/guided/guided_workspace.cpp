#include "app/guided/guided_workspace.h"

#include "app/guided/guided_json.h"
#include "app/templates.h"
#include "base/digest.h"

namespace parcours {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;

std::string map_path(const GuidedFiles& made) { return "maps/" + made.map_id + ".yaml"; }
std::string persona_path(const GuidedFiles& made) { return "personas/" + made.persona_id + ".yaml"; }

// A path that write() may have given out: nothing else is ever removed.
bool is_ours(const std::string& path) {
  const bool below = path.starts_with("maps/") || path.starts_with("personas/");
  return below && path.ends_with(".yaml") && path.find("..") == std::string::npos && path.find('/') == path.rfind('/');
}

}  // namespace

Result<GuidedWorkspace> GuidedWorkspace::open(const std::string& folder, Lang lang, Date today, Files& files) {
  GuidedWorkspace workspace(folder, files);
  if (files.exists(folder) && !files.is_folder(folder)) return misuse(msg("app.not_a_folder", {{"folder", folder}}));
  if (files.exists(join_path(folder, kUnfinishedFile))) PARCOURS_CHECK(workspace.take_up(lang, today));
  else if (!files.list(folder).empty()) return misuse(msg("app.folder_not_empty", {{"folder", folder}}), msg("app.folder_not_empty.hint"));
  return workspace;
}

Outcome GuidedWorkspace::take_up(Lang lang, Date today) {
  const std::string path = join_path(folder_, kUnfinishedFile);
  PARCOURS_TRY(const std::string text, files_.read(path, kMostBytes));
  PARCOURS_TRY(unfinished_, read_answers_json(path, text, lang, today));
  const Json json = Json::parse(text, nullptr, false);
  PARCOURS_TRY(const GuidedFiles as_answered, files_of(*unfinished_, false));
  if (json.contains("written") && json["written"].is_object()) written_ = json["written"];
  for (const auto& [file, content] : written_.items())
    if (is_ours(file)) PARCOURS_CHECK(unchanged(file, as_answered));
  return Done{};
}

Outcome GuidedWorkspace::unchanged(const std::string& path, const GuidedFiles& as_answered) const {
  const std::string full = join_path(folder_, path);
  if (!files_.exists(full)) return Done{};
  PARCOURS_TRY(const std::string content, files_.read(full));
  const bool same = written_.at(path) == to_hex(digest(content)) || content == as_answered.map || content == as_answered.persona;
  if (same) return Done{};
  return misuse(msg("guided.changed", {{"path", full}}), msg("guided.changed.hint", {{"file", join_path(folder_, kUnfinishedFile)}}));
}

Outcome GuidedWorkspace::keep(const GuidedAnswers& answers) {
  Json json = answers_json(answers);
  if (!written_.empty()) json["written"] = written_;
  return files_.write(join_path(folder_, kUnfinishedFile), to_text(json));
}

Result<std::string> GuidedWorkspace::write(const GuidedAnswers& answers, bool finished) {
  PARCOURS_TRY(const GuidedFiles made, files_of(answers, finished));
  std::vector<NewFile> content = {{map_path(made), made.map}};
  if (!made.persona_id.empty()) content.push_back({persona_path(made), made.persona});
  Json written = Json::object();
  for (const auto& file : content) {
    PARCOURS_CHECK(files_.write(join_path(folder_, file.path), file.content));
    written[file.path] = to_hex(digest(file.content));
  }
  for (const auto& [path, before] : written_.items())
    if (is_ours(path) && !written.contains(path) && files_.exists(join_path(folder_, path))) PARCOURS_CHECK(files_.remove(join_path(folder_, path)));
  written_ = std::move(written);
  PARCOURS_CHECK(write_settings(folder_, answers.lang, files_));
  const std::string kept = join_path(folder_, kUnfinishedFile);
  if (!finished) PARCOURS_CHECK(keep(answers));
  else if (files_.exists(kept)) PARCOURS_CHECK(files_.remove(kept));
  return join_path(folder_, map_path(made));
}

}  // namespace parcours
