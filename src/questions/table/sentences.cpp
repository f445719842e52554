// What an answer says, in a sentence or two, before its definition and its tables.
#include <algorithm>

#include "questions/answer_table.h"
#include "questions/definitions.h"
#include "questions/statistics.h"
#include "questions/table/report.h"

namespace parcours {
namespace {

// Several sentences, in the report's language.
class Saying {
 public:
  explicit Saying(const Report& report) : report_(report) {}
  void say(const Message& sentence) { out_ += (out_.empty() ? "" : " ") + render(sentence, report_.lang()); }
  const std::string& text() const { return out_; }

 private:
  const Report& report_;
  std::string out_;
};

// "[22.4% [18.9–26.5] of 459]"; of so few that the share is hidden, the count and n.
Arg part_of(const Report& report, const Share& share) {
  if (strength_of(share.n) == Strength::withheld) return nested(msg("table.says.part", {{"count", share.count}, {"n", share.n}}));
  return show_share(share, report.lang());
}

// "1 customer", "12 journeys".
Arg counted(std::int64_t n, std::string_view unit) { return nested(msg("table.says.count." + std::string(unit), {{"n", n}})); }

// The largest element by its count; the first of several. REQUIRES: not empty
template <class List, class Count>
const auto& most_of(const List& list, Count count) {
  return *std::max_element(list.begin(), list.end(), [&](const auto& a, const auto& b) { return count(a) < count(b); });
}

// Between which two steps most go no further.
void say_greatest_loss(Saying& out, const Report& report, const std::vector<FunnelStepCount>& steps) {
  std::size_t worst = 0;
  std::int64_t lost = 0;
  for (std::size_t i = 1; i < steps.size(); ++i)
    if (const auto here = steps[i - 1].count - steps[i].count; here > lost) worst = i, lost = here;
  if (steps.size() < 3 || lost == 0) return;
  const std::vector<std::pair<std::string, Arg>> args = {
      {"from", report.touchpoint(steps[worst - 1].step)}, {"to", report.touchpoint(steps[worst].step)}, {"n", lost}, {"open", steps[worst - 1].open}};
  out.say(steps[worst - 1].open > 0 ? msg("table.says.loss_open", args) : msg("table.says.loss", args));
}

}  // namespace

std::string sentence_of(const Report& report, const FunnelQuestion& question, const FunnelAnswer& answer) {
  Saying out(report);
  if (answer.steps.empty()) return {};
  const auto& first = answer.steps.front();
  const auto& last = answer.steps.back();
  const std::string_view unit = unit_of(Question(question));
  const std::string begin = report.touchpoint(first.step), end = report.touchpoint(last.step);
  if (first.count == 0) out.say(msg("table.says.nobody", {{"step", begin}}));
  else if (answer.steps.size() == 1) out.say(msg("table.says.one_step", {{"n", counted(first.count, unit)}, {"step", begin}}));
  else
    out.say(msg("table.says.funnel",
                {{"from", begin}, {"to", end}, {"share", part_of(report, last.share_of_first)}, {"unit", unit_text(unit, report.lang())}}));
  if (first.count > 0) say_greatest_loss(out, report, answer.steps);
  return out.text();
}

std::string sentence_of(const Report& report, const FlowQuestion& question, const FlowAnswer& answer) {
  Saying out(report);
  const std::string_view unit = unit_of(Question(question));
  if (!answer.edges.empty()) {
    const FlowEdge& edge = most_of(answer.edges, [](const FlowEdge& e) { return e.moves; });
    const std::vector<std::pair<std::string, Arg>> args = {
        {"from", report.node(edge.from, question.nodes)}, {"to", report.node(edge.to, question.nodes)}, {"moves", edge.moves}, {"n", counted(edge.count, unit)}};
    out.say(edge.from == edge.to ? msg("table.says.repeat", args) : msg("table.says.move", args));
  }
  if (!answer.ends.empty()) {
    const FlowEnd& end = most_of(answer.ends, [](const FlowEnd& e) { return e.count; });
    std::int64_t all = 0;
    for (const FlowEnd& one : answer.ends) all += one.count;
    out.say(msg("table.says.end",
                {{"at", report.node(end.at, question.nodes)}, {"share", part_of(report, wilson(end.count, all))}, {"unit", unit_text(unit, report.lang())}}));
  }
  return out.text();
}

std::string sentence_of(const Report& report, const VariantsQuestion& question, const VariantsAnswer& answer) {
  if (answer.variants.empty()) return {};
  const Variant& most = answer.variants.front();
  Saying out(report);
  out.say(msg("table.says.variant", {{"path", report.path(most.path, question.nodes)},
                                     {"share", part_of(report, wilson(most.count, answer.sequences))},
                                     {"unit", unit_text(unit_of(Question(question)), report.lang())}}));
  return out.text();
}

std::string sentence_of(const Report& report, const RetentionQuestion& question, const RetentionAnswer& answer) {
  Saying out(report);
  if (answer.mean.size() > 1 && answer.mean[1].n > 0) {
    static constexpr const char* kNext[] = {"table.says.next_day", "table.says.next_week", "table.says.next_month"};
    out.say(msg(kNext[static_cast<std::size_t>(question.every)], {{"share", part_of(report, answer.mean[1])}}));
  }
  if (answer.repurchase && answer.repurchase->buyers > 0)
    out.say(msg("table.says.repurchase", {{"share", part_of(report, answer.repurchase->share)}}));
  return out.text();
}

std::string sentence_of(const Report& report, const ChannelsQuestion&, const ChannelsAnswer& answer) {
  Saying out(report);
  if (answer.unseen) {
    out.say(msg("table.unseen." + std::string(code_of(*answer.unseen))));
    return out.text();
  }
  if (answer.on_two_or_more.n > 0) out.say(msg("table.says.channels", {{"share", part_of(report, answer.on_two_or_more)}}));
  if (!answer.changes.empty()) {
    const ChannelChange& change = most_of(answer.changes, [](const ChannelChange& c) { return c.moves; });
    out.say(msg("table.says.change", {{"from", report.channel(change.from)}, {"to", report.channel(change.to)}, {"moves", change.moves}}));
  }
  return out.text();
}

}  // namespace parcours
