// The journey map as its author wrote it: everything docs/formats/map.md describes, as plain values.
// Where each thing stands in the file is asked of MapFile (map/map_file.h) by its path.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rule.h"
#include "base/text.h"
#include "base/time.h"

namespace parcours {

enum class MapState { current, target };
enum class Phase { before, during, after };             // of the purchase
enum class ChannelsAre { unsaid, multi, cross, omni };  // what the company declares
enum class Initiator { unsaid, customer, company };     // who starts a touchpoint
enum class ServedBy { unsaid, person, self, machine };
enum class ActionStatus { todo, doing, done, dropped };
inline bool is_over(ActionStatus status) { return status == ActionStatus::done || status == ActionStatus::dropped; }

// What a statement rests on. With a source it is reported, without one it is assumed. Nothing in a map file is measured.
struct Evidence {
  LocalText source;
  std::optional<Date> date;
  std::optional<std::int64_t> n;
  bool reported() const { return !source.empty(); }
};

// From -2 (very bad) to +2 (very good). `persona` empty: everyone.
struct Emotion {
  std::string persona;
  double value = 0;
  Evidence evidence;
};

// What the author expects of the data, for `check` to confirm or contradict: {drop_off: 0.30}.
struct Expectation {
  std::string measure;  // drop_off, conversion, customers_share, time …: names of docs/formats/map.md
  double value = 0;     // shares 0..1; times in seconds
};

// What a customer does, wants, asks or says. `by`: the persona whose it is; empty: everyone's.
struct CustomerWords : LocalText {
  std::string by = {};
  bool operator==(const CustomerWords&) const = default;
};

struct Friction {
  std::string id;
  LocalText text;
  Evidence evidence;
  std::vector<Expectation> expect;
  std::string by = {};  // the persona it holds back; empty: everyone
};

struct MomentOfTruth {
  LocalText promise;
};

// A figure typed in from elsewhere.
struct ReportedFigure {
  std::string measure;  // time, drop_off, conversion, satisfaction, nps …
  double value = 0;     // shares 0..1; times in seconds
  Evidence evidence;
};

// A team named in two languages is the one of its English name, or of its only one.
inline const std::string& team_key(const LocalText& team) { return team.in(Lang::en); }

struct Backstage {
  LocalText team, system, text;
  bool empty() const { return team.empty() && system.empty() && text.empty(); }
};

// A lane of the map's own, below the usual ones: legal, systems, ideas …
struct OwnLane {
  std::string id;
  LocalText name, note;
};

// What stands in such a lane, of a stage or of a touchpoint.
struct LaneTexts {
  std::string lane;
  std::vector<LocalText> texts;
};

struct Touchpoint {
  std::string id;
  LocalText name;
  std::string channel;
  Initiator starts = Initiator::unsaid;
  ServedBy served_by = ServedBy::unsaid;
  bool out_of_sight = false;  // match: none
  LocalText why;              // why it is out of sight
  Rule match;                 // empty unless given
  Rule failure;
  std::vector<CustomerWords> does, wants, asks, says;
  std::vector<Emotion> emotions;
  std::optional<MomentOfTruth> moment_of_truth;
  std::vector<Friction> frictions;
  std::vector<ReportedFigure> figures;
  Backstage backstage;
  std::vector<LaneTexts> lanes;
  std::vector<std::string> images;  // paths relative to the map's folder
  bool optional = false;
  bool repeatable = false;
  std::string alternative;
  std::string opens;              // id of the map that goes into detail of it
  std::optional<int> importance;  // 1..5, to the customer
  std::optional<int> priority;    // 1..5, to the organisation
};

// The stage's when: one of a fixed start, days after another stage, days before the map's target date; and how long it lasts.
struct When {
  std::optional<Date> start, end;
  std::string after;  // id of a stage
  std::optional<int> days_min, days_max;
  std::optional<TimeMs> before_target;
  std::optional<TimeMs> lasts;
  bool empty() const { return !start && !end && after.empty() && !before_target && !lasts; }
};

struct Content {
  std::string kind;  // video, article, comparison, promotion, testimonial …
  LocalText text;
  std::vector<std::string> via;     // ids of touchpoints
  std::optional<TimeMs> lead_time;  // the work it takes before it can be shown
};

// What the buyer does, with or without us. `touchpoint` names ours at that step, if there is one; overlay/gaps.h says which steps are gaps.
struct BuyerStep {
  LocalText text;
  std::string touchpoint;
};

struct Stage {
  std::string id;
  LocalText name;
  Phase phase = Phase::before;
  std::string objective;  // inspire, inform, reassure, convert, serve, retain, recommend … or free text
  std::optional<int> importance;
  When when;
  LocalText how;
  std::vector<Content> contents;
  std::vector<BuyerStep> buyer;
  std::vector<Emotion> emotions;
  std::vector<LaneTexts> lanes;
  std::vector<Touchpoint> touchpoints;
  std::string leads_to;  // the stage that the last one leads back to
  std::string opens;     // id of the map that goes into detail of it
  bool repeatable = false;
};

struct Action {
  std::string id;
  std::string for_friction;  // id of a friction
  LocalText text;
  std::string owner;
  std::optional<Date> due;
  std::optional<int> effort;  // 1..5
  ActionStatus status = ActionStatus::todo;
  std::optional<Date> done;  // when it took effect: for before/after
};

// How another team sees a touchpoint.
struct TeamView {
  LocalText team;  // of two languages told apart by team_key
  std::string touchpoint;
  std::optional<double> emotion;
  LocalText note;
};

struct Ignore {
  std::string rule, at;
  LocalText why;
};

struct JourneyMap {
  std::string id;  // stem of the file name
  int version = 1;
  LocalText title;
  std::optional<Lang> language;  // else the workspace's
  std::string language_code;     // as the file says it: "de" is no Lang
  LocalText offer;
  MapState state = MapState::current;
  std::vector<std::string> personas;  // ids: personas/<id>.yaml
  std::string goal;                   // id of the touchpoint that is success
  std::optional<TimeMs> window;       // nothing: 30 d. kNoWindow: none
  std::optional<TimeMs> inactivity;   // else the workspace's, else max(30 d, 2 × window)
  std::optional<Date> reviewed;
  std::optional<Date> target_date;
  ChannelsAre channels_are = ChannelsAre::unsaid;
  std::vector<OwnLane> lanes;
  std::vector<Stage> stages;
  std::vector<Action> actions;
  std::vector<TeamView> views;
  std::vector<Ignore> ignores;

