#include "measures/claims.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

#include "base/number.h"
#include "measures/field_values.h"

namespace parcours {
namespace {

struct CodedTexts {
  const std::vector<std::uint32_t>* codes = nullptr;
  const Dictionary* texts = nullptr;
};

CodedTexts texts_of(const std::string& field, const EventIndex& index) {
  if (field == "channel") return {&index.channel, &index.channels};
  if (field == "source") return {&index.source, &index.sources};
  const PropertyColumn* property = property_of(index, field);
  return property ? CodedTexts{&property->values.codes, &property->values.texts} : CodedTexts{};
}

std::vector<std::uint8_t> answers(const FieldTest& test, const Dictionary& texts) {
  std::vector<std::uint8_t> out(texts.size());
  for (std::uint32_t code = 0; code < out.size(); ++code)
    out[code] = parcours::passes(test, code == 0 ? std::nullopt : std::optional(texts.at(code)));
  return out;
}

}  // namespace

CompiledField::CompiledField(const FieldCondition& condition, const EventIndex& index) : test_(condition.test) {
  absent_passes_ = parcours::passes(test_, std::nullopt);
  if (condition.field == "value" || condition.field == "score") {
    numbers_ = condition.field == "value" ? &index.value : &index.score;
    for (const auto& text : test_.values)
      if (const auto number = parse_number(text)) wanted_.push_back(*number);
    return;
  }
  const CodedTexts texts = texts_of(condition.field, index);
  if (!texts.codes) return;
  codes_ = texts.codes;
  by_code_ = answers(test_, *texts.texts);
}

bool CompiledField::passes_number(double number) const {
  using Kind = FieldTest::Kind;
  if (std::isnan(number)) return absent_passes_;
  switch (test_.kind) {
    case Kind::any_of: return std::find(wanted_.begin(), wanted_.end(), number) != wanted_.end();
    case Kind::none_of: return std::find(wanted_.begin(), wanted_.end(), number) == wanted_.end();
    case Kind::between: return (!test_.min || number >= *test_.min) && (!test_.max || number <= *test_.max);
    case Kind::exists: return true;
    case Kind::absent: return false;
    case Kind::like:
    case Kind::not_like: return parcours::passes(test_, exact(number));
  }
  return false;
}

CompiledRule::CompiledRule(const Rule& rule, const EventIndex& index) : events_(&index.event), by_event_(index.events.size(), kNever) {
  for (const Condition& condition : rule.any) {
    CompiledCondition compiled;
    if (condition.event) compiled.by_event = answers(*condition.event, index.events);
    else compiled.by_event.assign(by_event_.size(), 1);
    for (const FieldCondition& where : condition.where) compiled.where.emplace_back(where, index);
    const std::uint8_t answer = compiled.where.empty() ? kAlways : kPerhaps;
    for (std::size_t code = 0; code < by_event_.size(); ++code)
      if (compiled.by_event[code]) by_event_[code] = std::max(by_event_[code], answer);
    if (answer == kPerhaps) conditions_.push_back(std::move(compiled));
  }
}

bool CompiledRule::claims_by_fields(std::size_t row) const {
  const std::uint32_t event = (*events_)[row];
  return std::any_of(conditions_.begin(), conditions_.end(), [&](const CompiledCondition& condition) {
    return condition.by_event[event] &&
           std::all_of(condition.where.begin(), condition.where.end(), [row](const CompiledField& field) { return field.passes(row); });
  });
}

Claims::Claims(std::span<const Rule> rules, const EventIndex& index) : events_(&index.event), by_event_(index.events.size()) {
  assert(rules.size() <= kMost);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const CompiledRule& rule = rules_.emplace_back(rules[i], index);
    const std::uint64_t bit = std::uint64_t{1} << i;
    for (std::uint32_t code = 0; code < by_event_.size(); ++code) {
      if (rule.must_claim(code)) by_event_[code].always |= bit;
      else if (rule.may_claim(code)) by_event_[code].perhaps |= bit;
    }
  }
}

std::uint64_t Claims::asked(std::uint64_t rules, std::size_t row) const {
  std::uint64_t claimed = 0;
  for (std::size_t i = 0; rules >> i; ++i)
    if ((rules >> i & 1) && rules_[i].claims(row)) claimed |= std::uint64_t{1} << i;
  return claimed;
}

}  // namespace parcours
