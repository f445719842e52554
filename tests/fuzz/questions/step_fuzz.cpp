// Any text as a step or a filter: a step or a complaint with a place in the text, never a crash; what is shown reads back as the same.
#include <cstdlib>
#include <string_view>

#include "questions/parse_step.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto step = parcours::parse_step(text);
  if (!step.ok() && (step.failure().what.place.line == 0 || step.failure().what.place.begin > size)) std::abort();
  if (step.ok()) parcours::show_rule(step->rule);
  const auto filter = parcours::parse_where(text);
  if (!filter.ok()) return 0;
  const auto again = parcours::parse_where(parcours::show_filter(*filter));
  if (!again.ok()) std::abort();
  return 0;
}
