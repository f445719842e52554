// What the figures say and what is to be done: findings, frictions, actions, emotions.
#include "base/number.h"
#include "render/html_page.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

Message verdict_name(const FrictionView& friction) {
  switch (friction.verdict) {
    case Verdict::confirmed: return friction.worse ? msg("render.report.worse") : msg("render.report.confirmed");
    case Verdict::contradicted: return msg("render.report.contradicted");
    case Verdict::unknown: break;
  }
  return msg("render.report.unknown");
}

}  // namespace

std::string html_findings(const Frame& frame) {
  if (frame.options.figures_kept_back) return {};
  if (frame.map.findings.empty()) return "<p class=\"lead\">" + html_escaped(frame.say(msg("render.no_events"))) + "</p>\n";
  std::string out = "<section aria-labelledby=\"findings-title\">\n<h2 id=\"findings-title\">" +
                    html_escaped(frame.say(msg("render.report.findings"))) + "</h2>\n<ol class=\"findings\">\n";
  for (const Finding& finding : frame.map.findings) {
    const bool worst = !finding.touchpoint.empty() && finding.touchpoint == frame.map.worst_touchpoint && &finding == &frame.map.findings.front();
    out += std::string("<li") + (worst ? " class=\"worst\"" : "") + ">" + html_escaped(frame.say(finding.sentence)) + "</li>\n";
  }
  return out + "</ol>\n</section>\n";
}

std::string html_frictions(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const FrictionView& view : frame.map.frictions) {
    const Friction* friction = frame.map.map.friction(view.id);
    if (!friction || !frame.column_of(view.touchpoint)) continue;
    std::string expected = "–";
    for (const Expectation& expectation : friction->expect)
      if (expectation.measure == "drop_off") expected = show_given_percent(expectation.value, frame.lang);
    rows.push_back(
        {words_cell(frame.say(friction->text)),
         words_cell(say_touchpoint(frame, view.touchpoint)),
         words_cell(say_evidence(frame, friction->evidence)),
         {expected, CellLook::number},
         {view.drop_off && view.drop_off->n > 0 ? say_share_with_range(frame, *view.drop_off) : "–", CellLook::number},
         words_cell(frame.say(verdict_name(view))),
         {view.at_stake && view.at_stake->n >= kWithheldBelow ? say_money(frame, view.at_stake->value) + " " + say_money_range(frame, *view.at_stake)
                                                              : "–",
          CellLook::number}});
  }
  if (rows.empty()) return {};
  return html_table("frictions-table", frame.say(msg("render.report.frictions")),
                    {{frame.say(msg("render.report.friction")), {}, false},
                     {frame.say(msg("render.report.touchpoint")), {}, false},
                     {frame.say(msg("render.report.evidence")), {}, false},
                     {frame.say(msg("render.report.expected")), {}, true},
                     {frame.say(msg("render.report.measured")), {}, true},
                     {frame.say(msg("render.report.verdict")), {}, false},
                     {frame.say(msg("render.report.stake")), {}, true}},
                    rows);
}

std::string html_actions(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const RankedAction& ranked : frame.map.actions) {
    const Action* action = frame.map.map.action(ranked.id);
    if (!action || action->status == ActionStatus::dropped) continue;
    const bool shown = ranked.may_gain && ranked.may_gain->n >= kWithheldBelow;
    rows.push_back({words_cell(frame.say(action->text)),
                    words_cell(say_touchpoint(frame, ranked.touchpoint)),
                    words_cell(frame.say(action->owner)),
                    words_cell(action->due ? say_date(frame, *action->due) : ""),
                    {action->effort ? std::to_string(*action->effort) : "–", CellLook::number},
                    {shown ? say_money(frame, ranked.may_gain->value) + " " + say_money_range(frame, *ranked.may_gain) : "–", CellLook::number}});
  }
  if (rows.empty()) return {};
  return html_table("actions-table", frame.say(msg("render.report.actions")),
                    {{frame.say(msg("render.report.action")), {}, false},
                     {frame.say(msg("render.report.touchpoint")), {}, false},
                     {frame.say(msg("render.report.owner")), {}, false},
                     {frame.say(msg("render.report.due")), {}, false},
                     {frame.say(msg("render.report.effort")), {}, true},
                     {frame.say(msg("render.report.stake")), {}, true}},
                    rows);
}

std::string html_emotions(const Frame& frame) {
  std::vector<std::vector<HtmlCell>> rows;
  for (const EmotionPoint& point : frame.map.emotions) {
    if (!frame.column_of(point.touchpoint)) continue;
    const bool hidden = point.truth == Truth::measured && point.n < kWithheldBelow;
    const std::string value = hidden ? frame.say(msg("render.withheld")) : (point.value > 0 ? "+" : "") + show_number(point.value, frame.lang);
    rows.push_back({words_cell(say_touchpoint(frame, point.touchpoint)),
                    words_cell(point.persona.empty() ? frame.say(msg("render.report.everyone")) : say_persona(frame, point.persona)),
                    words_cell(frame.say(truth_words(point.truth))),
                    {value, hidden                                                   ? CellLook::withheld
                            : point.truth == Truth::measured && point.n < kWeakBelow ? CellLook::weak
                                                                                     : CellLook::number},
                    {point.n > 0 ? show_count(point.n, frame.lang) : "–", CellLook::number}});
  }
  if (rows.empty()) return {};
  return html_table("emotions-table", frame.say(msg("render.report.emotions")),
                    {{frame.say(msg("render.report.touchpoint")), {}, false},
                     {frame.say(msg("render.report.whose")), {}, false},
                     {frame.say(msg("render.report.evidence")), {}, false},
                     {frame.say(msg("render.report.value")), {}, true},
                     {"n", {}, true}},
                    rows);
}

}  // namespace parcours
