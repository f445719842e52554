#include "server/asked_question.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/map_steps.h"
#include "base/moment.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

constexpr std::size_t kFiltersMost = 20;
constexpr double kCountMost = 1e6;

constexpr std::array<std::string_view, 21> kKeys = {"question",  "since",   "until", "where",  "per",    "nodes",    "collapse",
                                                    "most",      "longest", "steps", "window", "first",  "attempts", "strict",
                                                    "any_order", "by",      "every", "came",   "active", "purchase", "against"};
constexpr std::array<std::string_view, 3> kNarrowingKeys = {"since", "until", "where"};

Failure bad(const std::string& key, const Json& value) {
  return misuse(msg("server.bad_value", {{"name", key}, {"value", value.is_string() ? value.get<std::string>() : value.dump()}}));
}

Outcome has_only(const Json& json, std::span<const std::string_view> keys) {
  for (const auto& [key, value] : json.items())
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) return bad(key, value);
  return Done{};
}

bool says(const Json& json, const std::string& key) { return json.contains(key) && !json[key].is_null(); }

Result<std::string> text_at(const Json& json, const std::string& key) {
  if (!says(json, key)) return std::string();
  if (!json[key].is_string()) return bad(key, json[key]);
  return json[key].get<std::string>();
}

Result<std::vector<std::string>> texts_at(const Json& json, const std::string& key, std::size_t most) {
  std::vector<std::string> texts;
  if (!says(json, key)) return texts;
  if (!json[key].is_array() || json[key].size() > most) return bad(key, json[key]);
  for (const Json& one : json[key]) {
    if (!one.is_string()) return bad(key, one);
    texts.push_back(one.get<std::string>());
  }
  return texts;
}

Outcome read_flag(const Json& json, const std::string& key, bool& flag) {
  if (!says(json, key)) return Done{};
  if (!json[key].is_boolean()) return bad(key, json[key]);
  flag = json[key].get<bool>();
  return Done{};
}

Outcome read_count(const Json& json, const std::string& key, std::size_t& count) {
  if (!says(json, key)) return Done{};
  if (!json[key].is_number_integer() || json[key].get<double>() < 0 || json[key].get<double>() > kCountMost) return bad(key, json[key]);
  count = json[key].get<std::size_t>();
  return Done{};
}

// One of the codes; the first without a word.
Result<std::size_t> choice_at(const Json& json, const std::string& key, const std::vector<std::string_view>& codes) {
  PARCOURS_TRY(const std::string code, text_at(json, key));
  if (code.empty()) return std::size_t{0};
  const auto found = std::find(codes.begin(), codes.end(), code);
  if (found == codes.end()) return bad(key, json[key]);
  return static_cast<std::size_t>(found - codes.begin());
}

Outcome read_period_and_segment(const Json& json, const Zone& zone, Scope& scope) {
  for (const auto& [key, end] : {std::pair{"since", &scope.since}, std::pair{"until", &scope.until}}) {
    PARCOURS_TRY(const std::string text, text_at(json, key));
    if (text.empty()) continue;
    const auto moment = parse_moment(text);
    if (!moment) return bad(key, json[key]);
    *end = end == &scope.since ? begins_at(*moment, zone) : ends_at(*moment, zone);
  }
  PARCOURS_TRY(const auto filters, texts_at(json, "where", kFiltersMost));
  for (const auto& filter : filters) {
    PARCOURS_TRY(auto condition, parse_where(filter));
    scope.where.push_back(std::move(condition));
  }
  return Done{};
}

// Reads what stands in one body; knows the map whose places are meant.
class Reader {
 public:
  Reader(const Json& body, const JourneyMap& map, const Scope& scope) : body_(body), map_(map), scope_(scope) {}

  Result<Question> question() const {
    PARCOURS_TRY(const auto kind, choice_at(body_, "question", {"", "flow", "variants", "funnel", "channels", "retention", "measure"}));
    switch (kind) {
      case 1: return flow();
      case 2: return variants();
      case 3: return funnel();
      case 4: return Question(ChannelsQuestion{scope_});
      case 5: return retention();
      case 6: return Question(MeasureQuestion{});
      default: return misuse(msg("server.bad_value", {{"name", "question"}, {"value", ""}}));
    }
  }

 private:
  // What names stand for: touchpoints unless said otherwise.
  Result<std::size_t> nodes() const { return choice_at(body_, "nodes", {"touchpoint", "stage", "channel", "source", "event"}); }

