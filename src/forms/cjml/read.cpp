#include <algorithm>
#include <cstring>

#include <pugixml.hpp>

#include "forms/cjml/cjml.h"
#include "forms/draft.h"

namespace parcours {
namespace {

using Xml = pugi::xml_node;

std::string said_in(Xml node) {  // white space around and within made one space
  std::string out;
  for (const char* c = node.text().get(); *c != 0; ++c) {
    const bool blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\r';
    if (!blank) out += *c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string said_in(Xml parent, const char* child) { return said_in(parent.child(child)); }

struct Actor {
  std::string id, name;
  bool customer = false;
};

class CjmlReader {
 public:
  CjmlReader(const std::string& file, const std::string& text) : file_(file), text_(text), draft_(file, text) {}

  ReadMap read() {
    if (!draft_.fit_to_read()) return draft_.finish_unread();
    const auto parsed = document_.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
    const auto at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), text_.size());
    if (!parsed) {
      draft_.error("xml-syntax", msg("forms.cjml.no_xml"), at, at, msg("forms.cjml.no_xml.hint"));
      return draft_.finish_unread();
    }
    const Xml journey = pick_journey();
    if (!journey) return draft_.finish_unread();
    take_head(journey);
    take_actors(journey.child("actors"));
    take_phases(journey.child("journeyPhases"));
    for (const Xml node : journey.child("touchpoints").children()) take_touchpoint(node);
    write();
    return draft_.finish();
  }

 private:
  std::size_t begin_of(Xml node) const { return std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)), text_.size()); }
  std::size_t end_of(Xml node) const { return std::min(begin_of(node) + std::strlen(node.name()), text_.size()); }

  void warn(Xml at, std::string code, Message message) { draft_.warning(std::move(code), std::move(message), begin_of(at), end_of(at)); }

  Xml pick_journey() {
    const Xml root = document_.child("CJML");
    const Xml first = root.child("plannedJourney") ? root.child("plannedJourney") : root.child("actualJourney");
    if (!first) {
      const Xml top = document_.document_element();
      draft_.error("cjml-no-journey", msg("forms.cjml.no_journey"), begin_of(top), end_of(top), msg("forms.cjml.no_journey.hint"));
      return {};
    }
    if (std::strcmp(root.attribute("version").value(), "2.0") != 0) warn(root, "cjml-version", msg("forms.cjml.version"));
    actual_ = std::strcmp(first.name(), "actualJourney") == 0;
    for (const Xml other : root.children())
      if (other != first && (std::strcmp(other.name(), "plannedJourney") == 0 || std::strcmp(other.name(), "actualJourney") == 0))
        warn(other, "cjml-left-out", msg("forms.cjml.other_journey"));
    return first;
  }

  void take_head(Xml journey) {
    id_ = said_in(journey, "journeyID");
    const std::string title = said_in(journey, "journeyTitle"), summary = said_in(journey, "journeyShortSummary");
    draft_.map["title"] = !title.empty() ? title : !id_.empty() ? id_ : title_from(file_);
    if (!summary.empty()) draft_.map["offer"] = summary;
    if (journey.child("journeyLongSummary")) warn(journey.child("journeyLongSummary"), "cjml-left-out", msg("forms.cjml.left_out"));
  }

  void take_actors(Xml actors) {
    for (const Xml node : actors.children()) {
      Actor actor;
      actor.id = node.attribute("actorID") ? node.attribute("actorID").value() : node.attribute("actorIDref").value();
      actor.customer = std::strcmp(node.name(), "endUser") == 0;
      actor.name = actor.customer ? said_in(node, "actorName") : said_in(node, "companyName");
      if (actor.name.empty()) actor.name = said_in(node, "actorName");
      if (actor.name.empty()) actor.name = actor.id;
      if (!actor.customer && main_provider_.empty()) main_provider_ = actor.id;
      if (actor.customer) {
        const std::string id = persona_ids_.make(actor.id.empty() ? actor.name : actor.id, "persona");
        draft_.map["personas"].push_back(id);
        draft_.add_persona(id, {{"name", actor.name}});
      }
      actors_.push_back(std::move(actor));
    }
  }

  void take_phases(Xml phases) {
    for (const Xml node : phases.children("journeyPhase"))
      add_stage(node.attribute("phaseID").value(), said_in(node, "phaseName"), said_in(node, "phaseDescription"), node);
  }

  void add_stage(const std::string& phase, const std::string& name, const std::string& how, Xml at) {
    const std::string id = stage_ids_.make(phase.empty() ? name : phase, "stage");
    Json stage = {{"id", id}, {"name", name.empty() ? (phase.empty() ? id : phase) : name}, {"phase", "before"}};
    if (!how.empty()) stage["how"] = how;
    draft_.stands_at("stages/" + id, begin_of(at), end_of(at));
    phases_.push_back(phase);
    stages_.push_back(std::move(stage));
  }

  // The stage of the phase that the touchpoint belongs to; one without a phase goes with the touchpoint before.
  std::size_t stage_of(Xml node) {
    const std::string phase = node.child("belongsTo").attribute("phaseIDref").value();
    if (phase.empty() && !stages_.empty()) return last_stage_;
    const auto at = std::find(phases_.begin(), phases_.end(), phase);
    const auto index = static_cast<std::size_t>(at - phases_.begin());
    if (at == phases_.end()) add_stage(phase, phase.empty() ? draft_.map["title"].get<std::string>() : phase, "", node);
    if (index < last_stage_) warn(node, "cjml-order", msg("forms.cjml.order"));
    return index;
  }

  const Actor* actor(Xml party) const {
    const Xml refers = party.child("refersTo");
    const std::string id = refers.attribute("actorIDref") ? refers.attribute("actorIDref").value() : refers.attribute("actorID").value();
    for (const Actor& known : actors_)
      if (known.id == id || known.name == id) return &known;  // the public examples refer by either
    return nullptr;
  }

  void take_touchpoint(Xml node) {
    const std::string kind = node.name();
    const bool known = kind.ends_with("CommunicationPoint") || kind.ends_with("Action");
    if (node.type() != pugi::node_element) return;
    if (!known) return warn(node, "cjml-left-out", msg("forms.cjml.left_out"));
    last_stage_ = stage_of(node);
    Json& stage = stages_[last_stage_];
    const Xml initiator = node.child("initiator"), receiver = node.child("receiver");
    const std::string label = said_in(initiator, "initiatorLabel"), other = said_in(receiver, "receiverLabel"), given = said_in(node, "touchpointID");
    const std::string name = !label.empty() ? label : !other.empty() ? other : given;
    const std::string id = touchpoint_ids_.make(given.size() > 3 || name.empty() ? given : name, "step");  // "T1" says nothing
    const std::string path = "stages/" + stage["id"].get<std::string>() + "/touchpoints/" + id;
    draft_.stands_at(path, begin_of(node), end_of(node));
    Json touchpoint = {{"id", id}, {"name", name.empty() ? id : name}};
    const Actor* starts = actor(initiator);
    if (const std::string channel = said_in(node.child("channel"), "channelName"); !channel.empty())
      touchpoint["channel"] = Ids().make(channel, "channel");
    if (starts) touchpoint["starts"] = starts->customer ? "customer" : "company";
    else if (initiator) warn(initiator, "cjml-actor", msg("forms.cjml.actor"));
    const bool company = starts && !starts->customer;
    if (company && !other.empty() && other != name) touchpoint["does"] = other;
    take_experience(node, touchpoint);
    take_compliance(node, id, touchpoint);
    take_backstage(node, company ? starts : actor(receiver), company || other == name ? "" : other, touchpoint);
    for (const char* left : {"timestamps", "message", "category", "touchPointDuration"})
      if (!said_in(node, left).empty() || node.child(left).first_child().type() == pugi::node_element) left_out_ = true;
    stage["touchpoints"].push_back(std::move(touchpoint));
  }

  void take_backstage(Xml node, const Actor* provider, const std::string& label, Json& touchpoint) {
    Json backstage = Json::object();
    if (provider && !provider->customer && provider->id != main_provider_) backstage["team"] = provider->name;
    const std::string comment = said_in(node, "comment");
    std::string both = label;
    if (!comment.empty()) both += (both.empty() ? "" : " — ") + comment;
    if (!both.empty()) backstage["text"] = both;
    if (!backstage.empty()) touchpoint["backstage"] = std::move(backstage);
  }

  // Told by a person: words are kept; the rating has no scale that the language fixes.
  void take_experience(Xml node, Json& touchpoint) {
    const Xml experience = node.child("touchpointExperience");
    if (const std::string said = said_in(experience, "experienceDescription"); !said.empty()) touchpoint["says"] = said;
    if (!said_in(experience, "experienceRating").empty()) warn(experience.child("experienceRating"), "cjml-rating", msg("forms.cjml.rating"));
  }

  void take_compliance(Xml node, const std::string& id, Json& touchpoint) {
    const std::string compliance = actual_ ? said_in(node, "compliance") : "";
    if (compliance == "adhoc") touchpoint["optional"] = true;
    if (compliance != "failing" && compliance != "missing") return;
    const auto said = [&](Lang lang) { return compliance == "failing" ? text("forms.cjml.failing", lang) : text("forms.cjml.missing", lang); };
    touchpoint["friction"] = Json::array({{{"id", friction_ids_.make(id + "_" + compliance, "friction")},
                                           {"text", {{"fr", said(Lang::fr)}, {"en", said(Lang::en)}}},
                                           {"source", id_.empty() ? "CJML" : id_}}});
  }

  void write() {
    draft_.map["stages"] = Json::array();
    for (Json& stage : stages_) draft_.map["stages"].push_back(std::move(stage));
    draft_.note("phase-unsaid", msg("forms.cjml.phase"));
    if (left_out_) draft_.note("cjml-left-out", msg("forms.cjml.times"));
    if (actual_) draft_.note("cjml-actual", msg("forms.cjml.actual"));
  }

  const std::string& file_;
  const std::string& text_;
  MapDraft draft_;
  pugi::xml_document document_;
  bool actual_ = false, left_out_ = false;
  std::string id_, main_provider_;
  std::vector<Actor> actors_;
  std::vector<std::string> phases_;
  std::vector<Json> stages_;
  std::size_t last_stage_ = 0;
  Ids persona_ids_, stage_ids_, touchpoint_ids_, friction_ids_;
};

}  // namespace

ReadMap read_cjml(const std::string& file, const std::string& text) { return CjmlReader(file, text).read(); }

}  // namespace parcours
