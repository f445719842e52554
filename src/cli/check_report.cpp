#include "cli/check_report.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "base/letters.h"

namespace parcours {
namespace {

constexpr std::size_t kNamesShown = 3, kReasonsShown = 2, kFindingsInFull = 3;

// Ten steps of ten points.
std::string bar(int score) {
  std::string out;
  for (int step = 0; step < 10; ++step) out += step < score / 10 ? "█" : "·";
  return out;
}

// The rules that pull the test down, those that take most of their elements first.
std::vector<const RuleOutcome*> reasons_of(const TestScore& test) {
  std::vector<const RuleOutcome*> reasons;
  for (const auto& outcome : test.outcomes)
    if (outcome.fell_short > 0) reasons.push_back(&outcome);
  std::stable_sort(reasons.begin(), reasons.end(), [](const RuleOutcome* a, const RuleOutcome* b) { return a->rule->severity < b->rule->severity; });
  return reasons;
}

std::string reason_words(const RuleOutcome& outcome, Lang lang) {
  const std::string title = text("rule." + std::string(outcome.rule->code) + ".title", lang);
  if (outcome.looked_at == 1) return title;
  return render(
      msg("check.score.of",
          {{"what", title}, {"count", static_cast<std::int64_t>(outcome.fell_short)}, {"all", static_cast<std::int64_t>(outcome.looked_at)}}),
      lang);
}

void print_test(Session& session, const TestScore& test, std::size_t name_width) {
  const std::string code(code_of(test.test));
  const std::string name = padded(text("check.test." + code, session.lang), name_width);
  session.out << "  " << (test.passed ? "✓" : "✗") << " " << code << "  " << name << "  ";
  if (!test.score) {
    session.out << text("check.score.none", session.lang) << "\n";
    return;
  }
  const std::string number = std::to_string(*test.score);
  session.out << bar(*test.score) << " " << std::string(3 - number.size(), ' ') << number << " / 100\n";
  const auto reasons = reasons_of(test);
  for (std::size_t i = 0; i < std::min(reasons.size(), kReasonsShown); ++i)
    session.out << "         " << reason_words(*reasons[i], session.lang) << "\n";
  if (reasons.size() > kReasonsShown)
    session.out << "         " << render(msg("check.score.more", {{"n", static_cast<std::int64_t>(reasons.size() - kReasonsShown)}}), session.lang)
                << "\n";
}

void print_tests(Session& session, const MapScore& score) {
  std::size_t width = 0;
  for (const auto& test : score.tests) width = std::max(width, characters_in(text("check.test." + std::string(code_of(test.test)), session.lang)));
  session.out << "\n" << text("check.score.head", session.lang) << "\n";
  for (const auto& test : score.tests) print_test(session, test, width);
}

std::string names_of(const NextStep& step, Lang lang) {
  std::string names;
  for (std::size_t i = 0; i < std::min(step.names.size(), kNamesShown); ++i)
    names += (i > 0 ? ", " : "") + render(msg("check.next.name", {{"name", step.names[i]}}), lang);
  if (step.names.size() > kNamesShown)
    names += " " + render(msg("check.next.others", {{"n", static_cast<std::int64_t>(step.names.size() - kNamesShown)}}), lang);
  return names;
}

void print_next(Session& session, const MapScore& score) {
  if (score.next.empty()) return;
  session.out << "\n" << text("check.next.head", session.lang) << "\n";
  for (std::size_t i = 0; i < score.next.size(); ++i) {
    const NextStep& step = score.next[i];
    const std::string what = text("rule." + std::string(step.rule->code) + ".next", session.lang);
    session.out << "  " << i + 1 << ". ";
    session.out << (step.names.empty() ? what
                                       : render(msg("check.next.at", {{"what", what}, {"names", names_of(step, session.lang)}}), session.lang));
    session.out << "\n     ";
    if (step.journeys) session.out << render(msg("check.next.journeys", {{"n", *step.journeys}}), session.lang) << " · ";
    session.out << "parcours explain " << step.rule->code << "\n";
  }
}

void print_hypotheses(Session& session, const std::vector<Hypothesis>& hypotheses) {
  if (hypotheses.empty()) return;
  session.out << "\n" << text("check.hypotheses.head", session.lang) << "\n";
  std::size_t width = 0;
  const auto verdict = [&](const Hypothesis& h) {
    return text("check.verdict." + std::string(h.worse ? "worse" : code_of(h.verdict)), session.lang);
  };
  for (const auto& hypothesis : hypotheses) width = std::max(width, characters_in(verdict(hypothesis)));
  for (const auto& hypothesis : hypotheses)
    session.out << "  " << padded(verdict(hypothesis), width) << "  " << on_lines(render(hypothesis.sentence, session.lang)) << "\n";
  if (std::all_of(hypotheses.begin(), hypotheses.end(), [](const auto& h) { return h.why == NotKnown::no_events; }))
    session.out << "  " << text("check.hypotheses.no_events", session.lang) << "\n";
}

// Each at its place. What a rule has said a few times, with the same advice, is then said without the advice and its line of the map.
void print_findings(Session& session, const SarifInput& found) {
  std::map<std::string, std::size_t> said;
  for (Diagnostic finding : found.findings) {
    const auto source = found.sources.find(finding.place.file);
    const std::string advice = finding.code + (finding.hint ? render(*finding.hint, session.lang) : "");
    const bool in_short = rule_named(finding.code) && ++said[advice] > kFindingsInFull;
    if (in_short) finding.hint.reset();
    session.out << on_lines(render(finding, in_short || source == found.sources.end() ? "" : source->second, session.lang));
  }
  if (!found.findings.empty()) session.out << "\n";
}

}  // namespace

void print(Session& session, const CheckReport& report) {
  print_findings(session, report.found);
  session.say(
      msg(report.with_events ? "check.summary_events" : "check.summary", {{"file", report.map.source.file()},
                                                                          {"errors", report.count(Severity::error)},
                                                                          {"warnings", report.count(Severity::warning)},
                                                                          {"notes", report.count(Severity::note)},
                                                                          {"ignored", static_cast<std::int64_t>(report.found.ignored.size())}}));
  print_hypotheses(session, report.hypotheses);
  if (!report.score) return;
  print_tests(session, *report.score);
  print_next(session, *report.score);
}

}  // namespace parcours