  static constexpr TimeMs kNoWindow = -1;

  const Stage* stage(std::string_view id) const;
  const Touchpoint* touchpoint(std::string_view id) const;
  const Stage* stage_of(std::string_view touchpoint_id) const;
  const Friction* friction(std::string_view id) const;
  const Action* action(std::string_view id) const;
};

struct Persona {
  std::string id;
  LocalText name, quote, area, age, social_group, situation, income, occupation;
  std::string portrait;  // a picture beside the file
  std::string market;    // B2B | B2C
  std::vector<LocalText> habits, goals, frustrations;
  std::vector<std::string> channels;
  std::vector<FieldCondition> segment;
};

struct ChannelInfo {
  std::string id;
  LocalText name;
  std::string icon;  // name of a shipped icon
  std::optional<bool> online;
  std::string media;  // owned | paid | earned | ""
};

// Somebody who has a hand in the journeys, and where: from the customer outwards.
enum class Ring { customer, front, backstage, outside };

struct Stakeholder {
  std::string id;
  LocalText name, role;
  std::optional<Ring> ring;                 // nothing: as the maps show
  std::optional<int> importance, interest;  // 1..5
  std::vector<std::string> also;            // names the maps use for them
};

struct Brand {
  std::string name, colour, accent, font, logo;
};

// parcours.yaml
struct WorkspaceSettings {
  int version = 1;
  LocalText name;
  Lang language = Lang::en;
  std::string zone = "UTC";      // IANA
  std::string currency = "EUR";  // ISO 4217
  std::vector<ChannelInfo> channels;
  std::optional<TimeMs> inactivity;
  int join_limit = 10;  // values that would join more customers never join
  std::vector<std::string> blocked_values;
  Brand brand;
  std::vector<Stakeholder> stakeholders;
  std::string engine = "native";
};

// The channel as the workspace declares it, else as the shipped list of usual channels knows it.
ChannelInfo channel_info(const WorkspaceSettings& settings, std::string_view id);
bool is_known_channel(const WorkspaceSettings& settings, std::string_view id);  // declared, or a usual one
std::vector<std::string> usual_channels();                                      // ids of the shipped list, sorted

std::string_view code_of(MapState);
std::string_view code_of(Phase);
std::string_view code_of(ChannelsAre);
std::string_view code_of(Initiator);
std::string_view code_of(ServedBy);
std::string_view code_of(ActionStatus);
std::string_view code_of(Ring);

}  // namespace parcours
