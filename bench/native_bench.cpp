// native_bench EVENTS.csv [ANSWERS-FOLDER]: builds the index, asks Q1 and Q7 of the side-by-side bench, shows the median of five runs (by the
// clock, and of the processor, which a busy machine disturbs less),
// and compares with the kept answers (q1.json, q7.json) when their folder is given. Exit code 1: an answer differs.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>

#include "base/json.h"
#include "bench_events.h"
#include "measures/funnel.h"
#include "measures/scope.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

using Reached = std::vector<std::int64_t>;
using Timer = std::chrono::steady_clock;

double seconds_since(Timer::time_point begin) { return std::chrono::duration<double>(Timer::now() - begin).count(); }

double peak_gb() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1e6;
}

FunnelQuestion q1() {
  FunnelQuestion question;
  question.window = 7 * kDay;
  for (const char* name : {"visit", "product_view", "add_to_cart", "checkout", "purchase"})
    static_cast<Step&>(question.steps.emplace_back()) = *parse_step(name);
  return question;
}

FunnelQuestion q7() {
  FunnelQuestion question = q1();
  question.by = "first_channel";
  return question;
}

FunnelAnswer ask(const char* name, const EventIndex& index, const FunnelQuestion& question) {
  std::vector<double> times, processor;
  std::optional<FunnelAnswer> answer;
  for (int run = 0; run < 5; ++run) {
    const auto begin = Timer::now();
    const std::clock_t processor_begin = std::clock();
    answer = *funnel(index, question);
    times.push_back(seconds_since(begin));
    processor.push_back(static_cast<double>(std::clock() - processor_begin) / CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  std::sort(processor.begin(), processor.end());
  std::printf("%-12s %.3f s, of the processor %.3f s\n", name, times[2], processor[2]);
  return *answer;
}

Reached reached(const std::vector<FunnelStepCount>& steps) {
  Reached out;
  for (const auto& step : steps) out.push_back(step.count);
  return out;
}

std::map<std::string, Reached> reached_by_value(const FunnelAnswer& answer) {
  std::map<std::string, Reached> out;
  for (const auto& segment : answer.segments) out[segment.value.value_or("")] = reached(segment.steps);
  return out;
}

// q7.json also has rows of all of a channel's customers in its second column.
std::map<std::string, Reached> read_q7(const Json& json) {
  std::map<std::string, Reached> out;
  for (const auto& row : json["rows"])
    for (std::size_t i = 2; i < row.size(); ++i) out[row[0].get<std::string>()].push_back(row[i].get<std::int64_t>());
  return out;
}

Json read_json(const std::string& path) {
  std::ifstream in(path);
  return Json::parse(in, nullptr, false);
}

bool agrees(const char* name, bool same) {
  std::printf("%-12s %s\n", name, same ? "agrees with the kept answer" : "DIFFERS from the kept answer");
  return same;
}

int run(const std::string& events, const std::string& answers) {
  auto begin = Timer::now();
  IndexInput input = read_bench_events(events);
  std::printf("%-12s %.3f s, %zu events\n", "read", seconds_since(begin), input.events.rows());
  begin = Timer::now();
  const EventIndex index = build_index(std::move(input), Zone::utc());
  std::printf("%-12s %.3f s, %zu customers\n", "index", seconds_since(begin), index.customer_count());

  const FunnelAnswer one = ask("Q1", index, q1());
  const FunnelAnswer seven = ask("Q7", index, q7());
  FunnelQuestion strict = q1();
  strict.strict = true;
  ask("Q1 --strict", index, strict);
  FunnelQuestion any_order = q1();
  any_order.any_order = true;
  ask("Q1 any order", index, any_order);
  FunnelQuestion attempts = q1();
  attempts.attempts = true;
  ask("Q1 attempts", index, attempts);
  FunnelQuestion within = q1();
  within.steps[4].within = kHour;
  ask("Q1 --within", index, within);
  for (const auto& step : one.steps)
    std::printf("  %-14s %9lld  median %.3f s\n", step.step.c_str(), static_cast<long long>(step.count), step.median_s.value_or(0));
  std::printf("%-12s %.2f GB\n", "peak", peak_gb());
  if (answers.empty()) return 0;
  const bool same = agrees("Q1", reached(one.steps) == read_json(answers + "/q1.json")["reached"].get<Reached>());
  return agrees("Q7", reached_by_value(seven) == read_q7(read_json(answers + "/q7.json"))) && same ? 0 : 1;
}

}  // namespace
}  // namespace parcours

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "native_bench EVENTS.csv [ANSWERS-FOLDER]\n");
    return 2;
  }
  return parcours::run(argv[1], argc > 2 ? argv[2] : "");
}
