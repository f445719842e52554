#include "events/csv_attributes.h"

#include "events/number_form.h"
#include "events/sample_table.h"

namespace parcours {
namespace {

class CsvAttributes final : public AttributeReader {
 public:
  CsvAttributes(CsvReader reader, bool header) : reader_(std::move(reader)), header_(header) {}

  Result<bool> next(AttributeRow& row) override {
    PARCOURS_TRY(bool some, reader_.next(read_));
    if (some && names_.empty()) {
      SampleTable table;
      table.name_columns({read_.fields.begin(), read_.fields.end()}, header_);
      names_ = std::move(table.names);
      if (header_) { PARCOURS_TRY(some, reader_.next(read_)); }
    }
    if (!some) return false;
    row.clear();
    row.line = read_.line;
    row.raw = read_.raw;
    row.problem = read_.problem;
    if (!row.problem) take(row);
    return true;
  }
  std::optional<double> progress() const override { return reader_.progress(); }

 private:
  void take(AttributeRow& row) {
    auto& fields = read_.fields;
    while (fields.size() > names_.size() && fields.back().empty()) fields.pop_back();
    const auto found = static_cast<std::int64_t>(fields.size()), wanted = static_cast<std::int64_t>(names_.size());
    if (found < wanted) row.problem = msg("events.reject.too_few_fields", {{"found", found}, {"wanted", wanted}});
    else if (found > wanted) row.problem = msg("events.reject.too_many_fields", {{"found", found}, {"wanted", wanted}});
    else
      for (std::size_t c = 0; c < names_.size(); ++c)
        if (!is_absent(without_blanks(fields[c]))) row.attributes.push_back({names_[c], std::string(without_blanks(fields[c])), false});
  }

  CsvReader reader_;
  CsvRow read_;
  bool header_;
  std::vector<std::string> names_;
};

}  // namespace

std::unique_ptr<AttributeReader> csv_attributes(CsvReader reader, bool header) { return std::make_unique<CsvAttributes>(std::move(reader), header); }

}  // namespace parcours
