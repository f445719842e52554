// Any bytes as a request: method, target and body, a line each. Nothing crashes, nothing is answered without its policy, no map is left broken.
#include <cstdlib>

#include "server/service.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr char kMap[] =
    "parcours: 1\ntitle: T\nstages:\n  - id: a\n    name: A\n    phase: before\n    touchpoints:\n      - {id: t, name: {fr: Un, en: One}}\n";

std::string line_of(std::string& text) {
  const auto end = text.find('\n');
  std::string line = text.substr(0, end);
  text = end == std::string::npos ? "" : text.substr(end + 1);
  return line;
}

}  // namespace

// What fontconfig, Pango and librsvg keep until the end of the program is theirs.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:librsvg\n"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parcours;
  MemoryFiles files;
  FixedClock clock(0);
  MemoryInputs inputs{{}};
  require(files.write("w/parcours.yaml", "parcours: 1\n").ok() && files.write("w/maps/m.yaml", kMap).ok());
  Service service("w", {files, clock, inputs}, 80);
  std::string text(reinterpret_cast<const char*>(data), size);
  Request request;
  request.method = line_of(text);
  request.target = line_of(text);
  request.fields = {{"host", "localhost"}, {"content-type", "application/json"}};
  request.body = std::move(text);
  // Files of events and links need a disk, and have fuzzers of their own.
  const auto names = [&](const char* part) { return request.path.find(part) != std::string::npos; };
  if (read_target(request) && (names("/api/look") || names("/api/imports") || (names("/api/maps/") && names("/links")))) return 0;
  const Response response = service.handle(request);
  require(response.status >= 200 && response.status < 600);
  require(!response.fields.empty());
  require(parse_map("w/maps/m.yaml", files.read("w/maps/m.yaml").value()).usable());
  return 0;
}
