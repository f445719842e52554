#include "questions/definitions.h"

#include <algorithm>

#include "base/dates.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

using Names = std::map<std::string, std::string>;

// Sentences, one after the other, in one language.
class Sentences {
 public:
  Sentences(const Zone& zone, Lang lang, const Names& names) : zone_(zone), lang_(lang), names_(names) {}

  Sentences& say(const Message& sentence) {
    if (!out_.empty()) out_ += ' ';
    out_ += render(sentence, lang_);
    return *this;
  }
  // A touchpoint by its name, where it is known.
  std::string name(const std::string& id) const {
    const auto at = names_.find(id);
    return at == names_.end() || at->second.empty() ? id : at->second;
  }
  std::string span(TimeMs value) const { return show_span(value, lang_); }
  std::string instant(TimeMs value) const { return show_moment(value, zone_, lang_); }
  bool ends_day(TimeMs time) const { return zone_.day_start(zone_.date(time)) == time; }
  const Zone& zone() const { return zone_; }
  Lang lang() const { return lang_; }
  const std::string& text() const { return out_; }

 private:
  const Zone& zone_;
  Lang lang_;
  const Names& names_;
  std::string out_;
};

const Scope& scope_of(const Question& question) {
  return std::visit([](const auto& q) -> const Scope& { return q.scope; }, question);
}

// The window that settles the silence between journeys.
std::optional<TimeMs> window_of(const Question& question) {
  if (const auto* funnel = std::get_if<FunnelQuestion>(&question)) return funnel->window;
  if (const auto* measure = std::get_if<MeasureQuestion>(&question)) return measure->window;
  return kDefaultWindow;
}

void say_whole_periods(Sentences& out, const RetentionQuestion& asked) {
  const TimeMs begin = *in_whole_periods(asked, out.zone()).scope.since;
  out.say(msg("define.scope.since", {{"time", out.instant(begin)}}));
  if (begin != *asked.scope.since) out.say(msg("define.retention.whole", {{"since", out.instant(*asked.scope.since)}}));
  out.say(msg("define.retention.earlier"));
}

void say_scope(Sentences& out, const Question& question) {
  const Scope& scope = scope_of(question);
  if (scope.per == Per::journey || std::holds_alternative<MeasureQuestion>(question))
    out.say(msg("define.scope.journeys", {{"time", out.span(silence_of(scope, window_of(question)))}}));
  const auto* retention = std::get_if<RetentionQuestion>(&question);
  if (scope.since && retention) say_whole_periods(out, *retention);
  else if (scope.since) out.say(msg("define.scope.since", {{"time", out.instant(*scope.since)}}));
  if (scope.until)
    out.say(out.ends_day(*scope.until) ? msg("define.scope.until_day", {{"day", show_until(*scope.until, out.zone(), out.lang())}})
                                       : msg("define.scope.until", {{"time", out.instant(*scope.until)}}));
  for (const auto& where : scope.where) out.say(msg("define.scope.where", {{"filter", show_filter(where)}}));
}

void say_options(Sentences& out, const FunnelQuestion& q) {
  if (q.except) out.say(msg("define.funnel.except", {{"rule", show_rule(*q.except)}}));
  if (!q.same.empty()) out.say(msg("define.funnel.same", {{"field", q.same}}));
  for (const auto& step : q.steps) {
    if (step.optional) out.say(msg("define.funnel.optional", {{"step", out.name(step.name)}}));
    if (step.within) out.say(msg("define.funnel.within", {{"step", out.name(step.name)}, {"time", out.span(*step.within)}}));
    if (step.after) out.say(msg("define.funnel.after", {{"step", out.name(step.name)}, {"time", out.span(*step.after)}}));
  }
  if (!q.by.empty()) out.say(msg("define.funnel.by", {{"field", q.by}}));
}

void say(Sentences& out, const FunnelQuestion& q) {
  out.say(q.attempts ? msg("define.funnel.attempts") : q.scope.per == Per::journey ? msg("define.funnel.journeys") : msg("define.funnel.customers"));
  if (q.any_order) out.say(msg("define.funnel.any_order"));
  out.say(msg("define.funnel.events"));
  out.say(q.strict ? msg("define.funnel.strict") : msg("define.funnel.between"));
  out.say(q.window ? msg("define.funnel.window", {{"window", out.span(*q.window)}}) : msg("define.funnel.no_window"));
  if (q.first) out.say(msg("define.funnel.first"));
  else if (!q.attempts) out.say(msg("define.funnel.best"));
  say_options(out, q);
}

