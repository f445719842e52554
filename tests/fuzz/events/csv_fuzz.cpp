// Any bytes as a file of events: guessed, then read as guessed. Every row is an event, a reject or the header; nothing crashes.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "events/guess.h"
#include "events/link_file.h"
#include "events/open_source.h"

using namespace parcours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  MemoryInputs inputs(std::map<std::string, std::string>{{"f", std::string(reinterpret_cast<const char*>(data), size)}});
  ImportOptions options;
  options.zone = "Europe/Paris";
  options.event_name = "e";
  options.customer = "1";
  static_cast<void>(read_links(inputs, "f"));
  const auto plan = guess_plan(inputs, "f", options);
  if (!plan.ok()) return 0;
  auto source = open_source(inputs, "f", *plan);
  if (!source.ok()) return 0;
  std::uint64_t events = 0;
  for (;;) {
    const auto batch = (*source)->next();
    if (!batch.ok() || !batch->has_value()) break;
    events += (**batch).rows();
  }
  if (events + (*source)->rejects().size() + (*source)->skipped() != (*source)->rows()) std::abort();
  return 0;
}
