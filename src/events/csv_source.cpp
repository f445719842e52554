#include <algorithm>

#include "events/complaint.h"
#include "events/number_form.h"
#include "events/property_text.h"
#include "events/source_impl.h"

namespace parcours {
namespace {

class CsvSource final : public PlannedSource {
 public:
  CsvSource(ColumnPlan plan, std::string name, CsvReader reader) : PlannedSource(std::move(plan), std::move(name)), reader_(std::move(reader)) {
    for (std::size_t c = 0; c < plan_.columns.size(); ++c) {
      const PlannedColumn& column = plan_.columns[c];
      if (std::string_view RowFields::*slot = slot_of(column.role)) slots_.push_back({c, slot});
      if (column.role == ColumnRole::link) links_.push_back(c);
      if (column.role == ColumnRole::property) add_property(c, column);
    }
    std::sort(properties_.begin(), properties_.end(), [](const Property& a, const Property& b) { return a.name < b.name; });
    header_pending_ = plan_.dialect.header;
  }
  std::optional<double> progress() const override { return reader_.progress(); }
  std::vector<Diagnostic> notes() const override {
    std::vector<Diagnostic> out = PlannedSource::notes();
    if (const auto& met = reader_.marks(); met.rows > 0)
      out.push_back({Severity::note, "byte-order-mark", msg("events.marks_inside", count(met)), msg("events.marks_inside_hint"), place(met)});
    if (const auto& met = reader_.mixed(); met.rows > 0)
      out.push_back(
          {Severity::warning, "mixed-encodings", msg("events.mixed_encodings", count(met)), msg("events.mixed_encodings_hint"), place(met)});
    return out;
  }

 private:
  static std::vector<std::pair<std::string, Arg>> count(const CsvReader::Met& met) { return {{"n", static_cast<std::int64_t>(met.rows)}}; }
  Place place(const CsvReader::Met& met) const { return {name_, static_cast<std::uint32_t>(met.first_line)}; }

  struct Slot {
    std::size_t column;
    std::string_view RowFields::*field;
  };
  struct Property {
    std::size_t column;
    std::string name, key;
  };

  static std::string_view RowFields::*slot_of(ColumnRole role) {
    switch (role) {
      case ColumnRole::customer: return &RowFields::customer;
      case ColumnRole::time: return &RowFields::time;
      case ColumnRole::clock: return &RowFields::clock;
      case ColumnRole::event: return &RowFields::event;
      case ColumnRole::channel: return &RowFields::channel;
      case ColumnRole::source: return &RowFields::source;
      case ColumnRole::value: return &RowFields::value;
      case ColumnRole::score: return &RowFields::score;
      case ColumnRole::id: return &RowFields::id;
      case ColumnRole::property:
      case ColumnRole::link: return nullptr;
    }
    return nullptr;
  }

  void add_property(std::size_t c, const PlannedColumn& column) {
    std::string key;
    append_json_string(column.name, key);
    properties_.push_back({c, column.name, key + ":"});
  }

  Result<bool> take_row() override {
    PARCOURS_TRY(const bool some, reader_.next(row_));
    if (!some) return false;
    if (std::exchange(header_pending_, false)) return true;
    ++rows_;
    if (row_.problem) rejects_.add(row_.line, "", *row_.problem, row_.raw);
    else if (has_right_length()) taker_.take(fields(), row_.raw);
    return true;
  }

  // Empty fields too many at the end are a habit of spreadsheets.
  bool has_right_length() {
    const std::size_t wanted = plan_.columns.size();
    while (row_.fields.size() > wanted && row_.fields.back().empty()) row_.fields.pop_back();
    if (row_.fields.size() == wanted) return true;
    const auto found = static_cast<std::int64_t>(row_.fields.size()), columns = static_cast<std::int64_t>(wanted);
    rejects_.add(row_.line, "",
                 row_.fields.size() < wanted ? msg("events.reject.too_few_fields", {{"found", found}, {"wanted", columns}})
                                             : msg("events.reject.too_many_fields", {{"found", found}, {"wanted", columns}}),
                 row_.raw);
    return false;
  }

  const RowFields& fields() {
    fields_.line = row_.line;
    for (const Slot& slot : slots_) fields_.*slot.field = row_.fields[slot.column];
    fields_.links.clear();
    for (const std::size_t column : links_) fields_.links.push_back(row_.fields[column]);
    write_properties();
    fields_.properties = text_;
    return fields_;
  }

  void write_properties() {
    text_.clear();
    for (const Property& property : properties_) {
      const std::string_view value = without_blanks(row_.fields[property.column]);
      if (is_absent(value)) continue;
      text_ += text_.empty() ? '{' : ',';
      text_ += property.key;
      if (is_plain_number(value, plan_.decimal)) append_json_number(value, plan_.decimal, text_);
      else append_json_string(value, text_);
    }
    if (!text_.empty()) text_ += '}';
  }

  CsvReader reader_;
  CsvRow row_;
  RowFields fields_;
  std::vector<Slot> slots_;
  std::vector<std::size_t> links_;
  std::vector<Property> properties_;
  std::string text_;
  bool header_pending_ = false;
};

}  // namespace

std::unique_ptr<ImportSource> csv_source(ColumnPlan plan, std::string name, CsvReader reader) {
  return std::make_unique<CsvSource>(std::move(plan), std::move(name), std::move(reader));
}

}  // namespace parcours
