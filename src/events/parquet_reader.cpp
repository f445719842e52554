#include "events/parquet_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "events/complaint.h"
#include "events/json_flatten.h"
#include "events/window.h"
#include "sql/database.h"

namespace parcours {
namespace {

struct ParquetColumn {
  enum class Kind : std::uint8_t { text, whole, number, object };
  std::string name;
  Kind kind = Kind::text;
};

// `*`, `?` and `[` would name other files.
std::string plain_path(const std::string& path) {
  std::string out;
  for (const char c : path) out += c == '*' || c == '?' || c == '[' ? std::string("[") + c + "]" : std::string(1, c);
  return out;
}

ParquetColumn::Kind kind_of(std::string_view type) {
  static constexpr std::array<std::string_view, 10> kWhole = {"TINYINT",  "SMALLINT",  "INTEGER",  "BIGINT",  "HUGEINT",
                                                              "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"};
  if (type.ends_with("]")) return ParquetColumn::Kind::text;  // a list
  if (type.starts_with("STRUCT") || type.starts_with("MAP") || type == "JSON") return ParquetColumn::Kind::object;
  if (std::find(kWhole.begin(), kWhole.end(), type) != kWhole.end()) return ParquetColumn::Kind::whole;
  if (type == "DOUBLE" || type == "FLOAT" || type.starts_with("DECIMAL")) return ParquetColumn::Kind::number;
  return ParquetColumn::Kind::text;
}

// The column as text. Instants keep saying that they are UTC; texts of writers that do not mark them as such are read as UTF-8.
std::string text_of(const std::string& name, std::string_view type) {
  const std::string column = sql_name(name), text = "CAST(" + column + " AS VARCHAR)";
  if (type.ends_with("]") || kind_of(type) == ParquetColumn::Kind::object) return "CAST(to_json(" + column + ") AS VARCHAR)";
  if (type == "TIMESTAMP WITH TIME ZONE")
    return "CASE WHEN isfinite(" + column + ") THEN CAST(make_timestamp(epoch_us(" + column + ")) AS VARCHAR) || 'Z' ELSE " + text + " END";
  if (type == "BLOB") return "coalesce(TRY(decode(" + column + ")), hex(" + column + "))";
  return text;
}

class ParquetReader final : public AttributeReader {
 public:
  ParquetReader(LocalFile file, std::string name, Database database)
      : file_(std::move(file)), name_(std::move(name)), database_(std::move(database)) {}

  Outcome open() {
    const std::string source = "read_parquet(" + sql_text(plain_path(file_.path)) + ", hive_partitioning = false)";
    PARCOURS_TRY(const SqlTable described, database_.query("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + source + ")"));
    PARCOURS_TRY(const SqlTable counted, database_.query("SELECT count(*) FROM " + source));
    total_ = static_cast<double>(counted.columns[0].integers[0]);
    if (described.rows > kColumnsMax)
      return unreadable(
          msg("events.too_many_columns", {{"found", static_cast<std::int64_t>(described.rows)}, {"limit", static_cast<std::int64_t>(kColumnsMax)}}));
    std::string list;
    for (std::size_t c = 0; c < described.rows; ++c) {
      const std::string& type = described.columns[1].texts[c];
      columns_.push_back({described.columns[0].texts[c], kind_of(type)});
      list += (c ? ", " : "") + text_of(columns_.back().name, type) + " AS c" + std::to_string(c);
    }
    PARCOURS_TRY(SqlRows rows, database_.rows("SELECT " + list + " FROM " + source));
    rows_ = std::make_unique<SqlRows>(std::move(rows));
    return Done{};
  }

  Result<bool> next(AttributeRow& row) override {
    while (!chunk_ || at_ == chunk_->rows) {
      auto chunk = rows_->next();
      if (!chunk.ok()) return broken(chunk.failure(), name_);
      chunk_ = *chunk;
      at_ = 0;
      if (!chunk_) return false;
    }
    row.clear();
    row.line = ++line_;
    for (std::size_t c = 0; c < columns_.size(); ++c) add(columns_[c], chunk_->columns[c].texts[at_], row);
    if (row.attributes.size() > kColumnsMax) row.problem = msg("events.reject.too_many_values", {{"limit", static_cast<std::int64_t>(kColumnsMax)}});
    ++at_;
    return true;
  }

  std::optional<double> progress() const override {
    if (total_ == 0) return std::nullopt;
    return static_cast<double>(line_) / total_;
  }

  static Failure broken(const Failure& why, const std::string& name) {
    return unreadable(msg("events.parquet_broken", {{"reason", nested(why.what.message)}}), msg("events.parquet_broken_hint"), {name});
  }

 private:
  void add(const ParquetColumn& column, std::string_view text, AttributeRow& row) {
    if (!text.data()) return;
    row.raw += (row.raw.empty() ? "" : " | ");
    row.raw += text.substr(0, 4096 - std::min<std::size_t>(row.raw.size(), 4096));
    if (text.size() > kFieldBytesMax) {
      row.problem = msg("events.reject.long_field", {{"limit", static_cast<std::int64_t>(kFieldBytesMax >> 10)}});
      return;
    }
    switch (column.kind) {
      case ParquetColumn::Kind::text: row.attributes.push_back({column.name, std::string(text), false}); break;
      case ParquetColumn::Kind::whole: row.attributes.push_back({column.name, std::string(text), true}); break;
      case ParquetColumn::Kind::number: add_number(column.name, text, row); break;
      case ParquetColumn::Kind::object: add_object(column.name, text, row); break;
    }
  }

  static void add_number(const std::string& name, std::string_view text, AttributeRow& row) {
    const std::string plain(text);
    const double value = std::strtod(plain.c_str(), nullptr);
    if (std::isfinite(value)) row.attributes.push_back({name, exact(value == 0 ? 0 : value), true});
  }

  // A column of JSON may hold anything: what is no object stays text.
  void add_object(const std::string& name, std::string_view text, AttributeRow& row) {
    padded_.assign(text).append(simdjson::SIMDJSON_PADDING, ' ');
    const std::size_t had = row.attributes.size();
    if (!flatten_json(parser_, simdjson::padded_string_view(padded_.data(), text.size(), padded_.size()), name, row)) return;
    row.attributes.resize(had);
    row.attributes.push_back({name, std::string(text), false});
  }

  LocalFile file_;
  std::string name_;
  Database database_;
  std::vector<ParquetColumn> columns_;
  std::unique_ptr<SqlRows> rows_;
  const SqlChunk* chunk_ = nullptr;
  std::size_t at_ = 0;
  std::uint64_t line_ = 0;
  double total_ = 0;
  simdjson::ondemand::parser parser_;
  std::string padded_;
};

}  // namespace

Result<std::unique_ptr<AttributeReader>> read_parquet(LocalFile file, const std::string& name) {
  DatabaseSettings settings;
  settings.threads = 1;  // rows in the order of the file
  PARCOURS_TRY(Database database, Database::open(settings));
  auto reader = std::make_unique<ParquetReader>(std::move(file), name, std::move(database));
  if (const auto opened = reader->open(); !opened.ok())
    return opened.failure().what.code == "too-many-columns" ? opened.failure() : ParquetReader::broken(opened.failure(), name);
  return std::unique_ptr<AttributeReader>(std::move(reader));
}

}  // namespace parcours
