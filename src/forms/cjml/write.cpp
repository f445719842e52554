#include <set>
#include <sstream>

#include <pugixml.hpp>

#include "forms/cjml/cjml.h"
#include "forms/draft.h"

namespace parcours {
namespace {

class CjmlWriter {
 public:
  CjmlWriter(const MeasuredMap& measured, Lang lang) : map_(measured.map), measured_(measured), lang_(lang) {}

  std::string write() {
    pugi::xml_document document;
    auto root = document.append_child("CJML");
    root.append_attribute("version") = "2.0";
    auto journey = root.append_child("plannedJourney");
    put(journey, "journeyID", map_.id.empty() ? "map" : map_.id);
    put(journey, "journeyTitle", map_.title.in(lang_));
    auto phases = journey.append_child("journeyPhases");
    for (const Stage& stage : map_.stages) {
      auto phase = phases.append_child("journeyPhase");
      phase.append_attribute("phaseID") = stage.id.c_str();
      put(phase, "phaseName", stage.name.in(lang_));
      put(phase, "phaseDescription", stage.how.in(lang_));
    }
    if (!map_.offer.empty()) put(journey, "journeyShortSummary", map_.offer.in(lang_));
    write_actors(journey);
    auto touchpoints = journey.append_child("touchpoints");
    for (const Stage& stage : map_.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints) write_touchpoint(touchpoints, stage, touchpoint);
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
  }

 private:
  static void put(pugi::xml_node to, const char* name, const std::string& text) {
    std::string clean;
    for (const char c : text)
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') clean += c;
    to.append_child(name).text().set(clean.c_str());
  }

  std::string provider_name() const {
    if (!measured_.settings.brand.name.empty()) return measured_.settings.brand.name;
    const std::string& workspace = measured_.settings.name.in(lang_);
    return workspace.empty() ? text("forms.cjml.provider", lang_) : workspace;
  }

  void write_actors(pugi::xml_node journey) {
    auto actors = journey.append_child("actors");
    customer_ = map_.personas.empty() ? "customer" : map_.personas.front();
    const auto add = [&](const char* kind, const std::string& id, const char* name_key, const std::string& name) {
      auto actor = actors.append_child(kind);
      actor.append_attribute("actorID") = id.c_str();
      put(actor, name_key, name);
    };
    for (const auto& id : map_.personas) add("endUser", id, "actorName", persona_name(id));
    if (map_.personas.empty()) add("endUser", customer_, "actorName", text("forms.cjml.customer", lang_));
    for (const auto& id : map_.personas) ids_.make(id, "actor");
    provider_ = ids_.make("provider", "provider");
    add("serviceProvider", provider_, "companyName", provider_name());
    for (const Stage& stage : map_.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints) {
        const LocalText& team = touchpoint.backstage.team;
        if (team.empty() || teams_.contains(team_key(team))) continue;
        const std::string& actor = teams_[team_key(team)] = ids_.make(team.in(lang_), "team");
        add("serviceProvider", actor, "companyName", team.in(lang_));
      }
  }

  std::string persona_name(const std::string& id) const {
    for (const Persona& persona : measured_.personas)
      if (persona.id == id && !persona.name.empty()) return persona.name.in(lang_);
    return id;
  }

  static void write_party(pugi::xml_node to, const char* role, const char* label_key, const std::string& actor, const std::string& label) {
    auto party = to.append_child(role);
    party.append_child("refersTo").append_attribute("actorIDref") = actor.c_str();
    put(party, label_key, label);
  }

  void write_touchpoint(pugi::xml_node to, const Stage& stage, const Touchpoint& touchpoint) {
    const bool action = touchpoint.channel.empty(), company = touchpoint.starts == Initiator::company;
    auto node = to.append_child(action ? "plannedAction" : "plannedCommunicationPoint");
    put(node, "touchpointID", touchpoint.id);
    node.append_child("belongsTo").append_attribute("phaseIDref") = stage.id.c_str();
    const std::string& team = team_key(touchpoint.backstage.team);
    const std::string& provider = team.empty() ? provider_ : teams_[team];
    const std::string& name = touchpoint.name.in(lang_);
    write_party(node, "initiator", "initiatorLabel", company ? provider : customer_, name);
    if (action) return;
    const std::string other = company ? (touchpoint.does.empty() ? "" : touchpoint.does.front().in(lang_)) : touchpoint.backstage.text.in(lang_);
    write_party(node, "receiver", "receiverLabel", company ? customer_ : provider, other.empty() ? name : other);
    put(node.append_child("channel"), "channelName", channel_info(measured_.settings, touchpoint.channel).name.in(lang_));
  }

  const JourneyMap& map_;
  const MeasuredMap& measured_;
  Lang lang_;
  Ids ids_;
  std::string customer_, provider_;
  std::map<std::string, std::string> teams_;  // team_key, actor
};

}  // namespace

std::string to_cjml(const MeasuredMap& measured, Lang lang) { return CjmlWriter(measured, lang).write(); }

}  // namespace parcours
