#include "sql/database.h"

#include <thread>

#include "sql/appender_handles.h"
#include "sql/duckdb_handles.h"
#include "sql/rows_handles.h"

namespace parcours {

struct Database::Handles {
  OwnedDatabase database;  // closed after its connection
  OwnedConnection connection;
};

namespace {

Result<OwnedStatement> prepare(duckdb_connection connection, const std::string& sql) {
  OwnedStatement statement;
  if (duckdb_prepare(connection, sql.c_str(), statement.address()) != DuckDBSuccess) return sql_failure(duckdb_prepare_error(statement.get()));
  return statement;
}

Outcome bind(duckdb_prepared_statement statement, const std::vector<SqlValue>& parameters) {
  struct Binder {
    duckdb_prepared_statement statement;
    idx_t at;
    duckdb_state operator()(std::monostate) const { return duckdb_bind_null(statement, at); }
    duckdb_state operator()(std::int64_t value) const { return duckdb_bind_int64(statement, at, value); }
    duckdb_state operator()(double value) const { return duckdb_bind_double(statement, at, value); }
    duckdb_state operator()(bool value) const { return duckdb_bind_boolean(statement, at, value); }
    duckdb_state operator()(const std::string& value) const { return duckdb_bind_varchar_length(statement, at, value.data(), value.size()); }
  };
  for (std::size_t at = 0; at < parameters.size(); ++at)
    if (std::visit(Binder{statement, at + 1}, parameters[at]) != DuckDBSuccess) return sql_failure(duckdb_prepare_error(statement));
  return Done{};
}

// Runs the statement task by task, so that it can be stopped between two.
Outcome run(duckdb_connection connection, duckdb_pending_result pending, const Database::KeepGoing& keep_going) {
  if (!keep_going) return Done{};
  bool stopping = false;
  for (;;) {
    const duckdb_pending_state state = duckdb_pending_execute_task(pending);
    const bool ended = state == DUCKDB_PENDING_ERROR || duckdb_pending_execution_is_finished(state);
    if (stopping && ended) return sql_failure(DUCKDB_ERROR_INTERRUPT, "");
    if (state == DUCKDB_PENDING_ERROR) return sql_failure(duckdb_pending_error(pending));
    if (ended) return Done{};
    if (state == DUCKDB_PENDING_NO_TASKS_AVAILABLE) std::this_thread::sleep_for(std::chrono::milliseconds(1));  // other threads are at it
    if (stopping || keep_going()) continue;
    duckdb_interrupt(connection);  // the statement then comes to its end by itself, and frees what it holds
    stopping = true;
  }
}

Result<OwnedResult> result_of(duckdb_connection connection, duckdb_prepared_statement statement, bool streaming,
                              const Database::KeepGoing& keep_going) {
  OwnedPending pending;
  const auto start = streaming ? duckdb_pending_prepared_streaming : duckdb_pending_prepared;
  if (start(statement, pending.address()) != DuckDBSuccess) return sql_failure(duckdb_pending_error(pending.get()));
  PARCOURS_CHECK(run(connection, pending.get(), keep_going));
  OwnedResult result;
  if (duckdb_execute_pending(pending.get(), result.address()) != DuckDBSuccess)
    return sql_failure(duckdb_result_error_type(result.address()), duckdb_result_error(result.address()));
  return result;
}

// A SELECT whose every column can be decoded: others are cast to text around it.
Result<OwnedStatement> prepare_select(duckdb_connection connection, const std::string& sql) {
  PARCOURS_TRY(OwnedStatement statement, prepare(connection, sql));
  std::string casts, names;
  bool needed = false;
  const idx_t columns = duckdb_prepared_statement_column_count(statement.get());
  for (idx_t at = 0; at < columns; ++at) {
    const duckdb_type type = duckdb_prepared_statement_column_type(statement.get(), at);
    const std::string name = "c" + std::to_string(at);
    const char* own_name = duckdb_prepared_statement_column_name(statement.get(), at);
    const std::string shown = sql_name(own_name ? own_name : name);
    duckdb_free(const_cast<char*>(own_name));
    const bool cast = !is_decoded(type) && type != DUCKDB_TYPE_INVALID;
    needed = needed || cast;
    casts += (at ? ", " : "") + (cast ? "CAST(" + name + " AS VARCHAR) AS " : name + " AS ") + shown;
    names += (at ? ", " : "") + name;
  }
  if (!needed || duckdb_prepared_statement_type(statement.get()) != DUCKDB_STATEMENT_TYPE_SELECT) return statement;
  std::string inner = sql;
  while (!inner.empty() && (inner.back() == ';' || inner.back() == ' ' || inner.back() == '\n')) inner.pop_back();
  return prepare(connection, "SELECT " + casts + " FROM (" + inner + "\n) AS t(" + names + ")");
}

Outcome check_decoded(duckdb_result* result) {
  for (idx_t at = 0; at < duckdb_column_count(result); ++at)
    if (!is_decoded(duckdb_column_type(result, at)))
      return misuse(msg("sql.unknown_type", {{"column", std::string(duckdb_column_name(result, at))}}));
  return Done{};
}

Outcome take_chunks(duckdb_result* result, const Database::TakeChunk& take) {
  ChunkDecoder decoder;
  for (;;) {
    OwnedChunk chunk(duckdb_fetch_chunk(*result));
    if (!chunk.get()) break;
    PARCOURS_CHECK(take(decoder.decode(chunk.get())));
  }
  return Done{};
}

void add_rows(SqlTable& table, const SqlChunk& chunk) {
  for (std::size_t at = 0; at < chunk.columns.size(); ++at) {
    const SqlChunkColumn& from = chunk.columns[at];
    SqlColumn& to = table.columns[at];
    to.integers.insert(to.integers.end(), from.integers.begin(), from.integers.end());
    to.numbers.insert(to.numbers.end(), from.numbers.begin(), from.numbers.end());
    to.texts.insert(to.texts.end(), from.texts.begin(), from.texts.end());
    for (std::size_t row = 0; row < chunk.rows; ++row) to.nulls.push_back(from.is_null(row));
  }
  table.rows += chunk.rows;
}

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out.append(c == quote ? 2 : 1, c);
  return out + quote;
}

Outcome set_option(duckdb_config config, const char* name, const std::string& value) {
  if (duckdb_set_config(config, name, value.c_str()) != DuckDBSuccess) return failure(msg("sql.failed", {{"reason", std::string(name)}}));
  return Done{};
}

Outcome configure(duckdb_config config, const DatabaseSettings& settings) {
  PARCOURS_CHECK(set_option(config, "autoload_known_extensions", "false"));
  PARCOURS_CHECK(set_option(config, "autoinstall_known_extensions", "false"));
  PARCOURS_CHECK(set_option(config, "temp_directory", settings.temp_folder));
  if (settings.threads > 0) PARCOURS_CHECK(set_option(config, "threads", std::to_string(settings.threads)));
  if (settings.memory_limit_bytes > 0) PARCOURS_CHECK(set_option(config, "memory_limit", std::to_string(settings.memory_limit_bytes) + "B"));
  return Done{};
}

}  // namespace

