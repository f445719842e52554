// kernels_bench EVENTS.bin: seconds that each kernel takes over the generator's events (bench/gen.cpp --bin), wall time and this
// program's own, best of three; then the figures of a map of eight touchpoints.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "cases/generated_events.h"
#include "measures/channels.h"
#include "measures/flow.h"
#include "measures/measure.h"
#include "measures/retention.h"
#include "measures/variants.h"

namespace {

using namespace parcours;

template <class F>
void report(const char* name, int runs, F&& ask) {
  double best = 1e9, best_own = 1e9;
  std::size_t size = 0;
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t own = std::clock();
    size = ask();
    best_own = std::min(best_own, static_cast<double>(std::clock() - own) / CLOCKS_PER_SEC);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::printf("%-32s %8.3f s  (own %.3f s)  %zu rows\n", name, best, best_own, size);
}

Rule named(const std::string& event) { return {{Condition{FieldTest{FieldTest::Kind::any_of, {event}, {}, {}}, {}}}}; }

MeasureQuestion shop_map() {
  MeasureQuestion question;
  question.stages = {
      {"awareness", false, {{"ad", named("ad_impression"), {}}, {"social", named("social_view"), {}}}},
      {"consideration", false, {{"visit", named("visit"), {}}, {"product", named("product_view"), {}}, {"cart", named("add_to_cart"), {}}}},
      {"purchase", false, {{"checkout", named("checkout"), named("pay_fail")}, {"purchase", named("purchase"), {}}}},
      {"retention", true, {{"delivered", named("order_delivered"), {}}}}};
  question.goal = "purchase";
  return question;
}

}  // namespace

int main(int count, char** arguments) {
  auto input = count == 2 ? read_generated_events(arguments[1]) : std::nullopt;
  if (!input) return std::fprintf(stderr, "kernels_bench EVENTS.bin\n"), 2;
  const EventIndex index = build_index(std::move(*input), Zone::utc());
  std::printf("%zu events of %zu customers\n", index.size(), index.customer_count());
  report("Q2 directly-follows, medians", 3, [&] { return flow(index, FlowQuestion{})->edges.size(); });
  VariantsQuestion sequences;
  sequences.collapse = true;
  sequences.longest = 20;
  sequences.most = 50;
  report("Q3 most frequent sequences", 3, [&] { return static_cast<std::size_t>(variants(index, sequences)->total); });
  report("Q4 weekly retention", 3, [&] { return retention(index, RetentionQuestion{})->cohorts.size(); });
  ChannelsQuestion moves;
  moves.scope.inactivity = 30 * kDay;
  report("Q6 channels", 3, [&] { return channels(index, moves)->moves.size(); });
  report("measure, eight touchpoints", 1, [&] { return measure(index, shop_map())->all.arrows.size(); });
}
