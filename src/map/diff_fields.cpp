#include <algorithm>

#include "base/listed.h"
#include "base/number.h"
#include "map/diff_words.h"
#include "map/differ.h"
#include "map/rule_words.h"

namespace parcours {
namespace {

using namespace diff_words;

// Words of the format ("target") in the reader's language, what an author wrote as it is.
Arg in_words(const std::string& field, const std::string& value, const LocalText& said) {
  const std::string key = "map.value." + field + "." + value;
  return has_text(key) ? nested(msg(key)) : Arg(said);
}

// In each language its own; where the difference is only in the other one, both.
LocalText said(const Shown& value, const Shown& other) {
  return {"", value.fr == other.fr ? value.all : value.fr, value.en == other.en ? value.all : value.en};
}

Message field_message(Change::Kind kind, const std::string& place, const Arg& what, const Arg& before, const Arg& after) {
  if (place.empty()) {
    if (kind == Change::Kind::added) return msg("map.diff.head_set", {{"field", what}, {"after", after}});
    if (kind == Change::Kind::removed) return msg("map.diff.head_unset", {{"field", what}, {"before", before}});
    return msg("map.diff.head_changed", {{"field", what}, {"before", before}, {"after", after}});
  }
  if (kind == Change::Kind::added) return msg("map.diff.set", {{"place", place}, {"field", what}, {"after", after}});
  if (kind == Change::Kind::removed) return msg("map.diff.unset", {{"place", place}, {"field", what}, {"before", before}});
  return msg("map.diff.changed", {{"place", place}, {"field", what}, {"before", before}, {"after", after}});
}

void compare_frictions(Differ& d, const Located& at, const Touchpoint& a, const Touchpoint& b) {
  const std::string path = path_of(at) + "/friction";
  const auto of = [](const Touchpoint& t, const std::string& id) -> const Friction* {
    for (const auto& f : t.frictions)
      if (f.id == id) return &f;
    return nullptr;
  };
  const auto expect = [](const Friction& f) {
    std::vector<Shown> all;
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
    d.field(here, f.id, "by", old->by, f.by);
    d.field(here, f.id, "expect", expect(*old), expect(f));
  }
}

Shown figures(const Touchpoint& t) {
  std::vector<Shown> all;
  for (const auto& f : t.figures) all.push_back(f.measure + " " + exact(f.value) + shown(f.evidence));
  return listed(all);
}

std::string match(const Touchpoint& t) { return t.out_of_sight ? "none" : rule_in_yaml(t.match); }

}  // namespace

void Differ::field_at(const std::string& path, const std::string& place, const char* name, const Shown& before, const Shown& after) {
  if (before == after) return;
  const Change::Kind kind = before.empty() ? Change::Kind::added : after.empty() ? Change::Kind::removed : Change::Kind::changed;
  add(kind, path.empty() ? name : path + "/" + name,
      field_message(kind, place, nested(msg("map.field." + std::string(name))), in_words(name, before.all, said(before, after)),
                    in_words(name, after.all, said(after, before))));
  Change& change = changes.back();
  change.field = name, change.before = before.all, change.after = after.all;
  change.said_before = said(before, after), change.said_after = said(after, before);
}

void Differ::emotions(const std::string& path, const std::string& place, const std::vector<Emotion>& before, const std::vector<Emotion>& after) {
  const auto of = [](const std::vector<Emotion>& all, const std::string& persona) -> const Emotion* {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Emotion& e) { return e.persona == persona; });
    return at == all.end() ? nullptr : &*at;
  };
  const auto text = [](const Emotion* e) { return e ? number(e->value) + shown(e->evidence) : Shown(); };
  std::vector<std::string> personas;
  for (const auto* all : {&before, &after})
    for (const auto& e : *all)
      if (std::find(personas.begin(), personas.end(), e.persona) == personas.end()) personas.push_back(e.persona);
  for (const auto& persona : personas) {
    const std::string where = "`" + place + "`" + (persona.empty() ? "" : " (" + persona + ")");
    const std::size_t known = changes.size();
    field_at(path, where, "emotion", text(of(before, persona)), text(of(after, persona)));
    if (changes.size() > known) changes.back().persona = persona;
  }
}

