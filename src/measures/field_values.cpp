#include "measures/field_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "base/number.h"

namespace parcours {
namespace {

std::shared_ptr<const TextColumn> written(const std::vector<double>& numbers) {
  auto column = std::make_shared<TextColumn>();
  column->codes.reserve(numbers.size());
  std::unordered_map<double, std::uint32_t> codes;  // only looked into, never walked through
  for (const double number : numbers) {
    if (std::isnan(number)) {
      column->codes.push_back(0);
      continue;
    }
    const auto [at, is_new] = codes.try_emplace(number, 0);
    if (is_new) at->second = column->texts.intern(exact(number));
    column->codes.push_back(at->second);
  }
  return column;
}

}  // namespace

const PropertyColumn* property_of(const EventIndex& index, const std::string& name) {
  const auto at = std::find_if(index.properties.begin(), index.properties.end(), [&](const PropertyColumn& column) { return column.name == name; });
  return at == index.properties.end() ? nullptr : &*at;
}

FieldValues FieldValues::of(const EventIndex& index, const std::string& field) {
  if (field == "channel") return FieldValues(index.channel, index.channels);
  if (field == "source") return FieldValues(index.source, index.sources);
  if (field == "value") return FieldValues(written(index.value));
  if (field == "score") return FieldValues(written(index.score));
  if (const PropertyColumn* property = property_of(index, field)) return FieldValues(property->values.codes, property->values.texts);
  return FieldValues(written(std::vector<double>(index.size(), std::numeric_limits<double>::quiet_NaN())));
}

std::vector<std::uint32_t> FieldValues::representatives() const {
  std::vector<std::uint32_t> out(size());
  std::map<double, std::uint32_t> first_of;
  for (std::uint32_t code = 1; code < out.size(); ++code) {
    out[code] = code;
    if (const auto number = parse_number(text(code))) out[code] = first_of.try_emplace(*number, code).first->second;
  }
  return out;
}

std::vector<std::string> FieldValues::frequent(const std::vector<std::int64_t>& counts, std::size_t most) const {
  std::vector<std::pair<std::int64_t, std::string>> sorted;
  for (std::uint32_t code = 1; code < counts.size(); ++code)
    if (counts[code] > 0) sorted.emplace_back(-counts[code], text(code));
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(sorted.size(), most); ++i) out.push_back(sorted[i].second);
  return out;
}

std::vector<std::string> frequent_values(const EventIndex& index, const std::string& field, std::size_t most) {
  const FieldValues values = FieldValues::of(index, field);
  std::vector<std::int64_t> counts(values.size());
  for (std::size_t row = 0; row < index.size(); ++row) ++counts[values.code(row)];
  return values.frequent(counts, most);
}

std::vector<std::string> frequent_values(const EventIndex& index, const std::string& field, std::size_t most, const std::vector<std::size_t>& rows) {
  const FieldValues values = FieldValues::of(index, field);
  std::vector<std::int64_t> counts(values.size());
  for (const std::size_t row : rows) ++counts[values.code(row)];
  return values.frequent(counts, most);
}

}  // namespace parcours
