#include "map/diff.h"

#include <algorithm>
#include <array>

#include "base/listed.h"
#include "base/number.h"
#include "map/diff_words.h"
#include "map/rule_words.h"

namespace parcours {
namespace {

using namespace diff_words;

class Differ {
 public:
  std::vector<Change> changes;

  void add(Change::Kind kind, std::string path, Message message) { changes.push_back({kind, std::move(path), std::move(message)}); }

  // A field of a named element: "`pay`: channel from a to b"; without an id, of the map's head.
  void field(const std::string& path, const std::string& id, const char* name, const std::string& before, const std::string& after) {
    field_at(path, id.empty() ? "" : "`" + id + "`", name, before, after);
  }

  void field_at(const std::string& path, const std::string& place, const char* name, const std::string& before, const std::string& after) {
    if (before == after) return;
    const Arg what = nested(msg("map.field." + std::string(name)));
    const std::string full = path.empty() ? name : path + "/" + name;
    if (place.empty()) {
      if (before.empty()) add(Change::Kind::added, full, msg("map.diff.head_set", {{"field", what}, {"after", after}}));
      else if (after.empty()) add(Change::Kind::removed, full, msg("map.diff.head_unset", {{"field", what}, {"before", before}}));
      else add(Change::Kind::changed, full, msg("map.diff.head_changed", {{"field", what}, {"before", before}, {"after", after}}));
      return;
    }
    if (before.empty()) add(Change::Kind::added, full, msg("map.diff.set", {{"place", place}, {"field", what}, {"after", after}}));
    else if (after.empty()) add(Change::Kind::removed, full, msg("map.diff.unset", {{"place", place}, {"field", what}, {"before", before}}));
    else add(Change::Kind::changed, full, msg("map.diff.changed", {{"place", place}, {"field", what}, {"before", before}, {"after", after}}));
  }

  void emotions(const std::string& path, const std::string& place, const std::vector<Emotion>& before, const std::vector<Emotion>& after) {
    const auto of = [](const std::vector<Emotion>& all, const std::string& persona) -> const Emotion* {
      const auto at = std::find_if(all.begin(), all.end(), [&](const Emotion& e) { return e.persona == persona; });
      return at == all.end() ? nullptr : &*at;
    };
    const auto text = [](const Emotion* e) { return e ? number(e->value) + shown(e->evidence) : std::string(); };
    std::vector<std::string> personas;
    for (const auto* all : {&before, &after})
      for (const auto& e : *all)
        if (std::find(personas.begin(), personas.end(), e.persona) == personas.end()) personas.push_back(e.persona);
    for (const auto& persona : personas) {
      const std::string where = "`" + place + "`" + (persona.empty() ? "" : " (" + persona + ")");
      field_at(path, where, "emotion", text(of(before, persona)), text(of(after, persona)));
    }
  }
};

struct Located {
  const Stage* stage;
  const Touchpoint* touchpoint;
};

std::vector<Located> touchpoints_of(const JourneyMap& map) {
  std::vector<Located> out;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints) out.push_back({&stage, &touchpoint});
  return out;
}

std::string path_of(const Stage& stage) { return "stages/" + stage.id; }
std::string path_of(const Located& at) { return path_of(*at.stage) + "/touchpoints/" + at.touchpoint->id; }

// Ids that stand in another order though both lists have them: those outside a longest common run.
template <class T>
std::vector<std::string> moved_ids(const std::vector<T>& before, const std::vector<T>& after) {
  const auto has = [](const std::vector<T>& all, const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](const T& t) { return t.id == id; });
  };
  std::vector<std::string> a, b;
  for (const auto& t : before)
    if (has(after, t.id)) a.push_back(t.id);
  for (const auto& t : after)
    if (has(before, t.id)) b.push_back(t.id);
  if (a == b || a.size() * b.size() > 1'000'000) return {};
  std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;) length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
  std::vector<std::string> moved;
  for (std::size_t i = 0, j = 0; j < b.size();) {
    if (i < a.size() && a[i] == b[j]) ++i, ++j;
    else if (i < a.size() && length[i + 1][j] >= length[i][j + 1]) ++i;
    else moved.push_back(b[j++]);
  }
  return moved;
}

