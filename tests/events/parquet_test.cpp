// Parquet files: every type as what it is, instants with and without a zone, structs, and what is broken.
#include <gtest/gtest.h>

#include "events/read_events.h"
#include "events/xlsx_file.h"
#include "sql/database.h"

namespace parcours::testing {
namespace {

std::string parquet_of(const TestFolder& folder, const std::string& select) {
  const std::string path = folder.file("events.parquet");
  Database database = std::move(Database::open({})).value();
  const auto written = database.write_parquet(select, path);
  EXPECT_TRUE(written.ok()) << (written.ok() ? "" : render(written.failure().what.message, Lang::en));
  return path;
}

TEST(Parquet, TypesAreReadAsWhatTheyAre) {
  const TestFolder folder("parcours_parquet_");
  const std::string path = parquet_of(folder,
                                      "SELECT * FROM (VALUES ('ana', TIMESTAMP '2026-11-21 14:05:30.25', 'achat', 59.90::DECIMAL(9,2), 3::INTEGER, "
                                      "{'url': '/x', 'n': 2, 'deep': {'a': true}}, [1, 2], 1234567890123456789::BIGINT, 0.5::DOUBLE), "
                                      "('bob', TIMESTAMP '2026-11-22 00:00:00', 'visite', NULL, NULL, NULL, NULL, NULL, 'nan'::DOUBLE)) "
                                      "t(customer, time, event, amount, items, page, tags, number, ratio)");
  const ReadFile file = read_disk(path, in_paris());
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 2u);
  EXPECT_EQ(file.plan.format, FileFormat::parquet);
  EXPECT_EQ(file.at(0).time, utc(2026, 11, 21, 13, 5, 30, 250));
  EXPECT_EQ(file.at(0).value, 59.9);
  EXPECT_EQ(
      file.at(0).properties,
      "{\"items\":3,\"number\":1234567890123456789,\"page.deep.a\":\"true\",\"page.n\":2,\"page.url\":\"/x\",\"ratio\":0.5,\"tags\":\"[1,2]\"}");
  EXPECT_EQ(file.at(1).properties, "");
  EXPECT_EQ(file.at(1).line, 2u);
}

TEST(Parquet, InstantsKeepTheirZoneAndTextIsReadInTheOneGiven) {
  const TestFolder folder("parcours_parquet_");
  const std::string path =
      parquet_of(folder,
                 "SELECT 'ana' AS customer, TIMESTAMPTZ '2026-07-01 12:00:00+02' AS time, 'x'::BLOB AS event UNION ALL SELECT 'ana', "
                 "TIMESTAMPTZ '2026-07-01 12:00:00.5+00', 'y'::BLOB ORDER BY 2");
  const ReadFile file = read_disk(path, in_paris());
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 2u);
  EXPECT_EQ(file.at(0).time, utc(2026, 7, 1, 10));
  EXPECT_EQ(file.at(0).event, "x");
  EXPECT_EQ(file.at(1).time, utc(2026, 7, 1, 12, 0, 0, 500));
}

TEST(Parquet, RejectsCarryTheNumberOfTheRow) {
  const TestFolder folder("parcours_parquet_");
  const std::string path = parquet_of(folder,
                                      "SELECT CASE WHEN i = 3000 THEN NULL ELSE 'c' || i END AS customer, TIMESTAMP '2026-01-01' + to_minutes(i) "
                                      "AS time, 'visit' AS event FROM range(5000) r(i)");
  const ReadFile file = read_disk(path);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 4999u);
  EXPECT_EQ(file.at(4998).customer, "c4999");
  ASSERT_EQ(file.rejects.size(), 1u);
  EXPECT_EQ(file.rejects[0].line, 3001u);
}

TEST(Parquet, FromMemoryAsFromStandardInput) {
  const TestFolder folder("parcours_parquet_");
  const std::string path = parquet_of(folder, "SELECT 'ana' AS customer, DATE '2026-07-01' AS day, 'x' AS event");
  const ReadFile file = read_text(bytes_of(path), {}, "-");
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 1u);
  EXPECT_EQ(file.at(0).unit, TimeUnit::day);
}

TEST(Parquet, ABrokenFileIsTold) {
  const TestFolder folder("parcours_parquet_");
  std::string bytes = bytes_of(parquet_of(folder, "SELECT 'ana' AS customer, DATE '2026-07-01' AS day, 'x' AS event"));
  bytes.resize(bytes.size() - 20);
  const ReadFile file = read_text(bytes, {}, "cut.parquet");
  ASSERT_TRUE(file.failure);
  EXPECT_EQ(file.failure->what.code, "parquet-broken");
  EXPECT_EQ(file.failure->kind, FailureKind::failure);
}

TEST(Parquet, AStarInANameIsOnlyAStar) {
  const TestFolder folder("parcours_parquet_");
  std::filesystem::copy(parquet_of(folder, "SELECT 'ana' AS customer, DATE '2026-07-01' AS day, 'x' AS event"), folder.file("a[1]*.parquet"));
  const ReadFile file = read_disk(folder.file("a[1]*.parquet"));
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 1u);
}

}  // namespace
}  // namespace parcours::testing
