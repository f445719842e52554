#include "app/guided/draft.h"

#include <algorithm>

#include "app/guided/contact.h"
#include "app/guided/script.h"
#include "forms/draft.h"
#include "map/edits.h"
#include "map/format.h"

namespace parcours {
namespace {

constexpr int kMostImportance = 5, kImportanceElsewhere = 3;

Json number(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

// One text alone, or the list.
Json one_or_more(const std::vector<std::string>& texts) { return texts.size() == 1 ? Json(texts.front()) : Json(texts); }

class Writing {
 public:
  explicit Writing(const GuidedDraft& draft, std::string persona_id) : draft_(draft), persona_id_(std::move(persona_id)) {}

  Json map() const {
    Json out = Json::object();
    out["title"] =
        draft_.offer.empty() ? text("guided.title.plain", draft_.lang) : render(msg("guided.title", {{"offer", draft_.offer}}), draft_.lang);
    out["language"] = std::string(code_of(draft_.lang));
    if (!draft_.offer.empty()) out["offer"] = draft_.offer;
    out["state"] = "current";
    if (!persona_id_.empty()) out["personas"] = {persona_id_};
    if (!draft_.goal.empty()) out["goal"] = draft_.goal;
    out["reviewed"] = show(draft_.begun);
    Json stages = Json::array(), done = actions();
    for (std::size_t i = 0; i < draft_.stages.size(); ++i) stages.push_back(stage(i));
    if (!stages.empty()) out["stages"] = std::move(stages);
    if (!done.empty()) out["actions"] = std::move(done);
    return out;
  }

  Json persona() const {
    Json out = {{"parcours", 1}, {"name", draft_.name}};
    if (!draft_.situation.empty()) out["situation"] = draft_.situation;
    if (!draft_.market.empty()) out["market"] = draft_.market;
    if (draft_.goals.is_array()) out["goals"] = draft_.goals;
    if (draft_.frustrations.is_array()) out["frustrations"] = draft_.frustrations;
    if (!draft_.channels.empty()) out["channels"] = draft_.channels;
    return out;
  }

 private:
  Json stage(std::size_t index) const {
    const DraftStage& stage = draft_.stages[index];
    const SetStage& set = *stage.set;
    const int importance = stage.dwelt_on ? kMostImportance : std::min(set.importance, kImportanceElsewhere);
    Json out = {{"id", set.id},
                {"name", set.name.in(draft_.lang)},
                {"phase", std::string(code_of(set.phase))},
                {"objective", set.objective},
                {"importance", importance}};
    if (Json dates = when(index); !dates.empty()) out["when"] = std::move(dates);
    if (!stage.how.empty()) out["how"] = stage.how;
    if (stage.buyer.is_array()) out["buyer"] = stage.buyer;
    if (stage.emotion.is_number()) out["emotion"] = emotion(stage.emotion.get<double>());
    if (!stage.contacts.empty()) out["touchpoints"] = touchpoints(stage);
    if (index + 1 == draft_.stages.size() && leads_back(set.id)) out["leads_to"] = draft_.set->leads_to;
    return out;
  }

  // The set's last stage was kept, and so was the one it leads back to.
  bool leads_back(const std::string& last) const {
    const bool kept =
        std::any_of(draft_.stages.begin(), draft_.stages.end(), [&](const DraftStage& stage) { return stage.set->id == draft_.set->leads_to; });
    return kept && last != draft_.set->leads_to && last == draft_.set->stages.back().id;
  }

  Json when(std::size_t index) const {
    if (index == 0) return draft_.start.empty() ? Json::object() : Json{{"start", draft_.start}};
    if (!draft_.pace.is_array()) return Json::object();
    return {{"after", draft_.stages[index - 1].set->id}, {"days", draft_.pace[0] == draft_.pace[1] ? draft_.pace[0] : draft_.pace}};
  }

  Json emotion(double value) const {
    if (draft_.source.empty()) return number(value);
    return {{"value", number(value)}, {"source", draft_.source}, {"date", show(draft_.begun)}};
  }

  Json touchpoints(const DraftStage& stage) const {
    const auto asks = strings_of(stage.asks);
    auto wants = strings_of(stage.wants);
    if (wants.empty()) wants = variants_of(proposed("wants", *stage.set, draft_.lang));
    Json out = Json::array();
    for (std::size_t i = 0; i < stage.contacts.size(); ++i) {
      Json touchpoint = contact(stage.contacts[i], i, stage.set->objective);
      touchpoint["wants"] = wants[std::min(i, wants.size() - 1)];
      if (i == 0 && !asks.empty()) touchpoint["asks"] = one_or_more(asks);
      what_happens_at(stage, stage.contacts[i], touchpoint);
      out.push_back(std::move(touchpoint));
    }
    return out;
  }

  Json contact(const DraftContact& contact, std::size_t index, const std::string& objective) const {
    const ContactNature nature = nature_of(contact.channel, objective);
    Json out = {{"id", contact.id}, {"name", contact.name}, {"channel", contact.channel}, {"starts", std::string(code_of(nature.starts))}};
    if (nature.served_by != ServedBy::unsaid) out["served_by"] = std::string(code_of(nature.served_by));
    if (is_out_of_sight(contact.channel)) out["match"] = "none", out["why"] = text("guided.out_of_sight", draft_.lang);
    else out["match"] = {{"event", contact.id}};
    out["does"] = usual_doing(contact.channel, objective, index, draft_.lang);
    return out;
  }

  void what_happens_at(const DraftStage& stage, const DraftContact& contact, Json& out) const {
    if (contact.id == draft_.moment_of_truth && !draft_.promise.empty()) out["moment_of_truth"] = {{"promise", draft_.promise}};
    if (stage.friction && stage.friction->at == contact.id)
      out["friction"] = Json::array({{{"id", stage.friction->id}, {"text", stage.friction->text}}});
    if (!stage.team.empty() && !is_out_of_sight(contact.channel)) out["backstage"] = {{"team", stage.team}};
  }

  Json actions() const {
    Json out = Json::array();
    std::string owner;
    for (const auto& stage : draft_.stages) {
      if (!stage.friction || stage.friction->action.empty()) continue;
      const DraftFriction& friction = *stage.friction;
      Json action = {{"id", "act_" + stage.set->id}, {"for", friction.id}, {"text", friction.action}};
      if (!friction.owner.empty()) action["owner"] = friction.owner;
      if (!friction.due.empty()) action["due"] = friction.due;
      action["status"] = "todo";
      out.push_back(std::move(action));
      if (owner.empty()) owner = friction.owner;
    }
    if (draft_.review.empty()) return out;
    if (owner.empty()) owner = text("guided.owner.proposal", draft_.lang);
    out.push_back(
        {{"id", "review"}, {"text", text("guided.review.action", draft_.lang)}, {"owner", owner}, {"due", draft_.review}, {"status", "todo"}});
    return out;
  }

  const GuidedDraft& draft_;
  const std::string persona_id_;
};

}  // namespace

Result<GuidedFiles> files_of(const GuidedDraft& draft) {
  GuidedFiles out;
  out.map_id = Ids().make(draft.offer, "journey");
  if (!draft.name.empty()) out.persona_id = Ids().make(draft.name, "customer");
  const Writing writing(draft, out.persona_id);
  std::vector<Edit> edits;
  const Json content = writing.map();
  for (const auto& [key, value] : content.items()) edits.push_back(set_edit(key, value));
  const std::string file = "maps/" + out.map_id + ".yaml";
  PARCOURS_TRY(
      const std::string map,
      apply_edits(file, "# " + text("guided.comment", draft.lang) + "\n# " + text("guided.comment.rules", draft.lang) + "\nparcours: 1\n", edits));
  PARCOURS_TRY(out.map, format_yaml(file, map));
  if (out.persona_id.empty()) return out;
  PARCOURS_TRY(out.persona, format_yaml("personas/" + out.persona_id + ".yaml", yaml_text(writing.persona())));
  return out;
}

}  // namespace parcours
