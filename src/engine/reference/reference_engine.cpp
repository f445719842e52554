#include <algorithm>
#include <memory>

#include "engine/asked_fields.h"
#include "engine/engine.h"
#include "engine/reference/reference_answer.h"
#include "engine/reference/rule_sql.h"

namespace parcours {
namespace {

class ReferenceEngine final : public Engine {
 public:
  ReferenceEngine(Store& store, const Zone& zone) : store_(store) { log_.zone = zone; }

  Result<Answer> ask(const Question& question) override {
    PARCOURS_CHECK(look());
    PARCOURS_CHECK(check_fields(question));
    return reference_answer(*database_, log_, question);
  }

  Result<std::vector<std::string>> event_names() override {
    PARCOURS_CHECK(look());
    PARCOURS_TRY(SqlTable table, database_->query("SELECT DISTINCT event FROM (" + log_.events_select + ") WHERE event <> '' ORDER BY event"));
    return std::move(table.columns[0].texts);
  }

  Result<std::vector<std::string>> values_of(const std::string& field, std::size_t most) override {
    PARCOURS_CHECK(look());
    PARCOURS_TRY(SqlTable table, database_->query("SELECT v FROM (SELECT " + field_sql(field) + " AS v FROM (" + log_.events_select +
                                                  ")) WHERE v IS NOT NULL GROUP BY v ORDER BY count(*) DESC, v LIMIT " + std::to_string(most)));
    return std::move(table.columns[0].texts);
  }

  Result<std::string> sql(const Question& question) override {
    PARCOURS_CHECK(look());
    PARCOURS_CHECK(check_fields(question));
    PARCOURS_CHECK(check_question(log_, question));
    return reference_sql(log_, question);
  }

 private:
  // What every engine refuses.
  Outcome check_fields(const Question& question) {
    PARCOURS_CHECK(check_scope(question));
    for (const auto& property : properties_meant(question))
      if (log_.events > 0 && !std::binary_search(log_.fields.begin(), log_.fields.end(), property))
        return unknown_field(property, log_.fields, store_);
    return Done{};
  }

  // Looks at the events again when the store has changed.
  Outcome look() {
    PARCOURS_TRY(const std::string version, store_.version());
    if (database_ && version == version_) return Done{};
    if (!database_) {
      PARCOURS_TRY(Database database, Database::open({}));
      database_ = std::make_unique<Database>(std::move(database));
    }
    PARCOURS_TRY(log_.events_select, store_.events_view_sql());
    PARCOURS_TRY(log_.synthetic, store_.synthetic());
    PARCOURS_CHECK(probe(*database_, log_));
    version_ = version;
    return Done{};
  }

  Store& store_;
  ReferenceLog log_;
  std::unique_ptr<Database> database_;
  std::string version_;
};

}  // namespace

std::unique_ptr<Engine> reference_engine(Store& store, const Zone& zone) { return std::make_unique<ReferenceEngine>(store, zone); }

}  // namespace parcours
