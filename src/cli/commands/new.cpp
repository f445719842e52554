#include <algorithm>
#include <ostream>

#include "app/map_template.h"
#include "app/templates.h"
#include "cli/brought.h"
#include "cli/commands/commands.h"
#include "cli/guided_start.h"

namespace parcours {
namespace {

// A path, and not the name of a template.
bool is_map_file(const std::string& name) {
  return name.find('/') != std::string::npos || extension_of(name) == "yaml" || extension_of(name) == "yml";
}

Message title_of(TemplateGroup group) {
  switch (group) {
    case TemplateGroup::start: return msg("new.group.start");
    case TemplateGroup::stages: return msg("new.group.stages");
    case TemplateGroup::trade: return msg("new.group.trade");
  }
  return msg("new.group.start");
}

Json in_both(const LocalText& text) { return {{"fr", text.in(Lang::fr)}, {"en", text.in(Lang::en)}}; }

class NewCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("DIR", "new.dir", folder_);
    options.value("--template", "TEMPLATE|MAP", "new.template", template_);
    options.value("--from", "FILE", "new.from", from_);
    options.flag("--structure", "new.structure", structure_);
    options.flag("--list", "new.list", list_);
    options.flag("--guided", "new.guided", guided_);
    options.value("--answers", "FILE", "new.answers", answers_);
    options.flag("--questions", "new.questions", questions_);
  }

  Result<int> run(Session& session) override {
    if (list_) return session.json ? list_json(session) : list(session);
    if (questions_) return start_guided(session, {{}, answers_, false, true});
    if (!folder_ || folder_->empty()) return misuse(msg("cli.missing_argument", {{"name", "DIR"}}), msg("new.hint"));
    if (from_ && (template_ || structure_)) return misuse(msg("new.from_or_template"), msg("new.hint"));
    const bool asks = guided_ || answers_;
    if (asks && (from_ || template_ || structure_)) return misuse(msg("new.guided_or_template"), msg("new.guided_hint"));
    if (asks) return start_guided(session, {folder_, answers_, guided_, false});
    const std::string from = template_.value_or("empty");
    const Take take = structure_ ? Take::structure : Take::everything;
    PARCOURS_TRY(const auto maps, from_               ? from_file(session)
                                  : is_map_file(from) ? from_map(session, from, take)
                                                      : from_template(session, from, take));
    session.say(msg("new.done", {{"folder", *folder_}}));
    for (const auto& map : maps) session.say(msg("new.map", {{"path", map}}));
    session.say(msg("new.next", {{"folder", *folder_}}));
    return kExitFine;
  }

 private:
  Result<std::vector<std::string>> from_template(Session& session, const std::string& name, Take take) const {
    return new_workspace(*folder_, name, session.lang, session.doors.files, take, today_in_new_workspace(session.doors.clock.now()));
  }

  Result<std::vector<std::string>> from_map(Session& session, const std::string& path, Take take) const {
    PARCOURS_TRY(auto text, session.doors.files.read(path, kMaxMapBytes));
    const MapFile map = parse_map(path, std::move(text));
    for (const auto& diagnostic : map.diagnostics) session.complain(diagnostic, map.source.text());
    const auto errors = std::count_if(map.diagnostics.begin(), map.diagnostics.end(), [](const auto& d) { return d.severity == Severity::error; });
    if (errors > 0) return misuse(msg("cli.unusable_map", {{"file", path}, {"n", static_cast<std::int64_t>(errors)}}));
    PARCOURS_TRY(const auto made, template_of(map, take, session.lang, session.doors.files));
    for (const auto& picture : made.missing) session.say(msg("new.missing_picture", {{"path", picture}}));
    return write_new_workspace(*folder_, made.files, session.doors.files);
  }

  Result<std::vector<std::string>> from_file(Session& session) const {
    PARCOURS_TRY(const auto brought, usable_form(session, *from_));
    return write_new_workspace(*folder_, workspace_around(brought, session.lang), session.doors.files);
  }

  static Result<int> list_json(Session& session) {
    Json json = {{"version", 1}, {"templates", Json::array()}};
    for (const auto& info : all_templates()) {
      Json stages = Json::array();
      for (const auto& stage : info.stages) stages.push_back(in_both(stage));
      json["templates"].push_back({{"name", info.name},
                                   {"group", code_of(info.group)},
                                   {"title", in_both(info.title)},
                                   {"stages", std::move(stages)},
                                   {"touchpoints", info.touchpoints}});
    }
    session.print(json);
    return kExitFine;
  }

  static Result<int> list(Session& session) {
    const auto all = all_templates();
    std::size_t widest = 0;
    for (const auto& info : all) widest = std::max(widest, info.name.size());
    const std::string indent(widest + 4, ' ');
    for (std::size_t i = 0; i < all.size(); ++i) {
      const TemplateInfo& info = all[i];
      if (i == 0 || info.group != all[i - 1].group) session.out << (i == 0 ? "" : "\n") << render(title_of(info.group), session.lang) << "\n";
      session.out << "  " << info.name << std::string(widest - info.name.size() + 2, ' ') << info.title.in(session.lang) << "\n" << indent;
      for (const auto& stage : info.stages) session.out << stage.in(session.lang) << " · ";
      session.say(msg("new.touchpoints", {{"n", info.touchpoints}}));
    }
    return kExitFine;
  }

  std::optional<std::string> folder_, template_, from_, answers_;
  bool structure_ = false, list_ = false, guided_ = false, questions_ = false;
};

}  // namespace

const CommandInfo kNew{"new", make_command<NewCommand>};

}  // namespace parcours
