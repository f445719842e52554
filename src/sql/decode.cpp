// DuckDB's vectors as spans of the few types this room knows. Vectors are read, never duckdb_value_*: those lie for some types.
#include <cmath>

#include "sql/duckdb_handles.h"

namespace parcours {
namespace {

constexpr double kNull = std::numeric_limits<double>::quiet_NaN();
constexpr double kTwoTo64 = 18446744073709551616.0;

template <class From, class To, class Convert>
std::span<const To> converted(const void* data, const SqlChunkColumn& column, std::vector<To>& scratch, std::size_t rows, To null, Convert convert) {
  const auto* values = static_cast<const From*>(data);
  scratch.resize(rows);
  if (!column.valid_bits)
    for (std::size_t row = 0; row < rows; ++row) scratch[row] = convert(values[row]);
  else
    for (std::size_t row = 0; row < rows; ++row) scratch[row] = column.is_null(row) ? null : convert(values[row]);
  return scratch;
}

std::int64_t floor_div(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0); }

double from_hugeint(duckdb_hugeint value) { return static_cast<double>(value.upper) * kTwoTo64 + static_cast<double>(value.lower); }
double from_uhugeint(duckdb_uhugeint value) { return static_cast<double>(value.upper) * kTwoTo64 + static_cast<double>(value.lower); }

std::string_view view_of(const duckdb_string_t& text) {
  const std::uint32_t length = text.value.inlined.length;
  return {length <= 12 ? text.value.inlined.inlined : text.value.pointer.ptr, length};
}

// The storage and scale of a DECIMAL.
std::span<const double> decimals(duckdb_vector vector, const SqlChunkColumn& column, std::vector<double>& scratch, std::size_t rows) {
  duckdb_logical_type type = duckdb_vector_get_column_type(vector);
  const double unit = std::pow(10.0, duckdb_decimal_scale(type));
  const duckdb_type storage = duckdb_decimal_internal_type(type);
  duckdb_destroy_logical_type(&type);
  const void* data = duckdb_vector_get_data(vector);
  const auto divided = [unit](auto value) { return static_cast<double>(value) / unit; };
  switch (storage) {
    case DUCKDB_TYPE_SMALLINT: return converted<std::int16_t>(data, column, scratch, rows, kNull, divided);
    case DUCKDB_TYPE_INTEGER: return converted<std::int32_t>(data, column, scratch, rows, kNull, divided);
    case DUCKDB_TYPE_BIGINT: return converted<std::int64_t>(data, column, scratch, rows, kNull, divided);
    default: return converted<duckdb_hugeint>(data, column, scratch, rows, kNull, [unit](duckdb_hugeint v) { return from_hugeint(v) / unit; });
  }
}

duckdb_type type_of(duckdb_vector vector) {
  duckdb_logical_type type = duckdb_vector_get_column_type(vector);
  const duckdb_type id = duckdb_get_type_id(type);
  duckdb_destroy_logical_type(&type);
  return id;
}

}  // namespace

bool is_decoded(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL:
    case DUCKDB_TYPE_VARCHAR:
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ:
    case DUCKDB_TYPE_TIMESTAMP_S:
    case DUCKDB_TYPE_TIMESTAMP_MS:
    case DUCKDB_TYPE_TIMESTAMP_NS: return true;
    default: return false;
  }
}

SqlType sql_type(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN: return SqlType::boolean;
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER: return SqlType::integer;
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL: return SqlType::number;
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ:
    case DUCKDB_TYPE_TIMESTAMP_S:
    case DUCKDB_TYPE_TIMESTAMP_MS:
    case DUCKDB_TYPE_TIMESTAMP_NS: return SqlType::instant;
    default: return SqlType::text;
  }
}

const SqlChunk& ChunkDecoder::decode(duckdb_data_chunk chunk) {
  chunk_.rows = duckdb_data_chunk_get_size(chunk);
  const std::size_t columns = duckdb_data_chunk_get_column_count(chunk);
  chunk_.columns.assign(columns, {});
  scratch_.resize(columns);
  for (std::size_t at = 0; at < columns; ++at) decode_column(duckdb_data_chunk_get_vector(chunk, at), chunk_.columns[at], scratch_[at], chunk_.rows);
  return chunk_;
}

void ChunkDecoder::decode_column(duckdb_vector vector, SqlChunkColumn& column, Scratch& scratch, std::size_t rows) {
  const duckdb_type type = type_of(vector);
  const void* data = duckdb_vector_get_data(vector);
  column.type = sql_type(type);
  column.valid_bits = duckdb_vector_get_validity(vector);
  const auto integers = [&]<class From>(From) {
    column.integers = converted<From>(data, column, scratch.integers, rows, std::int64_t{0}, [](From v) { return static_cast<std::int64_t>(v); });
  };
  const auto numbers = [&]<class From>(From) {
    column.numbers = converted<From>(data, column, scratch.numbers, rows, kNull, [](From v) { return static_cast<double>(v); });
  };
  const auto instants = [&](std::int64_t times, std::int64_t by) {
    column.integers =
        converted<std::int64_t>(data, column, scratch.integers, rows, std::int64_t{0}, [=](std::int64_t v) { return floor_div(v, by) * times; });
  };
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN: return integers(bool{});
    case DUCKDB_TYPE_TINYINT: return integers(std::int8_t{});
    case DUCKDB_TYPE_SMALLINT: return integers(std::int16_t{});
    case DUCKDB_TYPE_INTEGER: return integers(std::int32_t{});
    case DUCKDB_TYPE_BIGINT: return integers(std::int64_t{});
    case DUCKDB_TYPE_UTINYINT: return integers(std::uint8_t{});
    case DUCKDB_TYPE_USMALLINT: return integers(std::uint16_t{});
    case DUCKDB_TYPE_UINTEGER: return integers(std::uint32_t{});
    case DUCKDB_TYPE_UBIGINT: return numbers(std::uint64_t{});
    case DUCKDB_TYPE_FLOAT: return numbers(float{});
    case DUCKDB_TYPE_DOUBLE: return numbers(double{});
    case DUCKDB_TYPE_HUGEINT: column.numbers = converted<duckdb_hugeint>(data, column, scratch.numbers, rows, kNull, from_hugeint); return;
    case DUCKDB_TYPE_UHUGEINT: column.numbers = converted<duckdb_uhugeint>(data, column, scratch.numbers, rows, kNull, from_uhugeint); return;
    case DUCKDB_TYPE_DECIMAL: column.numbers = decimals(vector, column, scratch.numbers, rows); return;
    case DUCKDB_TYPE_TIMESTAMP_S: return instants(1000, 1);
    case DUCKDB_TYPE_TIMESTAMP_MS: return instants(1, 1);
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_TIMESTAMP_TZ: return instants(1, 1000);
    case DUCKDB_TYPE_TIMESTAMP_NS: return instants(1, 1'000'000);
    default:
      assert(type == DUCKDB_TYPE_VARCHAR);
      column.texts = converted<duckdb_string_t>(data, column, scratch.texts, rows, std::string_view(), view_of);
  }
}

}  // namespace parcours
