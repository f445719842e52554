#include "cases/case_file.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include "base/number.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

constexpr std::string_view kDay0 = "2026-01-05";

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

struct Clock {
  LocalTime local;
  TimeUnit unit = TimeUnit::day;
};

// "2026-01-05", "2026-01-05T10:00", "10:00:00.500"
std::optional<Clock> read_clock(const std::string& text) {
  Clock out;
  const auto t = text.find('T');
  const bool has_date = t != std::string::npos || text.find('-') != std::string::npos;
  const auto date = parse_date(has_date ? std::string_view(text).substr(0, t) : kDay0);
  if (!date) return std::nullopt;
  out.local.date = *date;
  if (has_date && t == std::string::npos) return out;
  const std::string clock = has_date ? text.substr(t + 1) : text;
  int used = 0;
  const int fields =
      std::sscanf(clock.c_str(), "%2d:%2d:%2d.%3d%n", &out.local.hour, &out.local.minute, &out.local.second, &out.local.millisecond, &used);
  if (fields < 2) return std::nullopt;
  out.unit = fields == 2 ? TimeUnit::minute : fields == 3 ? TimeUnit::second : TimeUnit::ms;
  return out;
}

struct WrittenTime {
  TimeMs time = 0;
  TimeUnit unit = TimeUnit::ms;
};

std::optional<WrittenTime> read_time(const std::string& text, const Zone& zone) {
  if (text == "-") return WrittenTime{kNoTime, TimeUnit::order};
  if (const auto after = parse_duration(text)) return WrittenTime{zone.day_start(*parse_date(kDay0)) + *after, TimeUnit::ms};
  const auto clock = read_clock(text);
  if (!clock) return std::nullopt;
  return WrittenTime{zone.instant(clock->local), clock->unit};
}

std::optional<CaseEvent> read_event(const std::string& line, const Zone& zone) {
  const auto parts = words(line);
  if (parts.size() < 3) return std::nullopt;
  const auto time = read_time(parts[1], zone);
  if (!time) return std::nullopt;
  CaseEvent out;
  out.customer = parts[0];
  out.time = time->time;
  out.unit = time->unit;
  out.event = parts[2];
  for (std::size_t i = 3; i < parts.size(); ++i) {
    const auto equals = parts[i].find('=');
    if (equals == std::string::npos) return std::nullopt;
    const std::string field = parts[i].substr(0, equals), value = parts[i].substr(equals + 1);
    if (field == "channel") out.channel = value;
    else if (field == "source") out.source = value;
    else if (field == "value") out.value = parse_number(value);
    else if (field == "score") out.score = parse_number(value);
    else out.properties[field] = value;
  }
  return out;
}

// "2=2h": the step's number and the rest.
std::optional<std::pair<std::size_t, std::string>> read_numbered(const std::string& text, const FunnelQuestion& question) {
  const auto equals = text.find('=');
  const auto number = parse_number(text.substr(0, equals));
  if (!number || *number < 1 || *number > static_cast<double>(question.steps.size())) return std::nullopt;
  return std::pair(static_cast<std::size_t>(*number) - 1, equals == std::string::npos ? "" : text.substr(equals + 1));
}

bool read_flag(const std::string& flag, FunnelQuestion& question) {
  if (flag == "--strict") return question.strict = true;
  if (flag == "--any-order") return question.any_order = true;
  if (flag == "--first") return question.first = true;
  if (flag == "--attempts") return question.attempts = true;
  if (flag == "--list") return question.list = true;
  return false;
}

bool read_step_option(const std::string& option, const std::string& value, FunnelQuestion& question) {
  const auto numbered = read_numbered(value, question);
  if (!numbered) return false;
  FunnelStep& step = question.steps[numbered->first];
  if (option == "--optional") return step.optional = true;
  (option == "--within" ? step.within : step.after) = parse_duration(numbered->second);
  return option == "--within" ? step.within.has_value() : step.after.has_value();
}

bool read_scope_option(const std::string& option, const std::string& value, Scope& scope, const Zone& zone) {
  if (option == "--per") {
    scope.per = value == "journey" ? Per::journey : Per::customer;
    return value == "journey" || value == "customer";
  }
  if (option == "--where") {
    const auto where = parse_where(value);
    if (where.ok()) scope.where.push_back(*where);
    return where.ok();
  }
  if (option == "--inactivity") return (scope.inactivity = parse_duration(value)).has_value();
  const auto time = read_time(value, zone);
  if (!time || (option != "--since" && option != "--until")) return false;
  (option == "--since" ? scope.since : scope.until) = time->time;
  return true;
}

bool read_option(const std::string& option, const std::string& value, FunnelQuestion& question, const Zone& zone) {
  if (option == "--by") return question.by = value, true;
  if (option == "--same") return question.same = value, true;
  if (option == "--window") {
    question.window = value == "none" ? std::nullopt : parse_duration(value);
    return value == "none" || question.window;
  }
  if (option == "--except") {
    const auto step = parse_step(value);
    if (step.ok()) question.except = step->rule;
    return step.ok();
  }
  if (option == "--optional" || option == "--within" || option == "--after") return read_step_option(option, value, question);
  return read_scope_option(option, value, question.scope, zone);
}

bool close_enough(const std::string& expected, std::optional<double> actual) {
  if (expected == "-") return !actual || std::isnan(*actual);
  const auto number = parse_number(expected);
  return number && actual && std::abs(*number - *actual) < 5e-7;
}

