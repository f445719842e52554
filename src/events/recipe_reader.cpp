#include "events/recipe_reader.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/number.h"
#include "base/fold.h"
#include "events/number_form.h"
#include "events/property_text.h"
#include "events/recipe_group.h"

namespace parcours {
namespace {

constexpr std::size_t kMergedMax = 10'000;  // rows read as one
constexpr int kRepeatsMax = 2000;

class RecipeReader final : public AttributeReader {
 public:
  RecipeReader(std::shared_ptr<const Recipe> recipe, std::unique_ptr<AttributeReader> rows, char decimal)
      : recipe_(std::move(recipe)), rows_(std::move(rows)), decimal_(decimal), group_(*recipe_, names_) {
    for (const ColumnRole role : {ColumnRole::customer, ColumnRole::time, ColumnRole::event, ColumnRole::channel, ColumnRole::source,
                                  ColumnRole::value, ColumnRole::score, ColumnRole::id})
      columns_[role] = column_for(*recipe_, role);
  }

  Result<bool> next(AttributeRow& row) override {
    while (ready_.empty()) {
      PARCOURS_TRY(const bool some, gather());
      if (!some) return false;
      if (!group_.empty()) make_events();
      group_.clear();
    }
    row = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }
  std::optional<double> progress() const override { return rows_->progress(); }

 private:
  // The next rows that are one. A row that cannot be read goes out as it is. False at the end.
  Result<bool> gather() {
    std::string key;
    for (;;) {
      if (!pending_) {
        AttributeRow row;
        PARCOURS_TRY(const bool some, rows_->next(row));
        if (!some) return !group_.empty();
        pending_ = std::move(row);
      }
      if (pending_->problem || pending_->aside) {
        if (!group_.empty()) return true;
        ready_.push_back(std::move(*pending_));
        pending_.reset();
        return true;
      }
      RecipeGroup alone(*recipe_, names_);
      if (!recipe_->merge.empty()) {
        alone.add(*pending_);
        const std::string own = alone.value(recipe_->merge);
        if (!group_.empty() && (own.empty() || own != key || group_.size() >= kMergedMax)) return true;
        key = own;
      }
      group_.add(std::move(*pending_));
      pending_.reset();
      if (key.empty()) return true;
    }
  }

  void make_events() {
    const std::size_t had = ready_.size();
    if (group_.value(recipe_->fields.at(ColumnRole::customer)).empty()) return make_nobody();
    bool repeats = false;
    for (const RecipeEvent& event : recipe_->events) {
      if (is_repeated(event)) repeats = true;
      else make_event(event, 0);
    }
    for (int index = 0; repeats && index < kRepeatsMax; ++index) {
      bool any = false;
      for (const RecipeEvent& event : recipe_->events)
        if (is_repeated(event) && !group_.value(value_of(event, ColumnRole::time), index).empty()) any = true, make_event(event, index);
      if (!any) break;
    }
    if (ready_.size() > had) return;
    AttributeRow aside;
    aside.line = group_.first().line;
    aside.aside = true;
    ready_.push_back(std::move(aside));
  }

  // Nobody's events are one reject.
  void make_nobody() {
    AttributeRow nobody;
    nobody.line = group_.first().line;
    nobody.raw = group_.first().raw;
    ready_.push_back(std::move(nobody));
  }

  bool is_repeated(const RecipeEvent& event) const { return value_of(event, ColumnRole::time).repeats(); }

  const RecipeValue& value_of(const RecipeEvent& event, ColumnRole role) const {
    static const RecipeValue kNone;
    if (const auto own = event.fields.find(role); own != event.fields.end()) return own->second;
    const auto shared = recipe_->fields.find(role);
    return shared == recipe_->fields.end() ? kNone : shared->second;
  }

  void make_event(const RecipeEvent& event, int index) {
    for (const RecipeCondition& condition : event.conditions)
      if (!group_.holds(condition, index, decimal_)) return;
    const bool always = event.conditions.empty() && &event == &recipe_->events.front();
    if (!always && group_.value(value_of(event, ColumnRole::time), index).empty()) return;
    AttributeRow made;
    made.line = group_.first().line;
    made.raw = group_.first().raw;
    for (const auto& [role, column] : columns_) {
      if (column.empty()) continue;
      std::string text = group_.value(value_of(event, role), index);
      if (role == ColumnRole::event && text.empty()) text = event.name;
      if (role == ColumnRole::channel) text = channel_of(std::move(text));
      if (!text.empty()) made.attributes.push_back({column, std::move(text), false});
    }
    for (std::size_t link = 0; link < recipe_->links.size(); ++link)
      if (std::string text = group_.value(recipe_->links[link]); !text.empty())
        made.attributes.push_back({column_for_link(*recipe_, link), std::move(text), false});
    for (const auto& property : recipe_->properties) add_property(property, index, made);
    for (const auto& property : event.properties) add_property(property, index, made);
    ready_.push_back(std::move(made));
  }

  std::string channel_of(std::string written) const {
    const auto known = recipe_->channels.empty() ? recipe_->channels.end() : recipe_->channels.find(folded_ascii(written));
    return known == recipe_->channels.end() ? written : known->second;
  }

  void add_property(const RecipeProperty& property, int index, AttributeRow& row) const {
    std::string text;
    if (property.gather == RecipeProperty::Gather::first) text = group_.value(property.value, index);
    if (property.gather == RecipeProperty::Gather::join) {
      std::set<std::string> seen;
      for (const std::string& value : group_.values(property.value, index))
        if (seen.insert(value).second) text += (text.empty() ? "" : ", ") + value;
    }
    if (property.gather == RecipeProperty::Gather::sum) {
      double sum = 0;
      const auto values = group_.values(property.value, index);
      for (const std::string& value : values) sum += read_amount(value, decimal_).value_or(0);
      if (!values.empty()) return row.attributes.push_back({property.name, exact(sum), true});
    }
    if (text.empty()) return;
    if (!is_plain_number(text, decimal_)) return row.attributes.push_back({property.name, std::move(text), false});
    std::string number;
    append_json_number(text, decimal_, number);
    row.attributes.push_back({property.name, std::move(number), true});
  }

  std::shared_ptr<const Recipe> recipe_;
  std::unique_ptr<AttributeReader> rows_;
  char decimal_;
  PlainNames names_;
  RecipeGroup group_;
  std::optional<AttributeRow> pending_;
  std::deque<AttributeRow> ready_;
  std::map<ColumnRole, std::string> columns_;
};

}  // namespace

std::unique_ptr<AttributeReader> follow_recipe(std::shared_ptr<const Recipe> recipe, std::unique_ptr<AttributeReader> rows, char decimal) {
  return std::make_unique<RecipeReader>(std::move(recipe), std::move(rows), decimal);
}

}  // namespace parcours
