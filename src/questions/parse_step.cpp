#include "questions/parse_step.h"

#include <algorithm>

#include "base/number.h"

namespace parcours {
namespace {

constexpr std::size_t kNamesMost = 64;  // of one step

Failure complaint(std::string_view text, std::size_t begin, std::size_t end, Message message, std::optional<Message> hint = {}) {
  Failure out = misuse(std::move(message), std::move(hint));
  out.what.code = "bad-step";
  out.what.place = place_in("", text, begin, end);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? text.substr(0, 0) : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The first unescaped of `stops` from `from` on; the text's size when there is none.
std::size_t find_plain(std::string_view text, std::string_view stops, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (stops.find(text[i]) != std::string_view::npos) return i;
  }
  return text.size();
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t bar = find_plain(text, "|", at);
    out.push_back(without_escapes(trimmed(text.substr(at, bar - at))));
    at = bar + 1;
  }
  return out;
}

struct Sign {
  std::string_view sign;
  FieldTest::Kind kind;
  bool is_upper;
};
constexpr Sign kSigns[] = {{">=", FieldTest::Kind::between, false},  {"<=", FieldTest::Kind::between, true}, {"!=", FieldTest::Kind::none_of, false},
                           {"!~", FieldTest::Kind::not_like, false}, {"=", FieldTest::Kind::any_of, false},  {"~", FieldTest::Kind::like, false}};

// `whole` is what was typed, `filter` a part of it: the complaint points into the whole.
Result<FieldCondition> parse_filter(std::string_view whole, std::string_view filter) {
  const std::size_t begin = static_cast<std::size_t>(filter.data() - whole.data()), end = begin + filter.size();
  const auto wrong = [&](std::string_view part, Message message) {
    const auto at = static_cast<std::size_t>(part.data() - whole.data());
    return complaint(whole, at, at + std::max<std::size_t>(1, part.size()), std::move(message), msg("step.filter_forms"));
  };
  const std::string_view text = trimmed(filter);
  if (text.empty()) return complaint(whole, begin, std::max(end, begin + 1), msg("step.no_filter"), msg("step.filter_forms"));
  FieldCondition out;
  const bool is_absent = text.front() == '!';
  const std::size_t at = find_plain(text, "=~<>!", is_absent ? 1 : 0);
  const std::string_view field = trimmed(text.substr(is_absent ? 1 : 0, at - (is_absent ? 1 : 0)));
  if (field.empty()) return wrong(text, msg("step.no_field"));
  out.field = without_escapes(field);
  if (at == text.size()) {
    out.test.kind = is_absent ? FieldTest::Kind::absent : FieldTest::Kind::exists;
    return out;
  }
  const auto* sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const Sign& s) { return text.substr(at, s.sign.size()) == s.sign; });
  if (is_absent || sign == std::end(kSigns)) return wrong(text.substr(at, 1), msg("step.unknown_sign", {{"sign", std::string(text.substr(at, 1))}}));
  out.test.kind = sign->kind;
  const std::string_view value = trimmed(text.substr(at + sign->sign.size()));
  if (sign->kind != FieldTest::Kind::between) {
    out.test.values = alternatives(value);
    if (std::find(out.test.values.begin(), out.test.values.end(), "") != out.test.values.end())
      return wrong(text.substr(at, sign->sign.size()), msg("step.no_value"));
    return out;
  }
  const auto number = parse_number(value);
  if (!number) return wrong(value.empty() ? text.substr(at, 2) : value, msg("step.not_a_number", {{"value", std::string(value)}}));
  (sign->is_upper ? out.test.max : out.test.min) = *number;
  return out;
}

// The filters between brackets; `at` stands behind `[` and is moved behind `]`.
Result<std::vector<FieldCondition>> parse_filters(std::string_view text, std::size_t& at) {
  std::vector<FieldCondition> out;
  const std::size_t open = at - 1;
  while (true) {
    const std::size_t end = find_plain(text, ",]", at);
    if (end >= text.size()) return complaint(text, open, open + 1, msg("step.open_bracket"));
    PARCOURS_TRY(auto filter, parse_filter(text, text.substr(at, end - at)));
    out.push_back(std::move(filter));
    at = end + 1;
    if (text[end] == ']') return out;
  }
}

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

constexpr std::string_view kSpecialInFilter = "\\,[]|=~<>!";
constexpr std::string_view kSpecialInName = "\\,[]";

