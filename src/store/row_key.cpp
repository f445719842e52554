#include "store/row_key.h"

#include <bit>
#include <cmath>

#include "store/link_columns.h"

namespace parcours {

Digest128 RowKeys::key(const EventBatch& batch, std::size_t row) { return key(batch, row, batch.properties.at(row)); }

Digest128 RowKeys::key_before_links(const EventBatch& batch, std::size_t row) { return key(batch, row, properties_with_links(batch, row)); }

Digest128 RowKeys::key(const EventBatch& batch, std::size_t row, const std::string& properties) {
  content_.clear();
  if (batch.id.codes[row] != 0) {
    content_ += 'i';
    add(batch.id.at(row));
    return digest(content_);
  }
  content_ += 'r';
  add(batch.customer.at(row));
  add(static_cast<std::uint64_t>(batch.time[row]));
  content_ += static_cast<char>(batch.unit[row]);
  add(batch.event.at(row));
  add(batch.channel.at(row));
  add(batch.source.at(row));
  add(batch.value[row]);
  add(batch.score[row]);
  content_ += static_cast<char>(batch.scale[row]);
  add(properties);
  return digest(content_);
}

// The length before the text: no two rows run together into the same content.
void RowKeys::add(const std::string& text) {
  add(static_cast<std::uint64_t>(text.size()));
  content_ += text;
}

void RowKeys::add(std::uint64_t bits) {
  char bytes[8];
  for (char& byte : bytes) byte = static_cast<char>(bits & 0xff), bits >>= 8;
  content_.append(bytes, sizeof bytes);
}

// One pattern for every NaN and for both zeros.
void RowKeys::add(double number) { add(std::isnan(number) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number)); }

}  // namespace parcours
