// duckdb_peer import EVENTS.csv EVENTS.parquet   ·   duckdb_peer ask EVENTS.parquet funnel|flow|channels
//
// DuckDB doing what parcours does, by the best formulation known for each question. Prints seconds and, for a question, the answer
// as numbers that `bench/run.sh` compares with ours. The import drops exact duplicates and sorts by customer and time, as ours does.
#include <chrono>
#include <cstdio>
#include <string>

#include "sql/database.h"

namespace {

using namespace parcours;

const std::string kFunnel = [] {
  const char* steps[] = {"visit", "product_view", "add_to_cart", "checkout", "purchase"};
  std::string sql = "WITH a1 AS (SELECT DISTINCT customer_id c, ts AS t1, ts AS t FROM ev WHERE event = 'visit')";
  for (int i = 2; i <= 5; ++i) {
    const std::string k = std::to_string(i), before = std::to_string(i - 1);
    sql += ", a" + k + " AS (SELECT a.c, a.t1, b.t FROM a" + before + " a ASOF JOIN (SELECT customer_id c, ts t FROM ev WHERE event = '" +
           steps[i - 1] + "') b ON a.c = b.c AND a.t <= b.t WHERE b.t - a.t1 <= INTERVAL 7 DAY)";
  }
  sql += " SELECT ";
  for (int i = 1; i <= 5; ++i) sql += std::string(i > 1 ? ", " : "") + "(SELECT count(DISTINCT c) FROM a" + std::to_string(i) + ")";
  return sql;
}();

std::string moves(const std::string& field) {
  return "SELECT count(*), sum(n)::BIGINT FROM (SELECT " + field + " a, nxt, count(*) n, avg(d), median(d) FROM (SELECT " + field + ", lead(" +
         field +
         ") OVER w nxt, epoch_ms(lead(ts) OVER w) - epoch_ms(ts) d FROM ev WINDOW w AS (PARTITION BY customer_id ORDER BY ts, seq)) WHERE nxt IS NOT "
         "NULL GROUP BY ALL)";
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

int fail(const Failure& failure) {
  std::fprintf(stderr, "%s\n", render(failure.what.message, Lang::en).c_str());
  return 1;
}

int import(Database& database, const std::string& csv, const std::string& parquet) {
  const auto begin = std::chrono::steady_clock::now();
  const auto done =
      database.write_parquet("SELECT * FROM (SELECT *, row_number() OVER () seq FROM read_csv(" + sql_text(csv) +
                                 ", header = true)) QUALIFY row_number() OVER "
                                 "(PARTITION BY customer_id, ts, event, channel, value, props ORDER BY seq) = 1 ORDER BY customer_id, ts, seq",
                             parquet);
  if (!done.ok()) return fail(done.failure());
  std::printf("%.3f\n", seconds_since(begin));
  return 0;
}

int ask(Database& database, const std::string& parquet, const std::string& question) {
  const auto begin = std::chrono::steady_clock::now();
  const auto view = database.execute("CREATE VIEW ev AS SELECT * FROM " + sql_parquet({parquet}));
  if (!view.ok()) return fail(view.failure());
  const auto rows = database.query(question == "funnel" ? kFunnel : moves(question == "flow" ? "event" : "channel"));
  if (!rows.ok()) return fail(rows.failure());
  std::printf("%.3f", seconds_since(begin));
  for (const auto& column : rows->columns) std::printf(" %lld", static_cast<long long>(column.integers[0]));
  std::printf("\n");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  auto database = Database::open({.threads = 2, .temp_folder = "/tmp"});
  if (!database.ok()) return fail(database.failure());
  const std::string verb = argv[1];
  return verb == "import" ? import(*database, argv[2], argv[3]) : ask(*database, argv[2], argv[3]);
}
