// Columns into a table, a batch at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <variant>

#include "base/dictionary.h"
#include "base/result.h"
#include "base/time.h"

namespace parcours {

struct AppendIntegers {
  std::span<const std::int64_t> values;
};  // to BIGINT; never null
struct AppendNumbers {
  std::span<const double> values;
};  // to DOUBLE; NaN is null
struct AppendInstants {
  std::span<const TimeMs> values;
};                    // to TIMESTAMPTZ; kNoTime is null. REQUIRES: within ±kInstantMax
struct AppendTexts {  // to VARCHAR; code 0 is null. REQUIRES: UTF-8 (DuckDB makes null of what is not)
  std::span<const std::uint32_t> codes;
  const Dictionary* texts = nullptr;
};
using AppendColumn = std::variant<AppendIntegers, AppendNumbers, AppendInstants, AppendTexts>;

inline constexpr TimeMs kInstantMax = 9'000'000'000'000'000;  // what still fits in 64 bits as microseconds

class Appender {
 public:
  struct Handles;
  explicit Appender(std::unique_ptr<Handles> handles);
  Appender(Appender&&) noexcept;
  Appender& operator=(Appender&&) noexcept;
  ~Appender();  // without end(): what was not yet written is dropped

  // REQUIRES: one column for each of the table's, in its order and of the same length.
  Outcome append(std::span<const AppendColumn> columns);
  // Writes what remains.
  Outcome end();

 private:
  std::unique_ptr<Handles> handles_;
};

}  // namespace parcours
