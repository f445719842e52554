// The values of one field as codes, whatever column they stand in: for breakdowns and for "keeps its value".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/event_index.h"

namespace parcours {

// Must not outlive the index.
class FieldValues {
 public:
  // channel, source, value, score or a property; no event has one that the index does not hold. That it is a slip of the pen is the engine's to
  // tell (engine/asked_fields.h).
  static FieldValues of(const EventIndex& index, const std::string& field);

  std::uint32_t code(std::size_t row) const { return (*codes_)[row]; }  // 0: the event has none
  const std::string& text(std::uint32_t code) const { return texts_->at(code); }
  std::size_t size() const { return texts_->size(); }  // codes are below it
  // Values that are equal have one representative: equal texts, and texts that read as the same number. 0 stays 0.
  std::vector<std::uint32_t> representatives() const;
  // The values that were counted, by code: most frequent first, then in order of bytes; `most` at most.
  std::vector<std::string> frequent(const std::vector<std::int64_t>& counts, std::size_t most) const;

 private:
  FieldValues(const std::vector<std::uint32_t>& codes, const Dictionary& texts) : codes_(&codes), texts_(&texts) {}
  explicit FieldValues(std::shared_ptr<const TextColumn> made) : made_(std::move(made)), codes_(&made_->codes), texts_(&made_->texts) {}

  std::shared_ptr<const TextColumn> made_;  // numbers written as text
  const std::vector<std::uint32_t>* codes_;
  const Dictionary* texts_;
};

// The values that all events have in the field (FieldValues::frequent). None when no event has it.
std::vector<std::string> frequent_values(const EventIndex& index, const std::string& field, std::size_t most);
// The same of some rows alone.
std::vector<std::string> frequent_values(const EventIndex& index, const std::string& field, std::size_t most, const std::vector<std::size_t>& rows);

// The column of a property; null when no event has it.
const PropertyColumn* property_of(const EventIndex& index, const std::string& name);

}  // namespace parcours
