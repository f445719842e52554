#include "overlay/stakeholders.h"

#include <algorithm>
#include <tuple>

#include "base/fold.h"

namespace parcours {
namespace {

// Whatever the case and the accents; letters that cannot be made plain must be the same.
bool same_name(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string plain = folded_ascii(a);
  return plain.find('?') == std::string::npos && plain == folded_ascii(b);
}

bool goes_by(const Stakeholder& stakeholder, const std::string& name) {
  const auto same = [&](const std::string& other) { return !other.empty() && same_name(other, name); };
  return same(stakeholder.id) || same(stakeholder.name.plain) || same(stakeholder.name.fr) || same(stakeholder.name.en) ||
         std::any_of(stakeholder.also.begin(), stakeholder.also.end(), same);
}

class StakeholderGathering {
 public:
  explicit StakeholderGathering(const Portfolio& portfolio) : portfolio_(portfolio) {
    for (const Stakeholder& declared : portfolio.settings.stakeholders) {
      StakeholderView view;
      view.id = declared.id, view.name = declared.name, view.role = declared.role;
      view.ring = declared.ring.value_or(Ring::backstage);
      view.importance = declared.importance, view.interest = declared.interest;
      out_.push_back(std::move(view));
    }
  }

  std::vector<StakeholderView> gather() {
    for (const MapStanding& map : portfolio_.maps) {
      for (const Persona& persona : map.measured.personas) take_persona(map.measured.map, persona);
      for (const Stage& stage : map.measured.map.stages)
        for (const Touchpoint& touchpoint : stage.touchpoints) take_team(map.measured.map, stage, touchpoint);
      for (const TeamView& view : map.measured.map.views) take_view(map.measured.map, view);
      for (const Action& action : map.measured.map.actions) take_action(map, action);
    }
    std::stable_sort(out_.begin(), out_.end(), [](const StakeholderView& a, const StakeholderView& b) {
      const auto key = [](const StakeholderView& v) { return std::tuple(v.ring, -v.importance.value_or(0), -v.touches(), std::string_view(v.id)); };
      return key(a) < key(b);
    });
    return std::move(out_);
  }

 private:
  // Those of the same name in any case are one.
  StakeholderView& named(const std::string& name) {
    const auto& declared = portfolio_.settings.stakeholders;
    const auto known = std::find_if(declared.begin(), declared.end(), [&](const Stakeholder& s) { return goes_by(s, name); });
    const std::string id = known == declared.end() ? name : known->id;
    const auto found = std::find_if(out_.begin(), out_.end(), [&](const StakeholderView& v) { return same_name(v.id, id); });
    if (found != out_.end()) return *found;
    StakeholderView view;
    view.id = id, view.name.plain = name;
    out_.push_back(std::move(view));
    return out_.back();
  }

  // By any of its names; it is called as it was first.
  StakeholderView& of_team(const LocalText& team) {
    const auto known = [&](const std::string& name) { return !name.empty() && is_known(name); };
    const std::string& name = known(team.fr) && !known(team.en) ? team.fr : team_key(team);
    const bool is_new = !is_known(name);
    StakeholderView& view = named(name);
    if (is_new) view.name = team;
    return view;
  }

  bool is_known(const std::string& name) const {
    const auto& declared = portfolio_.settings.stakeholders;
    return std::any_of(declared.begin(), declared.end(), [&](const Stakeholder& s) { return goes_by(s, name); }) ||
           std::any_of(out_.begin(), out_.end(), [&](const StakeholderView& v) { return same_name(v.id, name); });
  }

  bool has_ring(const StakeholderView& view) const {
    const auto& declared = portfolio_.settings.stakeholders;
    return std::any_of(declared.begin(), declared.end(), [&](const Stakeholder& s) { return s.id == view.id && s.ring; });
  }

  static Involvement& at(StakeholderView& view, const std::string& map, const std::string& stage) {
    for (Involvement& known : view.stages)
      if (known.map == map && known.stage == stage) return known;
    return view.stages.emplace_back(Involvement{map, stage, 0, 0, 0});
  }

  void take_persona(const JourneyMap& map, const Persona& persona) {
    StakeholderView& view = named(persona.id);
    if (!persona.name.empty()) view.name = persona.name;
    view.ring = Ring::customer;
    for (const Stage& stage : map.stages)
      if (!stage.touchpoints.empty()) at(view, map.id, stage.id).serves += static_cast<std::int64_t>(stage.touchpoints.size());
  }

  void take_team(const JourneyMap& map, const Stage& stage, const Touchpoint& touchpoint) {
    if (touchpoint.backstage.team.empty()) return;
    StakeholderView& view = of_team(touchpoint.backstage.team);
    ++at(view, map.id, stage.id).serves;
    if (touchpoint.served_by == ServedBy::person && !has_ring(view) && view.ring == Ring::backstage) view.ring = Ring::front;
  }

  void take_view(const JourneyMap& map, const TeamView& seen) {
    if (const Stage* stage = map.stage_of(seen.touchpoint)) ++at(of_team(seen.team), map.id, stage->id).views;
  }

  void take_action(const MapStanding& map, const Action& action) {
    if (action.owner.empty() || !is_to_do(action)) return;
    StakeholderView& view = named(action.owner);
    const auto& ranked = map.measured.actions;
    const auto rank = std::find_if(ranked.begin(), ranked.end(), [&](const RankedAction& r) { return r.id == action.id; });
    const Stage* stage = rank == ranked.end() || rank->touchpoint.empty() ? nullptr : map.measured.map.stage_of(rank->touchpoint);
    if (stage) ++at(view, map.measured.map.id, stage->id).actions;
    else ++view.loose_actions;
  }

  const Portfolio& portfolio_;
  std::vector<StakeholderView> out_;
};

}  // namespace

const Involvement* StakeholderView::at(std::string_view map, std::string_view stage) const {
  for (const Involvement& known : stages)
    if (known.map == map && known.stage == stage) return &known;
  return nullptr;
}

std::int64_t StakeholderView::touches() const { return static_cast<std::int64_t>(stages.size()); }

std::vector<StakeholderView> stakeholders_of(const Portfolio& portfolio) { return StakeholderGathering(portfolio).gather(); }

}  // namespace parcours
