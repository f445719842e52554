#include "bench_events.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <numeric>
#include <string_view>

namespace parcours {
namespace {

struct Line {
  std::uint32_t customer;
  TimeMs time;
  std::string_view text;
};

int digits(std::string_view text, std::size_t from, std::size_t count) {
  int out = 0;
  for (std::size_t i = from; i < from + count; ++i) out = out * 10 + (text[i] - '0');
  return out;
}

// "2025-01-06T00:06:02.282Z"
TimeMs instant(std::string_view text) {
  static std::string day;
  static TimeMs day_start = 0;
  if (text.substr(0, 10) != day) {
    day = text.substr(0, 10);
    day_start = day_number(Date{digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)}) * kDay;
  }
  return day_start + digits(text, 11, 2) * kHour + digits(text, 14, 2) * kMinute + digits(text, 17, 2) * kSecond + digits(text, 20, 3);
}

std::string_view field(std::string_view line, std::size_t number) {
  for (; number > 0; --number) line.remove_prefix(line.find(',') + 1);
  return line.substr(0, line.find(','));
}

std::string whole(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) std::fprintf(stderr, "cannot read %s\n", path.c_str()), std::exit(3);
  std::string out(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(out.data(), static_cast<std::streamsize>(out.size()));
  return out;
}

std::vector<Line> lines_of(std::string_view text, Dictionary& customers) {
  std::vector<Line> lines;
  text.remove_prefix(text.find('\n') + 1);  // the header
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    lines.push_back({customers.intern(field(line, 0)), instant(field(line, 1)), line});
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return lines;
}

bool repeats(const std::vector<Line>& lines, std::size_t i) {
  for (std::size_t before = i; before-- > 0 && lines[before].customer == lines[i].customer && lines[before].time == lines[i].time;)
    if (lines[before].text == lines[i].text) return true;
  return false;
}

}  // namespace

IndexInput read_bench_events(const std::string& path) {
  const std::string text = whole(path);
  IndexInput input;
  EventBatch& events = input.events;
  std::vector<Line> lines = lines_of(text, events.customer.texts);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.customer != b.customer ? a.customer < b.customer : a.time < b.time; });
  TextColumn& first_channel = input.properties.emplace_back("first_channel", TextColumn{}).values;
  std::string_view channel_at_first;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (repeats(lines, i)) continue;
    if (events.customer.codes.empty() || events.customer.codes.back() != line.customer) channel_at_first = field(line.text, 3);
    events.customer.codes.push_back(line.customer);
    events.time.push_back(line.time);
    events.unit.push_back(TimeUnit::ms);
    events.event.push(field(line.text, 2));
    events.channel.push(field(line.text, 3));
    double value = kNone;
    const std::string_view written = field(line.text, 4);
    std::from_chars(written.data(), written.data() + written.size(), value);
    events.value.push_back(value);
    first_channel.push(channel_at_first);
  }
  return input;
}

}  // namespace parcours