Database::Database(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const DatabaseSettings& settings) {
  OwnedConfig config;
  if (duckdb_create_config(config.address()) != DuckDBSuccess) return failure(msg("sql.failed", {{"reason", std::string("config")}}));
  PARCOURS_CHECK(configure(config.get(), settings));
  auto handles = std::make_unique<Handles>();
  char* reason = nullptr;
  if (duckdb_open_ext(nullptr, handles->database.address(), config.get(), &reason) != DuckDBSuccess) {
    const Failure failed = sql_failure(reason);
    duckdb_free(reason);
    return failed;
  }
  if (duckdb_connect(handles->database.get(), handles->connection.address()) != DuckDBSuccess)
    return failure(msg("sql.failed", {{"reason", std::string("connect")}}));
  Database database(std::move(handles));
  PARCOURS_CHECK(database.execute("SET TimeZone = 'UTC'"));  // no figure depends on the machine's zone
  if (!settings.guarded) return database;
  std::string folders;
  for (const std::string& folder : settings.readable_folders) folders += (folders.empty() ? "" : ", ") + sql_text(folder);
  PARCOURS_CHECK(database.execute("SET allowed_directories = [" + folders + "]"));
  PARCOURS_CHECK(database.execute("SET enable_external_access = false"));
  PARCOURS_CHECK(database.execute("SET lock_configuration = true"));
  return database;
}