void compare_head(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  d.field("", "", "title", shown(a.title), shown(b.title));
  d.field("", "", "offer", shown(a.offer), shown(b.offer));
  d.field("", "", "language", a.language ? std::string(code_of(*a.language)) : "", b.language ? std::string(code_of(*b.language)) : "");
  d.field("", "", "state", std::string(code_of(a.state)), std::string(code_of(b.state)));
  d.field("", "", "personas", listed(a.personas), listed(b.personas));
  d.field("", "", "goal", a.goal, b.goal);
  d.field("", "", "window", shown(a.window), shown(b.window));
  d.field("", "", "inactivity", shown(a.inactivity), shown(b.inactivity));
  d.field("", "", "reviewed", shown(a.reviewed), shown(b.reviewed));
  d.field("", "", "target_date", shown(a.target_date), shown(b.target_date));
  d.field("", "", "channels_are", std::string(code_of(a.channels_are)), std::string(code_of(b.channels_are)));
}

void compare_stage(Differ& d, const Stage& a, const Stage& b) {
  const std::string path = path_of(b);
  const std::string& place = b.id;
  const auto contents = [](const Stage& s) {
    std::vector<std::string> all;
    for (const auto& c : s.contents)
      all.push_back((c.kind.empty() ? "" : c.kind + ": ") + shown(c.text) + (c.via.empty() ? "" : " → " + listed(c.via)) +
                    (c.lead_time ? " (" + shown(c.lead_time) + ")" : ""));
    return listed(all);
  };
  const auto buyer = [](const Stage& s) {
    std::vector<std::string> all;
    for (const auto& step : s.buyer) all.push_back(shown(step.text) + (step.touchpoint.empty() ? "" : " → " + step.touchpoint));
    return listed(all);
  };
  d.field(path, place, "name", shown(a.name), shown(b.name));
  d.field(path, place, "phase", std::string(code_of(a.phase)), std::string(code_of(b.phase)));
  d.field(path, place, "objective", a.objective, b.objective);
  d.field(path, place, "importance", shown(a.importance), shown(b.importance));
  d.field(path, place, "when", shown(a.when), shown(b.when));
  d.field(path, place, "how", shown(a.how), shown(b.how));
  d.field(path, place, "contents", contents(a), contents(b));
  d.field(path, place, "buyer", buyer(a), buyer(b));
  d.emotions(path, place, a.emotions, b.emotions);
  d.field(path, place, "leads_to", a.leads_to, b.leads_to);
  d.field(path, place, "opens", a.opens, b.opens);
  d.field(path, place, "repeatable", shown(a.repeatable), shown(b.repeatable));
}

void compare_frictions(Differ& d, const Located& at, const Touchpoint& a, const Touchpoint& b) {
  const std::string path = path_of(at) + "/friction";
  const auto of = [](const Touchpoint& t, const std::string& id) -> const Friction* {
    for (const auto& f : t.frictions)
      if (f.id == id) return &f;
    return nullptr;
  };
  const auto expect = [](const Friction& f) {
    std::vector<std::string> all;
    for (const auto& e : f.expect) all.push_back(e.measure + " " + exact(e.value));
    return listed(all);
  };
  for (const auto& f : a.frictions)
    if (!of(b, f.id))
      d.add(Change::Kind::removed, path + "/" + f.id, msg("map.diff.friction_removed", {{"place", b.id}, {"id", f.id}, {"text", words(f.text)}}));
  for (const auto& f : b.frictions) {
    const Friction* old = of(a, f.id);
    const std::string here = path + "/" + f.id;
    if (!old) {
      d.add(Change::Kind::added, here, msg("map.diff.friction_added", {{"place", b.id}, {"id", f.id}, {"text", words(f.text)}}));
      continue;
    }
    d.field(here, f.id, "text", shown(old->text) + shown(old->evidence), shown(f.text) + shown(f.evidence));
    d.field(here, f.id, "expect", expect(*old), expect(f));
  }
}