std::string show(std::optional<double> value) { return !value || std::isnan(*value) ? "-" : exact(*value); }

std::optional<double> figure(const FunnelStepCount& step, const std::string& name) {
  if (name == "reach") return static_cast<double>(step.count);
  if (name == "open") return static_cast<double>(step.open);
  if (name == "from_previous") return step.median_s;
  if (name == "from_first") return step.median_total_s;
  if (name == "share_of_first") return step.share_of_first.value;
  if (name == "share_of_previous") return step.share_of_previous.value;
  if (name == "closed_share_of_first") return step.closed_share_of_first.value;
  if (name == "closed_share_of_previous") return step.closed_share_of_previous.value;
  return std::nullopt;
}

void compare(const std::string& name, const std::string& expected, const std::vector<FunnelStepCount>& steps, std::vector<std::string>& out) {
  const auto numbers = words(expected);
  bool same = numbers.size() == steps.size();
  std::string actual;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto value = figure(steps[i], name.starts_with("by ") ? "reach" : name);
    actual += (i ? " " : "") + show(value);
    same = same && close_enough(numbers[i], value);
  }
  if (!same) out.push_back(name + ": expected " + expected + ", got " + actual);
}

void compare_ended(const std::string& expected, const std::vector<FunnelStepCount>& steps, std::vector<std::string>& out) {
  std::string actual;
  for (const auto& step : steps) {
    std::string names;
    for (const auto& name : step.customers) names += (names.empty() ? "" : "+") + name;
    actual += (actual.empty() ? "" : " ") + (names.empty() ? "-" : names);
  }
  if (actual != expected) out.push_back("ended: expected " + expected + ", got " + actual);
}

FunnelCase unreadable(const std::string& file, std::size_t line, const std::string& why) {
  FunnelCase out;
  out.file = file;
  out.line = line;
  out.name = "cannot read line " + std::to_string(line) + ": " + why;
  return out;
}

}  // namespace

std::optional<FunnelQuestion> read_funnel_question(const std::string& ask, const Zone& zone) {
  FunnelQuestion question;
  const auto parts = words(ask);
  std::size_t i = 0;
  for (; i < parts.size() && !parts[i].starts_with("--"); ++i) {
    auto step = parse_step(parts[i]);
    if (!step.ok()) return std::nullopt;
    static_cast<Step&>(question.steps.emplace_back()) = *step;
  }
  for (; i < parts.size(); ++i) {
    if (read_flag(parts[i], question)) continue;
    if (i + 1 == parts.size() || !read_option(parts[i], parts[i + 1], question, zone)) return std::nullopt;
    ++i;
  }
  return question;
}

std::vector<FunnelCase> read_funnel_cases(const std::string& path) {
  std::vector<FunnelCase> cases;
  std::ifstream in(path);
  if (!in) return {unreadable(path, 0, "no such file")};
  std::string raw;
  for (std::size_t line = 1; std::getline(in, raw); ++line) {
    const std::string text = trimmed(raw);
    if (text.empty() || text.front() == '#') continue;
    if (text.starts_with("== ")) {
      FunnelCase& one = cases.emplace_back();
      one.file = path;
      one.name = text.substr(3);
      one.line = line;
      continue;
    }
    if (cases.empty()) return {unreadable(path, line, "no case begins here")};
    FunnelCase& one = cases.back();
    const auto zone = Zone::find(one.zone);
    if (!zone) return {unreadable(path, line, "unknown zone")};
    const auto colon = text.find(':');
    if (raw.front() == ' ') {
      const auto event = read_event(text, *zone);
      if (!event) return {unreadable(path, line, "not an event")};
      one.events.push_back(*event);
      continue;
    }
    if (colon == std::string::npos) return {unreadable(path, line, "not KEY: VALUE")};
    const std::string key = text.substr(0, colon), value = trimmed(text.substr(colon + 1));
    if (key == "zone") {
      one.zone = value;
    } else if (key == "ask") {
      const auto question = read_funnel_question(value, *zone);
      if (!question) return {unreadable(path, line, "not a question")};
      one.ask = value;
      one.question = *question;
    } else if (key.starts_with("by ")) {
      one.segments.emplace_back(key.substr(3), value);
    } else if (key != "events") {
      one.expected[key] = value;
    }
  }
  return cases;
}

std::vector<std::string> differences(const FunnelCase& one, const Result<FunnelAnswer>& answer) {
  std::vector<std::string> out;
  const auto refused = one.expected.find("refused");
  if (!answer.ok()) {
    const std::string message = render(answer.failure().what.message, Lang::en);
    if (refused == one.expected.end() || refused->second != message) out.push_back("refused: " + message);
    return out;
  }
  if (refused != one.expected.end()) return {"expected to be refused: " + refused->second};
  for (const auto& [name, expected] : one.expected) {
    if (name == "ended") compare_ended(expected, answer->steps, out);
    else compare(name, expected, answer->steps, out);
  }
  if (!one.segments.empty() && one.segments.size() != answer->segments.size())
    return out.push_back(std::to_string(answer->segments.size()) + " rows in the breakdown"), out;
  for (std::size_t i = 0; i < one.segments.size(); ++i) {
    const auto& [value, counts] = one.segments[i];
    const std::string actual = answer->segments[i].value.value_or("-");
    if (actual != value) out.push_back("by: expected the row " + value + ", got " + actual);
    compare("by " + value, counts, answer->segments[i].steps, out);
  }
  return out;
}

}  // namespace parcours
