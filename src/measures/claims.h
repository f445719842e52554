// Rules compiled against the index's dictionaries: every text is tested once per distinct value, and loops compare codes only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/rule.h"
#include "index/event_index.h"

namespace parcours {

// One test on one field, ready to be asked row by row. Numbers of value and score are tested as base/number.h's exact() writes them.
class CompiledField {
 public:
  CompiledField(const FieldCondition& condition, const EventIndex& index);
  bool passes(std::size_t row) const {
    if (codes_) return by_code_[(*codes_)[row]];
    return numbers_ ? passes_number((*numbers_)[row]) : absent_passes_;
  }

 private:
  bool passes_number(double number) const;

  const std::vector<std::uint32_t>* codes_ = nullptr;  // a text field: by_code_ says it all
  std::vector<std::uint8_t> by_code_;
  const std::vector<double>* numbers_ = nullptr;  // value or score
  FieldTest test_;
  std::vector<double> wanted_;  // the values of the test that are numbers
  bool absent_passes_ = false;
};

// One rule. Must not outlive the index.
class CompiledRule {
 public:
  CompiledRule(const Rule& rule, const EventIndex& index);

  // True when one of the rule's conditions holds for the event.
  bool claims(std::size_t row) const {
    const std::uint8_t answer = by_event_[(*events_)[row]];
    return answer == kAlways || (answer == kPerhaps && claims_by_fields(row));
  }
  // What the event's name alone says. REQUIRES: event_code < index.events.size()
  bool may_claim(std::uint32_t event_code) const { return by_event_[event_code] != kNever; }
  bool must_claim(std::uint32_t event_code) const { return by_event_[event_code] == kAlways; }

 private:
  static constexpr std::uint8_t kNever = 0, kPerhaps = 1, kAlways = 2;
  struct CompiledCondition {
    std::vector<std::uint8_t> by_event;
    std::vector<CompiledField> where;
  };
  bool claims_by_fields(std::size_t row) const;

  const std::vector<std::uint32_t>* events_;
  std::vector<std::uint8_t> by_event_;
  std::vector<CompiledCondition> conditions_;
};

// Up to 64 rules asked at once: bit i is rule i.
class Claims {
 public:
  static constexpr std::size_t kMost = 64;
  // REQUIRES: rules.size() <= kMost. More rules: several Claims.
  Claims(std::span<const Rule> rules, const EventIndex& index);

  // The rules that claim the event.
  std::uint64_t of(std::size_t row) const {
    const Bits& bits = by_event_[(*events_)[row]];
    return bits.perhaps ? bits.always | asked(bits.perhaps, row) : bits.always;
  }
  // The rules that claim any event of that name, whatever its fields; and those for which the fields decide.
  std::uint64_t always(std::uint32_t event_code) const { return by_event_[event_code].always; }
  std::uint64_t perhaps(std::uint32_t event_code) const { return by_event_[event_code].perhaps; }

 private:
  struct Bits {
    std::uint64_t always = 0, perhaps = 0;
  };
  std::uint64_t asked(std::uint64_t rules, std::size_t row) const;

  const std::vector<std::uint32_t>* events_;
  std::vector<Bits> by_event_;
  std::vector<CompiledRule> rules_;
};

}  // namespace parcours