std::string figures(const Touchpoint& t) {
  std::vector<std::string> all;
  for (const auto& f : t.figures) all.push_back(f.measure + " " + exact(f.value) + shown(f.evidence));
  return listed(all);
}

std::string match(const Touchpoint& t) { return t.out_of_sight ? "none" : rule_in_yaml(t.match); }

void compare_touchpoint(Differ& d, const Located& at, const Touchpoint& a, const Touchpoint& b) {
  const std::string path = path_of(at);
  const std::string& place = b.id;
  d.field(path, place, "name", shown(a.name), shown(b.name));
  d.field(path, place, "channel", a.channel, b.channel);
  d.field(path, place, "starts", std::string(code_of(a.starts)), std::string(code_of(b.starts)));
  d.field(path, place, "served_by", std::string(code_of(a.served_by)), std::string(code_of(b.served_by)));
  d.field(path, place, "match", match(a), match(b));
  d.field(path, place, "why", shown(a.why), shown(b.why));
  d.field(path, place, "failure", rule_in_yaml(a.failure), rule_in_yaml(b.failure));
  d.field(path, place, "does", shown(a.does), shown(b.does));
  d.field(path, place, "wants", shown(a.wants), shown(b.wants));
  d.field(path, place, "asks", shown(a.asks), shown(b.asks));
  d.field(path, place, "says", shown(a.says), shown(b.says));
  d.emotions(path, place, a.emotions, b.emotions);
  d.field(path, place, "moment_of_truth", a.moment_of_truth ? shown(a.moment_of_truth->promise) : "",
          b.moment_of_truth ? shown(b.moment_of_truth->promise) : "");
  compare_frictions(d, at, a, b);
  d.field(path, place, "figures", figures(a), figures(b));
  const auto backstage = [](const Touchpoint& t) {
    std::vector<std::string> said = {t.backstage.team, t.backstage.system, shown(t.backstage.text)};
    std::erase(said, "");
    return listed(said);
  };
  d.field(path, place, "backstage", a.backstage.empty() ? "" : backstage(a), b.backstage.empty() ? "" : backstage(b));
  d.field(path, place, "images", listed(a.images), listed(b.images));
  d.field(path, place, "optional", shown(a.optional), shown(b.optional));
  d.field(path, place, "repeatable", shown(a.repeatable), shown(b.repeatable));
  d.field(path, place, "alternative", a.alternative, b.alternative);
  d.field(path, place, "opens", a.opens, b.opens);
  d.field(path, place, "importance", shown(a.importance), shown(b.importance));
  d.field(path, place, "priority", shown(a.priority), shown(b.priority));
}

void compare_stages(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  for (const auto& stage : a.stages)
    if (!b.stage(stage.id))
      d.add(Change::Kind::removed, path_of(stage), msg("map.diff.stage_removed", {{"id", stage.id}, {"name", words(stage.name)}}));
  const auto moved = moved_ids(a.stages, b.stages);
  for (std::size_t i = 0; i < b.stages.size(); ++i) {
    const Stage& stage = b.stages[i];
    const Stage* old = a.stage(stage.id);
    if (!old) d.add(Change::Kind::added, path_of(stage), msg("map.diff.stage_added", {{"id", stage.id}, {"name", words(stage.name)}}));
    else if (std::find(moved.begin(), moved.end(), stage.id) != moved.end()) {
      if (i == 0) d.add(Change::Kind::moved, path_of(stage), msg("map.diff.stage_first", {{"id", stage.id}}));
      else d.add(Change::Kind::moved, path_of(stage), msg("map.diff.stage_moved", {{"id", stage.id}, {"after", b.stages[i - 1].id}}));
    }
    if (old) compare_stage(d, *old, stage);
  }
}