Result<std::uint64_t> Database::execute(const std::string& sql, const std::vector<SqlValue>& parameters, const KeepGoing& keep_going) {
  PARCOURS_TRY(OwnedStatement statement, prepare(handles_->connection.get(), sql));
  PARCOURS_CHECK(bind(statement.get(), parameters));
  PARCOURS_TRY(OwnedResult result, result_of(handles_->connection.get(), statement.get(), false, keep_going));
  return duckdb_rows_changed(result.address());
}

Result<SqlTable> Database::query(const std::string& sql, const std::vector<SqlValue>& parameters) {
  PARCOURS_TRY(OwnedStatement statement, prepare_select(handles_->connection.get(), sql));
  PARCOURS_CHECK(bind(statement.get(), parameters));
  PARCOURS_TRY(OwnedResult result, result_of(handles_->connection.get(), statement.get(), false, {}));
  PARCOURS_CHECK(check_decoded(result.address()));
  SqlTable table;
  for (idx_t at = 0; at < duckdb_column_count(result.address()); ++at)
    table.columns.push_back({duckdb_column_name(result.address(), at), sql_type(duckdb_column_type(result.address(), at)), {}, {}, {}, {}});
  PARCOURS_CHECK(take_chunks(result.address(), [&](const SqlChunk& chunk) -> Outcome {
    add_rows(table, chunk);
    return Done{};
  }));
  return table;
}

Outcome Database::stream(const std::string& sql, const std::vector<SqlValue>& parameters, const TakeChunk& take) {
  PARCOURS_TRY(SqlRows all, rows(sql, parameters));
  for (;;) {
    PARCOURS_TRY(const SqlChunk* chunk, all.next());
    if (!chunk) return Done{};
    PARCOURS_CHECK(take(*chunk));
  }
}

Result<SqlRows> Database::rows(const std::string& sql, const std::vector<SqlValue>& parameters) {
  auto handles = std::make_unique<SqlRows::Handles>();
  PARCOURS_TRY(handles->statement, prepare_select(handles_->connection.get(), sql));
  PARCOURS_CHECK(bind(handles->statement.get(), parameters));
  PARCOURS_TRY(handles->result, result_of(handles_->connection.get(), handles->statement.get(), true, {}));
  PARCOURS_CHECK(check_decoded(handles->result.address()));
  return SqlRows(std::move(handles));
}

Result<Appender> Database::append_to(const std::string& table) {
  auto handles = std::make_unique<Appender::Handles>();
  if (duckdb_appender_create(handles_->connection.get(), nullptr, table.c_str(), handles->appender.address()) != DuckDBSuccess)
    return sql_failure(duckdb_appender_error(handles->appender.get()));
  return Appender(std::move(handles));
}

Outcome Database::write_parquet(const std::string& select, const std::string& path, const ParquetOptions& options, const KeepGoing& keep_going) {
  const std::string sql = "COPY (" + select + "\n) TO " + sql_text(path) + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL " +
                          std::to_string(options.compression_level) + ", ROW_GROUP_SIZE " + std::to_string(options.row_group_rows) + ")";
  PARCOURS_CHECK(execute(sql, {}, keep_going));
  return Done{};
}

std::string sql_text(std::string_view text) { return quoted(text, '\''); }
std::string sql_property(std::string_view json, std::string_view name) {
  std::string pointer = "/";
  for (const char c : name) pointer += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
  return "json_extract_string(" + std::string(json) + ", " + sql_text(pointer) + ")";
}
std::string sql_name(std::string_view name) { return quoted(name, '"'); }

std::string sql_parquet(const std::vector<std::string>& paths) {
  assert(!paths.empty());
  std::string list;
  for (const std::string& path : paths) list += (list.empty() ? "" : ", ") + sql_text(path);
  return "read_parquet([" + list + "])";
}

}  // namespace parcours
