// The door to DuckDB: types in and out, parameters, Parquet, limits, interruption, guarded SQL.
#include "sql/database.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include <unistd.h>

namespace parcours {
using namespace std::string_literals;
namespace {

Database opened(const DatabaseSettings& settings = {}) {
  auto database = Database::open(settings);
  EXPECT_TRUE(database.ok()) << (database.ok() ? "" : render(database.failure().what.message, Lang::en));
  return std::move(database).value();
}

SqlTable rows(Database& database, const std::string& sql, const std::vector<SqlValue>& parameters = {}) {
  auto table = database.query(sql, parameters);
  EXPECT_TRUE(table.ok()) << sql << "\n" << (table.ok() ? "" : render(table.failure().what.message, Lang::en));
  return table.ok() ? std::move(table).value() : SqlTable{};
}

std::string message_of(const Failure& failure) { return render(failure.what.message, Lang::en); }

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("parcours_sql_" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST(Database, GivesEveryTypeItKnows) {
  Database database = opened();
  const SqlTable table = rows(
      database,
      "SELECT 7::TINYINT a, -3::BIGINT b, 1.25::DOUBLE c, 12.34::DECIMAL(9,2) d, 'été' e, true f, TIMESTAMP '1970-01-02 00:00:00.0015' g, "
      "TIMESTAMPTZ '2026-01-01 00:00:00+01' h, 12345678901234567890::UBIGINT i, (2::HUGEINT * 9223372036854775807) j, DATE '2026-02-03' k, [1, 2] l, "
      "'a text longer than twelve bytes' m");
  ASSERT_EQ(table.rows, 1u);
  ASSERT_EQ(table.columns.size(), 13u);
  EXPECT_EQ(table.columns[0].integers[0], 7);
  EXPECT_EQ(table.columns[1].integers[0], -3);
  EXPECT_EQ(table.columns[2].numbers[0], 1.25);
  EXPECT_EQ(table.columns[3].numbers[0], 12.34);
  EXPECT_EQ(table.columns[4].texts[0], "été");
  EXPECT_EQ(table.columns[5].type, SqlType::boolean);
  EXPECT_EQ(table.columns[5].integers[0], 1);
  EXPECT_EQ(table.columns[6].integers[0], 86'400'001);
  EXPECT_EQ(table.columns[7].integers[0], 1767222000000);
  EXPECT_EQ(table.columns[8].numbers[0], 12345678901234567890.0);
  EXPECT_EQ(table.columns[9].numbers[0], 18446744073709551614.0);
  EXPECT_EQ(table.columns[10].texts[0], "2026-02-03");
  EXPECT_EQ(table.columns[11].texts[0], "[1, 2]");
  EXPECT_EQ(table.columns[11].name, "l");
  EXPECT_EQ(table.columns[12].texts[0], "a text longer than twelve bytes");
}

TEST(Database, TimesBeforeTheEpochAreCutDownwards) {
  Database database = opened();
  EXPECT_EQ(rows(database, "SELECT TIMESTAMP '1969-12-31 23:59:59.9995'").columns[0].integers[0], -1);
}

TEST(Database, NullsAreKnownInEveryType) {
  Database database = opened();
  const SqlTable table = rows(database, "SELECT * FROM (VALUES (NULL::BIGINT, NULL::DOUBLE, NULL::VARCHAR), (1, 2.0, 'x')) ORDER BY 1 NULLS FIRST");
  ASSERT_EQ(table.rows, 2u);
  for (const SqlColumn& column : table.columns) {
    EXPECT_TRUE(column.nulls[0]);
    EXPECT_FALSE(column.nulls[1]);
  }
  EXPECT_TRUE(std::isnan(table.columns[1].numbers[0]));
  EXPECT_EQ(table.columns[2].texts, (std::vector<std::string>{"", "x"}));
}

TEST(Database, RowsComeWhenTheyAreAskedForAndEndForGood) {
  Database database = opened();
  auto rows = database.rows("SELECT i FROM range(5000) t(i)");
  ASSERT_TRUE(rows.ok());
  std::int64_t next = 0;
  for (;;) {
    const auto chunk = rows->next();
    ASSERT_TRUE(chunk.ok());
    if (!*chunk) break;
    for (std::size_t row = 0; row < (*chunk)->rows; ++row) EXPECT_EQ((*chunk)->columns[0].integers[row], next++);
  }
  EXPECT_EQ(next, 5000);
  EXPECT_EQ(*rows->next(), nullptr);
}

TEST(Database, ParametersAreValuesNeverSql) {
  Database database = opened();
  const SqlTable table = rows(database, "SELECT $1, $2, $3, $4, $5 IS NULL", {std::int64_t{42}, 0.5, std::string("'; DROP TABLE x; --"), true, {}});
  EXPECT_EQ(table.columns[0].integers[0], 42);
  EXPECT_EQ(table.columns[1].numbers[0], 0.5);
  EXPECT_EQ(table.columns[2].texts[0], "'; DROP TABLE x; --");
  EXPECT_EQ(table.columns[3].integers[0], 1);
  EXPECT_EQ(table.columns[4].integers[0], 1);
}

TEST(Database, StreamsInOrderAndStopsAtTheTakersFailure) {
  Database database = opened();
  std::int64_t expected = 0;
  const Outcome all = database.stream("SELECT i FROM range(300000) t(i)", {}, [&](const SqlChunk& chunk) -> Outcome {
    for (const std::int64_t value : chunk.columns[0].integers) EXPECT_EQ(value, expected++);
    return Done{};
  });
  EXPECT_TRUE(all.ok());
  EXPECT_EQ(expected, 300000);
  int chunks = 0;
  const Outcome stopped = database.stream("SELECT i FROM range(300000) t(i)", {}, [&](const SqlChunk&) -> Outcome {
    ++chunks;
    return failure(msg("sql.interrupted"));
  });
  EXPECT_FALSE(stopped.ok());
  EXPECT_EQ(chunks, 1);
  EXPECT_EQ(rows(database, "SELECT 1").rows, 1u);  // and it goes on working
}

TEST(Database, AStreamThatFailsHalfwaySaysSo) {
  Database database = opened();
  const Outcome outcome = database.stream("SELECT CAST(CASE WHEN i < 250000 THEN '1' ELSE 'x' END AS BIGINT) FROM range(300000) t(i)", {},
                                          [](const SqlChunk&) -> Outcome { return Done{}; });
  ASSERT_FALSE(outcome.ok());
  EXPECT_NE(message_of(outcome.failure()).find("Could not convert string 'x'"), std::string::npos) << message_of(outcome.failure());
}

TEST(Database, AppendsColumnsAndReadsThemBack) {
  Database database = opened();
  ASSERT_TRUE(database.execute("CREATE TABLE t (i BIGINT, n DOUBLE, moment TIMESTAMPTZ, s VARCHAR)").ok());
  std::vector<std::int64_t> integers;
  std::vector<double> numbers;
  std::vector<TimeMs> times;
  TextColumn texts;
  for (int i = 0; i < 5000; ++i) {
    integers.push_back(i - 2500);
    numbers.push_back(i % 3 ? i / 4.0 : std::nan(""));
    times.push_back(i % 5 ? i * 1000 - 7 : kNoTime);
    texts.push(i % 7 ? "a rather long text, number " + std::to_string(i % 100) : "");
  }
  auto appender = database.append_to("t");
  ASSERT_TRUE(appender.ok());
  const AppendColumn columns[] = {AppendIntegers{integers}, AppendNumbers{numbers}, AppendInstants{times}, AppendTexts{texts.codes, &texts.texts}};
  ASSERT_TRUE(appender->append(columns).ok());
  ASSERT_TRUE(appender->end().ok());
  const SqlTable table = rows(database, "SELECT * FROM t ORDER BY i");
  ASSERT_EQ(table.rows, 5000u);
  for (std::size_t i = 0; i < 5000; ++i) {
    EXPECT_EQ(table.columns[0].integers[i], integers[i]);
    EXPECT_EQ(table.columns[1].nulls[i], i % 3 == 0);
    if (i % 3) { EXPECT_EQ(table.columns[1].numbers[i], numbers[i]); }
    EXPECT_EQ(table.columns[2].nulls[i], i % 5 == 0);
    if (i % 5) { EXPECT_EQ(table.columns[2].integers[i], times[i]); }
    EXPECT_EQ(table.columns[3].nulls[i], i % 7 == 0);
    EXPECT_EQ(table.columns[3].texts[i], texts.at(i));
  }
}

TEST(Database, SaysHowManyRowsChanged) {
  Database database = opened();
  ASSERT_TRUE(database.execute("CREATE TABLE t AS SELECT i FROM range(10) r(i)").ok());
  const auto changed = database.execute("DELETE FROM t WHERE i < $1", {std::int64_t{4}});
  ASSERT_TRUE(changed.ok());
  EXPECT_EQ(*changed, 4u);
}

TEST(Database, WritesParquetThatItReads) {
  Folder folder;
  Database database = opened();
  const std::string path = (folder.path / "it's.parquet").string();
  ASSERT_TRUE(database.write_parquet("SELECT i, 'x' || i AS s FROM range(1000) t(i)", path).ok());
  const SqlTable table = rows(database, "SELECT count(*), max(s) FROM " + sql_parquet({path}));
  EXPECT_EQ(table.columns[0].integers[0], 1000);
  EXPECT_EQ(table.columns[1].texts[0], "x999");
}

TEST(Database, ErrorsSayWhoseTheyAre) {
  Database database = opened();
  const auto typo = database.query("SELEC 1");
  ASSERT_FALSE(typo.ok());
  EXPECT_EQ(typo.failure().kind, FailureKind::misuse);
  EXPECT_EQ(message_of(typo.failure()), "this SQL cannot be understood: Parser Error: syntax error at or near \"SELEC\"");
  const auto missing = database.query("SELECT * FROM nowhere");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.failure().kind, FailureKind::misuse);
  const Outcome unwritable = database.write_parquet("SELECT 1 AS a", "/nonexistent/folder/x.parquet");
  ASSERT_FALSE(unwritable.ok());
  EXPECT_EQ(unwritable.failure().kind, FailureKind::failure);
  EXPECT_NE(message_of(unwritable.failure()).find("the disk could not be read or written"), std::string::npos);
}

TEST(Database, SaysWhatToDoOnAFullDisk) {
  Database database = opened();
  const Outcome full = database.write_parquet("SELECT 1 AS a", "/dev/full");
  ASSERT_FALSE(full.ok());
  ASSERT_TRUE(full.failure().what.hint) << message_of(full.failure());
  EXPECT_NE(render(*full.failure().what.hint, Lang::en).find("make room"), std::string::npos);
}

TEST(Database, StopsWhenItsCallerSaysSo) {
  Database database = opened();
  int asked = 0;
  const auto outcome =
      database.execute("CREATE TABLE t AS SELECT sum(sin(a.i * b.i)) FROM range(1000000) a(i), range(100000) b(i)", {}, [&] { return ++asked < 3; });
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.failure().what.code, "interrupted");
  EXPECT_EQ(asked, 3);
  EXPECT_EQ(rows(database, "SELECT 1").rows, 1u);
}

TEST(Database, KeepsWithinItsMemory) {
  Database database = opened({.threads = 1, .memory_limit_bytes = 50'000'000});
  const auto outcome = database.query("SELECT list(i || 'abcdefghijklmnopqrstuvwxyz') FROM range(10000000) t(i)");
  ASSERT_FALSE(outcome.ok());
  EXPECT_NE(message_of(outcome.failure()).find("there is not enough memory"), std::string::npos) << message_of(outcome.failure());
}

TEST(Database, GuardedSqlReadsOnlyWhereItMay) {
  Folder folder;
  const std::string inside = (folder.path / "inside").string(), outside = (folder.path / "outside").string();
  std::filesystem::create_directories(inside);
  std::filesystem::create_directories(outside);
  {
    Database writer = opened();
    for (const std::string& where : {inside, outside}) ASSERT_TRUE(writer.write_parquet("SELECT 1 AS a", where + "/x.parquet").ok());
  }
  Database database = opened({.guarded = true, .readable_folders = {inside}});
  EXPECT_EQ(rows(database, "SELECT a FROM " + sql_parquet({inside + "/x.parquet"})).rows, 1u);
  for (const std::string& sql :
       {"SELECT a FROM " + sql_parquet({outside + "/x.parquet"}), "SELECT * FROM read_text('/etc/passwd')"s,
        "SELECT * FROM " + sql_parquet({inside + "/../outside/x.parquet"}), "SELECT * FROM read_csv('https://example.org/x.csv')"s}) {
    const auto outcome = database.query(sql);
    ASSERT_FALSE(outcome.ok()) << sql;
    EXPECT_EQ(outcome.failure().kind, FailureKind::misuse) << sql;
  }
  for (const std::string& sql : {"SET enable_external_access = true"s, "SET memory_limit = '100GB'"s, "ATTACH '" + outside + "/y.db'",
                                 "INSTALL httpfs"s, "LOAD httpfs"s, "COPY (SELECT 1) TO '" + outside + "/z.csv'"})
    EXPECT_FALSE(database.execute(sql).ok()) << sql;
}

TEST(Database, KnowsTimeZonesWithoutTheNetwork) {
  Database database = opened();
  const SqlTable table = rows(database, "SELECT epoch_ms(timezone('Europe/Paris', TIMESTAMP '2026-07-01 00:00:00'))");
  EXPECT_EQ(table.columns[0].integers[0], 1782856800000);
}

TEST(SqlText, IsQuoted) {
  EXPECT_EQ(sql_text("it's"), "'it''s'");
  EXPECT_EQ(sql_name("a \"b\""), "\"a \"\"b\"\"\"");
}

}  // namespace
}  // namespace parcours