void compare_touchpoints(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  for (const auto& at : touchpoints_of(a))
    if (!b.touchpoint(at.touchpoint->id))
      d.add(Change::Kind::removed, path_of(at), msg("map.diff.touchpoint_removed", {{"id", at.touchpoint->id}, {"stage", words(at.stage->name)}}));
  for (const auto& at : touchpoints_of(b)) {
    const std::string& id = at.touchpoint->id;
    const Touchpoint* old = a.touchpoint(id);
    if (!old) {
      d.add(Change::Kind::added, path_of(at), msg("map.diff.touchpoint_added", {{"id", id}, {"stage", words(at.stage->name)}}));
      continue;
    }
    const Stage& from = *a.stage_of(id);
    if (from.id != at.stage->id) {
      d.add(Change::Kind::moved, path_of(at),
            msg("map.diff.touchpoint_moved", {{"id", id}, {"from", words(from.name)}, {"to", words(at.stage->name)}}));
    } else if (const auto moved = moved_ids(from.touchpoints, at.stage->touchpoints); std::find(moved.begin(), moved.end(), id) != moved.end()) {
      d.add(Change::Kind::moved, path_of(at), msg("map.diff.touchpoint_reordered", {{"id", id}, {"stage", words(at.stage->name)}}));
    }
    compare_touchpoint(d, at, *old, *at.touchpoint);
  }
}

void compare_actions(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  const auto of = [](const JourneyMap& map, const std::string& id) -> const Action* {
    for (const auto& action : map.actions)
      if (action.id == id) return &action;
    return nullptr;
  };
  for (const auto& action : a.actions)
    if (!of(b, action.id))
      d.add(Change::Kind::removed, "actions/" + action.id, msg("map.diff.action_removed", {{"id", action.id}, {"text", words(action.text)}}));
  for (const auto& action : b.actions) {
    const Action* old = of(a, action.id);
    const std::string path = "actions/" + action.id;
    if (!old) {
      d.add(Change::Kind::added, path, msg("map.diff.action_added", {{"id", action.id}, {"text", words(action.text)}}));
      continue;
    }
    d.field(path, action.id, "text", shown(old->text), shown(action.text));
    d.field(path, action.id, "for", old->for_friction, action.for_friction);
    d.field(path, action.id, "owner", old->owner, action.owner);
    d.field(path, action.id, "due", shown(old->due), shown(action.due));
    d.field(path, action.id, "effort", shown(old->effort), shown(action.effort));
    d.field(path, action.id, "status", std::string(code_of(old->status)), std::string(code_of(action.status)));
    d.field(path, action.id, "done", shown(old->done), shown(action.done));
  }
}

void compare_views(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  const auto of = [](const JourneyMap& map, const TeamView& wanted) -> const TeamView* {
    for (const auto& view : map.views)
      if (view.team == wanted.team && view.touchpoint == wanted.touchpoint) return &view;
    return nullptr;
  };
  const auto text = [](const TeamView* view) {
    if (!view) return std::string();
    const std::string emotion = view->emotion ? number(*view->emotion) : "";
    return emotion + (emotion.empty() || view->note.empty() ? "" : ", ") + shown(view->note);
  };
  const auto compare = [&](const TeamView& view) {
    d.field("views/" + view.team + "/" + view.touchpoint, view.touchpoint, "view", text(of(a, view)), text(of(b, view)));
  };
  for (const auto& view : a.views) compare(view);
  for (const auto& view : b.views)
    if (!of(a, view)) compare(view);
}

void compare_ignores(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  const auto text = [](const JourneyMap& map) {
    std::vector<std::string> all;
    for (const auto& ignore : map.ignores) all.push_back(ignore.rule + (ignore.at.empty() ? "" : " @ " + ignore.at) + " (" + shown(ignore.why) + ")");
    return listed(all);
  };
  d.field("", "", "ignore", text(a), text(b));
}

}  // namespace

std::vector<Change> diff(const JourneyMap& older, const JourneyMap& newer) {
  Differ d;
  compare_head(d, older, newer);
  compare_stages(d, older, newer);
  compare_touchpoints(d, older, newer);
  compare_actions(d, older, newer);
  compare_views(d, older, newer);
  compare_ignores(d, older, newer);
  return std::move(d.changes);
}

std::string_view code_of(Change::Kind kind) {
  static constexpr std::array<std::string_view, 4> kCodes = {"added", "removed", "moved", "changed"};
  return kCodes[static_cast<std::size_t>(kind)];
}

}  // namespace parcours