void say_nodes(Sentences& out, NodesAre nodes) {
  switch (nodes) {
    case NodesAre::event: out.say(msg("define.nodes.event")); return;
    case NodesAre::channel: out.say(msg("define.nodes.channel")); return;
    case NodesAre::source: out.say(msg("define.nodes.source")); return;
    case NodesAre::steps: out.say(msg("define.nodes.steps")); return;
  }
}

void say(Sentences& out, const FlowQuestion& q) {
  out.say(q.collapse ? msg("define.flow.collapse") : msg("define.flow"));
  say_nodes(out, q.nodes);
}

void say(Sentences& out, const VariantsQuestion& q) {
  out.say(q.collapse ? msg("define.variants.collapse") : msg("define.variants"));
  if (q.longest) out.say(msg("define.variants.longest", {{"n", static_cast<std::int64_t>(q.longest)}}));
  say_nodes(out, q.nodes);
}

void say_came(Sentences& out, const RetentionQuestion& q) {
  const bool filtered = !q.scope.where.empty();
  if (q.came) out.say(msg(filtered ? "define.retention.came_where" : "define.retention.came", {{"rule", show_rule(*q.came)}}));
  else out.say(msg(filtered ? "define.retention.first_where" : "define.retention.first"));
}

void say(Sentences& out, const RetentionQuestion& q) {
  out.say(q.every == Every::day    ? msg("define.retention.day")
          : q.every == Every::week ? msg("define.retention.week")
                                   : msg("define.retention.month"));
  say_came(out, q);
  if (q.active) out.say(msg("define.retention.active", {{"rule", show_rule(*q.active)}}));
  if (q.purchase) out.say(msg("define.retention.purchase", {{"rule", show_rule(*q.purchase)}}));
  out.say(msg("define.retention.zone", {{"zone", out.zone().name()}}));
}

void say(Sentences& out, const ChannelsQuestion& q) {
  out.say(msg("define.channels"));
  out.say(msg("define.channels.last", {{"time", out.span(silence_of(q.scope))}}));
}

void say(Sentences& out, const MeasureQuestion& q) {
  out.say(msg("define.measure"));
  out.say(q.goal.empty() ? msg("define.measure.no_goal") : msg("define.measure.goal", {{"goal", out.name(q.goal)}}));
  if (!q.by.empty()) out.say(msg("define.measure.by", {{"field", q.by}}));
}

}  // namespace

std::string_view code_of(const Question& question) {
  static constexpr std::string_view kCodes[] = {"funnel", "flow", "variants", "retention", "channels", "measure"};
  return kCodes[question.index()];
}

std::string_view unit_of(const Question& question) {
  if (const auto* funnel = std::get_if<FunnelQuestion>(&question); funnel && funnel->attempts) return "attempts";
  if (std::holds_alternative<MeasureQuestion>(question)) return "journeys";
  const bool counts_customers = std::holds_alternative<RetentionQuestion>(question) || std::holds_alternative<ChannelsQuestion>(question);
  return !counts_customers && scope_of(question).per == Per::journey ? "journeys" : "customers";
}

std::string_view code_of(WhyUnseen why) {
  static constexpr std::string_view kCodes[] = {"no-channel", "few-joined", "one-channel-each"};
  return kCodes[static_cast<std::size_t>(why)];
}

std::string definition_of(const Question& question, const Zone& zone, Lang lang, const Names& touchpoints) {
  Sentences out(zone, lang, touchpoints);
  std::visit([&](const auto& q) { say(out, q); }, question);
  say_scope(out, question);
  return out.say(msg("define.interval")).text();
}

std::string show_until(TimeMs until, const Zone& zone, Lang lang) {
  return zone.day_start(zone.date(until)) == until ? show_date(zone.date(until - 1), lang) : show_moment(until, zone, lang);
}

std::string show_span(TimeMs span, Lang lang) {
  const std::string plain = show_exact_duration(span);
  std::string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool begins_unit = plain[i] >= 'a' && (plain[i - 1] < 'a');
    if (begins_unit) out += "\u202f";
    if (plain[i] == 'd' && lang == Lang::fr) out += 'j';
    else if (plain[i] == 'm' && (i + 1 == plain.size() || plain[i + 1] != 's')) out += "min";
    else out += plain[i];
    const bool ends_unit = plain[i] >= 'a' && i + 1 < plain.size() && plain[i + 1] < 'a';
    if (ends_unit) out += ' ';
  }
  return out;
}

}  // namespace parcours