std::string joined(const std::vector<std::string>& values, std::string_view special, std::string_view between) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? std::string() : std::string(between)) + escaped(value, special);
  return out;
}

// The names of a condition, or `*` when any name will do.
std::string show_event(const std::optional<FieldTest>& event) {
  if (!event) return "*";
  const bool is_pattern = event->kind == FieldTest::Kind::like || event->kind == FieldTest::Kind::not_like;
  const bool is_negated = event->kind == FieldTest::Kind::none_of || event->kind == FieldTest::Kind::not_like;
  const std::string names = joined(event->values, std::string(kSpecialInName) + (is_pattern ? "" : "*"), is_negated ? "|" : ",");
  return is_negated ? "*[event!=" + names + "]" : names;
}

}  // namespace

Result<std::vector<StepName>> parse_step_names(std::string_view text) {
  std::vector<StepName> names;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = find_plain(text, ",[]", at);
    const std::string_view part = text.substr(at, end - at), name = trimmed(part);
    StepName out;
    out.begin = static_cast<std::size_t>((name.empty() ? part : name).data() - text.data());
    out.end = out.begin + std::max<std::size_t>(1, name.size());
    if (name.empty()) return complaint(text, out.begin, out.end, msg("step.no_name"));
    if (names.size() == kNamesMost)
      return complaint(text, out.begin, out.end, msg("step.too_many_names", {{"most", static_cast<std::int64_t>(kNamesMost)}}));
    out.is_pattern = find_plain(name, "*", 0) < name.size();
    out.name = without_escapes(name);
    at = end;
    if (at < text.size() && text[at] == ']') return complaint(text, at, at + 1, msg("step.stray_bracket"));
    if (at < text.size() && text[at] == '[') {
      PARCOURS_TRY(out.where, parse_filters(text, ++at));
      while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    }
    names.push_back(std::move(out));
    if (at >= text.size()) return names;
    if (text[at] != ',') return complaint(text, at, at + 1, msg("step.expected_comma"));
    ++at;
  }
}

Result<Step> parse_step(std::string_view text) {
  PARCOURS_TRY(const auto names, parse_step_names(text));
  Step step{std::string(trimmed(text)), {}};
  for (const auto& name : names) {
    const auto kind = name.is_pattern ? FieldTest::Kind::like : FieldTest::Kind::any_of;
    auto& any = step.rule.any;
    const bool joins = !any.empty() && any.back().where == name.where && any.back().event->kind == kind;
    if (joins) any.back().event->values.push_back(name.name);
    else any.push_back({FieldTest{kind, {name.name}, {}, {}}, name.where});
  }
  return step;
}

Result<FieldCondition> parse_where(std::string_view text) { return parse_filter(text, text); }

Failure complaint_at(std::string_view text, const StepName& name, Message message, std::optional<Message> hint) {
  return complaint(text, name.begin, name.end, std::move(message), std::move(hint));
}

Rule narrowed(const Rule& rule, const std::vector<FieldCondition>& where) {
  Rule out = rule;
  for (auto& condition : out.any) condition.where.insert(condition.where.end(), where.begin(), where.end());
  return out;
}

std::string show_filter(const FieldCondition& condition) {
  using Kind = FieldTest::Kind;
  const FieldTest& test = condition.test;
  const std::string field = escaped(condition.field, kSpecialInFilter);
  const auto values = [&] { return joined(test.values, kSpecialInFilter, "|"); };
  switch (test.kind) {
    case Kind::any_of: return field + "=" + values();
    case Kind::none_of: return field + "!=" + values();
    case Kind::like: return field + "~" + values();
    case Kind::not_like: return field + "!~" + values();
    case Kind::exists: return field;
    case Kind::absent: return "!" + field;
    case Kind::between: break;
  }
  std::string out;
  if (test.min) out = field + ">=" + exact(*test.min);
  if (test.max) out += (out.empty() ? "" : ",") + field + "<=" + exact(*test.max);
  return out;
}

std::string show_rule(const Rule& rule) {
  std::string out;
  for (const auto& condition : rule.any) {
    std::string filters;
    for (const auto& where : condition.where) filters += (filters.empty() ? "" : ",") + show_filter(where);
    out += (out.empty() ? "" : ",") + show_event(condition.event) + (filters.empty() ? "" : "[" + filters + "]");
  }
  return out;
}

}  // namespace parcours
