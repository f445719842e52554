// What makes two rows the same event. docs/decisions/row-key.md.
#pragma once

#include <cstddef>
#include <string>

#include "base/digest.h"
#include "events/event_batch.h"

namespace parcours {

// Makes the keys of rows, one after the other.
class RowKeys {
 public:
  // The digest of the event's id, or, without one, of all that the event is: customer, time, unit, event, channel, source, value, score, scale
  // and properties as imported. Further identities are the customer's, not the event's, and do not count.
  Digest128 key(const EventBatch& batch, std::size_t row);
  // The one it had when its link columns were properties.
  Digest128 key_before_links(const EventBatch& batch, std::size_t row);

 private:
  Digest128 key(const EventBatch& batch, std::size_t row, const std::string& properties);
  void add(const std::string& text);
  void add(std::uint64_t bits);
  void add(double number);
  std::string content_;
};

}  // namespace parcours