  template <class SomeQuestion>
  Outcome read_nodes(SomeQuestion& question) const {
    static constexpr NodesAre kNodes[] = {NodesAre::steps, NodesAre::steps, NodesAre::channel, NodesAre::source, NodesAre::event};
    PARCOURS_TRY(const auto which, nodes());
    question.scope = scope_;
    question.nodes = kNodes[which];
    if (question.nodes == NodesAre::steps) question.steps = which == 0 ? touchpoint_steps(map_) : stage_steps(map_);
    return read_flag(body_, "collapse", question.collapse);
  }

  Result<Question> flow() const {
    FlowQuestion question;
    PARCOURS_CHECK(read_nodes(question));
    return Question(std::move(question));
  }

  Result<Question> variants() const {
    VariantsQuestion question;
    PARCOURS_CHECK(read_nodes(question));
    PARCOURS_CHECK(read_count(body_, "most", question.most));
    PARCOURS_CHECK(read_count(body_, "longest", question.longest));
    return Question(std::move(question));
  }

  Result<Step> step(const std::string& text) const {
    PARCOURS_TRY(const auto which, nodes());
    if (which == 4) return parse_step(text);
    return which == 1 ? stage_step(map_, text) : touchpoint_step(map_, text);
  }

  Result<Question> funnel() const {
    FunnelQuestion question;
    question.scope = scope_;
    PARCOURS_TRY(const auto steps, texts_at(body_, "steps", kFunnelStepsMost));
    if (steps.empty()) return bad("steps", Json::array());
    for (const auto& text : steps) {
      PARCOURS_TRY(auto one, step(text));
      FunnelStep funnel_step;
      static_cast<Step&>(funnel_step) = std::move(one);
      question.steps.push_back(std::move(funnel_step));
    }
    PARCOURS_TRY(question.window, window());
    PARCOURS_CHECK(read_flag(body_, "first", question.first));
    PARCOURS_CHECK(read_flag(body_, "attempts", question.attempts));
    PARCOURS_CHECK(read_flag(body_, "strict", question.strict));
    PARCOURS_CHECK(read_flag(body_, "any_order", question.any_order));
    PARCOURS_TRY(question.by, text_at(body_, "by"));
    return Question(std::move(question));
  }

  Result<std::optional<TimeMs>> window() const {
    PARCOURS_TRY(const std::string text, text_at(body_, "window"));
    if (text.empty()) return window_of(map_);
    if (text == "none") return std::optional<TimeMs>();
    const auto span = parse_duration(text);
    if (!span) return bad("window", body_["window"]);
    return span;
  }

  Result<Question> retention() const {
    RetentionQuestion question;
    question.scope = scope_;
    PARCOURS_TRY(const auto every, choice_at(body_, "every", {"week", "day", "month"}));
    question.every = every == 0 ? Every::week : every == 1 ? Every::day : Every::month;
    for (const auto& [key, rule] :
         {std::pair{"came", &question.came}, std::pair{"active", &question.active}, std::pair{"purchase", &question.purchase}}) {
      PARCOURS_TRY(const std::string text, text_at(body_, key));
      if (text.empty()) continue;
      PARCOURS_TRY(auto one, step(text));
      *rule = std::move(one.rule);
    }
    return Question(std::move(question));
  }

  const Json& body_;
  const JourneyMap& map_;
  const Scope& scope_;
};

}  // namespace

Result<AskedQuestion> asked_question(const Json& body, const JourneyMap& map, const Workspace& workspace) {
  if (!body.is_object()) return misuse(msg("server.bad_json"));
  PARCOURS_CHECK(has_only(body, kKeys));
  Scope scope;
  scope.inactivity = inactivity_of(map, workspace.settings());
  PARCOURS_TRY(const auto per, choice_at(body, "per", {"customer", "journey"}));
  scope.per = per == 0 ? Per::customer : Per::journey;
  Scope other = scope;
  PARCOURS_CHECK(read_period_and_segment(body, workspace.zone(), scope));
  AskedQuestion asked;
  PARCOURS_TRY(asked.question, Reader(body, map, scope).question());
  if (auto* measured = std::get_if<MeasureQuestion>(&asked.question)) *measured = measure_question(map, workspace.settings(), scope);
  if (!says(body, "against")) return asked;
  if (!body["against"].is_object()) return bad("against", body["against"]);
  PARCOURS_CHECK(has_only(body["against"], kNarrowingKeys));
  PARCOURS_CHECK(read_period_and_segment(body["against"], workspace.zone(), other));
  PARCOURS_TRY(asked.against, Reader(body, map, other).question());
  return asked;
}

}  // namespace parcours
