// A narrow door to SQLite, for the catalogue. Used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace parcours {

// A statement that can be run again and again: bind, step while there are rows, reset.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* database, sqlite3_stmt* statement);

  // Sets ?1, ?2, … and starts afresh.
  template <class... Values>
  SqliteStatement& bind(const Values&... values) {
    reset();
    int at = 0;
    (bind_one(++at, values), ...);
    return *this;
  }
  // True: there is a row to read. False: the statement is done.
  Result<bool> step();
  // Runs a statement that gives no rows.
  Outcome run();

  std::int64_t integer(int column) const;
  std::string text(int column) const;
  bool is_null(int column) const;
  bool is_text(int column) const;
  int columns() const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  void reset();
  void bind_one(int at, std::int64_t value);
  void bind_one(int at, std::string_view value);
  void bind_one(int at, const std::optional<std::int64_t>& value);

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// The disk is full, or could not be written to for another reason of its own.
bool is_of_the_disk(const Failure& failure);

class Sqlite {
 public:
  // Makes the file when it is not there. Waits up to ten seconds for another process' transaction.
  static Result<Sqlite> open(const std::string& path);
  // Of a folder that cannot be written to: no file is made beside it.
  static Result<Sqlite> open_read_only(const std::string& path);

  Outcome run(const std::string& sql);  // one or more statements without rows
  Result<SqliteStatement> prepare(const std::string& sql);
  Result<std::int64_t> integer(const std::string& sql);  // the first value of the first row; 0 when there is none
  std::int64_t changes() const;                          // rows changed by the last statement

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Sqlite(sqlite3* database) : database_(database) {}
  std::unique_ptr<sqlite3, Close> database_;
};

// A transaction, undone unless committed.
class SqliteTransaction {
 public:
  static Result<SqliteTransaction> begin_write(Sqlite& database);
  static Result<SqliteTransaction> begin_read(Sqlite& database);
  SqliteTransaction(SqliteTransaction&& other) noexcept;
  SqliteTransaction& operator=(SqliteTransaction&&) = delete;
  ~SqliteTransaction();
  Outcome commit();

 private:
  explicit SqliteTransaction(Sqlite* database) : database_(database) {}
  Sqlite* database_;
};

}  // namespace parcours
