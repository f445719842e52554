#include <algorithm>
#include <map>

#include "base/fold.h"
#include "events/property_text.h"
#include "events/source_impl.h"

namespace parcours {
namespace {

constexpr std::string_view kTransition = "lifecycle:transition";

class AttributeSource final : public PlannedSource {
 public:
  AttributeSource(ColumnPlan plan, std::string name, std::unique_ptr<AttributeReader> reader)
      : PlannedSource(std::move(plan), std::move(name)), reader_(std::move(reader)) {
    std::size_t links = 0;
    for (const PlannedColumn& column : plan_.columns)
      if (column.role != ColumnRole::property) roles_[column.name] = {column.role, column.role == ColumnRole::link ? links++ : 0};
    fields_.links.resize(links);
  }
  std::optional<double> progress() const override { return reader_->progress(); }

 private:
  struct Use {
    ColumnRole role;
    std::size_t link;
  };

  Result<bool> take_row() override {
    PARCOURS_TRY(const bool some, reader_->next(row_));
    if (!some) return false;
    ++rows_;
    if (!row_.problem && holds_nul()) row_.problem = msg("events.reject.nul");
    if (row_.problem) rejects_.add(row_.line, "", *row_.problem, row_.raw);
    else if (row_.aside || is_left_aside()) ++skipped_;
    else taker_.take(fields(), row_.raw);
    return true;
  }

  // As text, or written as an escape of JSON.
  bool holds_nul() const {
    return std::any_of(row_.attributes.begin(), row_.attributes.end(), [](const Attribute& a) { return a.value.find('\0') != std::string::npos; });
  }

  bool is_left_aside() const {
    if (!plan_.complete_only) return false;
    for (const Attribute& a : row_.attributes)
      if (a.key == kTransition) return folded_ascii(a.value) != "complete";
    return false;
  }

  const RowFields& fields() {
    fields_.line = row_.line;
    fields_.customer = fields_.time = fields_.clock = fields_.event = fields_.channel = fields_.source = fields_.value = fields_.score =
        fields_.id = {};
    std::fill(fields_.links.begin(), fields_.links.end(), std::string_view());
    properties_.clear();
    for (const Attribute& a : row_.attributes) {
      const auto at = roles_.find(a.key);
      if (at == roles_.end()) properties_[a.key] = &a;
      else put(at->second, a.value);
    }
    write_properties();
    fields_.properties = text_;
    return fields_;
  }

  void put(const Use& use, std::string_view value) {
    switch (use.role) {
      case ColumnRole::customer: fields_.customer = value; break;
      case ColumnRole::time: fields_.time = value; break;
      case ColumnRole::clock: fields_.clock = value; break;
      case ColumnRole::event: fields_.event = value; break;
      case ColumnRole::channel: fields_.channel = value; break;
      case ColumnRole::source: fields_.source = value; break;
      case ColumnRole::value: fields_.value = value; break;
      case ColumnRole::score: fields_.score = value; break;
      case ColumnRole::id: fields_.id = value; break;
      case ColumnRole::link: fields_.links[use.link] = value; break;
      case ColumnRole::property: break;
    }
  }

  void write_properties() {
    text_.clear();
    for (const auto& [key, attribute] : properties_) {
      if (attribute->value.empty()) continue;
      text_ += text_.empty() ? '{' : ',';
      append_json_string(key, text_);
      text_ += ':';
      if (attribute->number) text_ += attribute->value;
      else append_json_string(attribute->value, text_);
    }
    if (!text_.empty()) text_ += '}';
  }

  std::unique_ptr<AttributeReader> reader_;
  AttributeRow row_;
  RowFields fields_;
  std::map<std::string, Use, std::less<>> roles_;
  std::map<std::string_view, const Attribute*> properties_;  // of the row, by key
  std::string text_;
};

}  // namespace

std::unique_ptr<ImportSource> attribute_source(ColumnPlan plan, std::string name, std::unique_ptr<AttributeReader> reader) {
  return std::make_unique<AttributeSource>(std::move(plan), std::move(name), std::move(reader));
}

}  // namespace parcours