void compare_head(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  d.field("", "", "title", shown(a.title), shown(b.title));
  d.field("", "", "offer", shown(a.offer), shown(b.offer));
  d.field("", "", "language", a.language_code, b.language_code);
  d.field("", "", "state", std::string(code_of(a.state)), std::string(code_of(b.state)));
  d.field("", "", "personas", parcours::listed(a.personas), parcours::listed(b.personas));
  d.field("", "", "goal", a.goal, b.goal);
  d.field("", "", "window", shown(a.window), shown(b.window));
  d.field("", "", "inactivity", shown(a.inactivity), shown(b.inactivity));
  d.field("", "", "reviewed", shown(a.reviewed), shown(b.reviewed));
  d.field("", "", "target_date", shown(a.target_date), shown(b.target_date));
  const auto lanes = [](const JourneyMap& map) {
    std::vector<Shown> all;
    for (const OwnLane& lane : map.lanes) {
      Shown one = Shown(lane.id + ": ") + name(lane.name);
      all.push_back(lane.note.empty() ? one : one + Shown(" — ") + shown(lane.note));
    }
    return listed(all);
  };
  d.field("", "", "lanes", lanes(a), lanes(b));
  d.field("", "", "channels_are", std::string(code_of(a.channels_are)), std::string(code_of(b.channels_are)));
}

void compare_stage(Differ& d, const Stage& a, const Stage& b) {
  const std::string path = path_of(b);
  const std::string& place = b.id;
  const auto contents = [](const Stage& s) {
    std::vector<Shown> all;
    for (const auto& c : s.contents)
      all.push_back((c.kind.empty() ? "" : c.kind + ": ") + shown(c.text) + (c.via.empty() ? "" : " → " + parcours::listed(c.via)) +
                    (c.lead_time ? " (" + shown(c.lead_time) + ")" : Shown()));
    return listed(all);
  };
  const auto buyer = [](const Stage& s) {
    std::vector<Shown> all;
    for (const auto& step : s.buyer) all.push_back(shown(step.text) + (step.touchpoint.empty() ? Shown() : Shown(" → " + step.touchpoint)));
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
  d.field(path, place, "lanes", shown(a.lanes), shown(b.lanes));
  d.emotions(path, place, a.emotions, b.emotions);
  d.field(path, place, "leads_to", a.leads_to, b.leads_to);
  d.field(path, place, "opens", a.opens, b.opens);
  d.field(path, place, "repeatable", shown(a.repeatable), shown(b.repeatable));
}

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
    std::vector<Shown> parts = {name(t.backstage.team), name(t.backstage.system), shown(t.backstage.text)};
    std::erase(parts, Shown());
    return listed(parts);
  };
  d.field(path, place, "backstage", backstage(a), backstage(b));
  d.field(path, place, "lanes", shown(a.lanes), shown(b.lanes));
  d.field(path, place, "images", parcours::listed(a.images), parcours::listed(b.images));
  d.field(path, place, "optional", shown(a.optional), shown(b.optional));
  d.field(path, place, "repeatable", shown(a.repeatable), shown(b.repeatable));
  d.field(path, place, "alternative", a.alternative, b.alternative);
  d.field(path, place, "opens", a.opens, b.opens);
  d.field(path, place, "importance", shown(a.importance), shown(b.importance));
  d.field(path, place, "priority", shown(a.priority), shown(b.priority));
}

void compare_action(Differ& d, const Action& a, const Action& b) {
  const std::string path = "actions/" + b.id;
  d.field(path, b.id, "text", shown(a.text), shown(b.text));
  d.field(path, b.id, "for", a.for_friction, b.for_friction);
  d.field(path, b.id, "owner", a.owner, b.owner);
  d.field(path, b.id, "due", shown(a.due), shown(b.due));
  d.field(path, b.id, "effort", shown(a.effort), shown(b.effort));
  d.field(path, b.id, "status", std::string(code_of(a.status)), std::string(code_of(b.status)));
  d.field(path, b.id, "done", shown(a.done), shown(b.done));
}

void compare_views(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  const auto of = [](const JourneyMap& map, const TeamView& wanted) -> const TeamView* {
    for (const auto& view : map.views)
      if (view.team == wanted.team && view.touchpoint == wanted.touchpoint) return &view;
    return nullptr;
  };
  const auto text = [](const TeamView* view) {
    if (!view) return Shown();
    const std::string emotion = view->emotion ? number(*view->emotion) : "";
    return emotion + (emotion.empty() || view->note.empty() ? "" : ", ") + shown(view->note);
  };
  const auto compare = [&](const TeamView& view) {
    d.field("views/" + team_key(view.team) + "/" + view.touchpoint, view.touchpoint, "view", text(of(a, view)), text(of(b, view)));
  };
  for (const auto& view : a.views) compare(view);
  for (const auto& view : b.views)
    if (!of(a, view)) compare(view);
}

void compare_ignores(Differ& d, const JourneyMap& a, const JourneyMap& b) {
  const auto text = [](const JourneyMap& map) {
    std::vector<Shown> all;
    for (const auto& ignore : map.ignores)
      all.push_back(ignore.rule + Shown(ignore.at.empty() ? "" : " @ " + ignore.at) + " (" + shown(ignore.why) + ")");
    return listed(all);
  };
  d.field("", "", "ignore", text(a), text(b));
}

}  // namespace parcours
