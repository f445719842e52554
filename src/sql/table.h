// What a SELECT gives: typed columns.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parcours {

enum class SqlType : std::uint8_t {
  integer,  // every whole number that fits 64 bits
  number,   // floating point and decimals; whole numbers that may be larger than 64 bits
  text,
  boolean,  // in integers, 0 or 1
  instant,  // timestamps with or without zone, in integers: TimeMs (cut down to the millisecond)
};

// A column of some thousand rows, valid only while the chunk is being taken. Which span is filled follows from the type.
struct SqlChunkColumn {
  SqlType type = SqlType::text;
  std::span<const std::int64_t> integers;     // 0 where null
  std::span<const double> numbers;            // NaN where null
  std::span<const std::string_view> texts;    // data() is nullptr where null
  const std::uint64_t* valid_bits = nullptr;  // nullptr: nothing is null

  bool is_null(std::size_t row) const { return valid_bits && !(valid_bits[row / 64] >> (row % 64) & 1); }
};

struct SqlChunk {
  std::size_t rows = 0;
  std::vector<SqlChunkColumn> columns;
};

struct SqlColumn {
  std::string name;
  SqlType type = SqlType::text;
  std::vector<std::int64_t> integers;
  std::vector<double> numbers;
  std::vector<std::string> texts;
  std::vector<bool> nulls;
};

struct SqlTable {
  std::vector<SqlColumn> columns;
  std::size_t rows = 0;
};

}  // namespace parcours
