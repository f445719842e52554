#include "sql/appender.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "sql/appender_handles.h"

namespace parcours {
namespace {

struct ChunkWriter {
  duckdb_vector vector;
  std::size_t begin, count;

  // The bits of this vector, fetched once: most columns have no null or very many.
  std::uint64_t* valid_bits = nullptr;

  void set_null(std::size_t row) {
    if (!valid_bits) {
      duckdb_vector_ensure_validity_writable(vector);
      valid_bits = duckdb_vector_get_validity(vector);
    }
    valid_bits[row / 64] &= ~(std::uint64_t{1} << (row % 64));
  }
  void operator()(const AppendIntegers& column) {
    std::copy_n(column.values.begin() + begin, count, static_cast<std::int64_t*>(duckdb_vector_get_data(vector)));
  }
  void operator()(const AppendNumbers& column) {
    auto* out = static_cast<double*>(duckdb_vector_get_data(vector));
    for (std::size_t row = 0; row < count; ++row) {
      out[row] = column.values[begin + row];
      if (std::isnan(out[row])) set_null(row);
    }
  }
  void operator()(const AppendInstants& column) {
    auto* out = static_cast<std::int64_t*>(duckdb_vector_get_data(vector));
    for (std::size_t row = 0; row < count; ++row) {
      const TimeMs time = column.values[begin + row];
      if (time == kNoTime) set_null(row);
      else assert(time >= -kInstantMax && time <= kInstantMax), out[row] = time * 1000;
    }
  }
  void operator()(const AppendTexts& column) {
    for (std::size_t row = 0; row < count; ++row) {
      const std::uint32_t code = column.codes[begin + row];
      if (code == 0) {
        set_null(row);
        continue;
      }
      const std::string& text = column.texts->at(code);
      duckdb_vector_assign_string_element_len(vector, row, text.data(), text.size());
    }
  }
};

duckdb_type type_for(const AppendColumn& column) {
  constexpr duckdb_type kTypes[] = {DUCKDB_TYPE_BIGINT, DUCKDB_TYPE_DOUBLE, DUCKDB_TYPE_TIMESTAMP_TZ, DUCKDB_TYPE_VARCHAR};
  return kTypes[column.index()];
}

std::size_t rows_of(const AppendColumn& column) {
  return std::visit(
      [](const auto& c) {
        if constexpr (requires { c.codes; }) return c.codes.size();
        else return c.values.size();
      },
      column);
}

}  // namespace

Appender::Appender(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Appender::Appender(Appender&&) noexcept = default;
Appender& Appender::operator=(Appender&&) noexcept = default;
Appender::~Appender() = default;

Outcome Appender::append(std::span<const AppendColumn> columns) {
  assert(!columns.empty());
  const std::size_t rows = rows_of(columns[0]);
  std::vector<duckdb_logical_type> types;
  for (const AppendColumn& column : columns) types.push_back(duckdb_create_logical_type(type_for(column)));
  OwnedChunk chunk(duckdb_create_data_chunk(types.data(), types.size()));
  for (duckdb_logical_type& type : types) duckdb_destroy_logical_type(&type);
  const std::size_t chunk_rows = duckdb_vector_size();
  for (std::size_t begin = 0; begin < rows; begin += chunk_rows) {
    const std::size_t count = std::min(chunk_rows, rows - begin);
    duckdb_data_chunk_reset(chunk.get());
    for (std::size_t at = 0; at < columns.size(); ++at) {
      assert(rows_of(columns[at]) == rows);
      std::visit(ChunkWriter{duckdb_data_chunk_get_vector(chunk.get(), at), begin, count}, columns[at]);
    }
    duckdb_data_chunk_set_size(chunk.get(), count);
    if (duckdb_append_data_chunk(handles_->appender.get(), chunk.get()) != DuckDBSuccess)
      return sql_failure(duckdb_appender_error(handles_->appender.get()));
  }
  return Done{};
}

Outcome Appender::end() {
  if (duckdb_appender_close(handles_->appender.get()) != DuckDBSuccess) return sql_failure(duckdb_appender_error(handles_->appender.get()));
  return Done{};
}

}  // namespace parcours
