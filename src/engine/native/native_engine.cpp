// Store → index → kernel: the engine that answers by default.
#include <algorithm>

#include "engine/asked_fields.h"
#include "engine/engine.h"
#include "engine/native/answer_memory.h"
#include "engine/native/index_cache.h"
#include "measures/channels.h"
#include "measures/field_values.h"
#include "measures/flow.h"
#include "measures/funnel.h"
#include "measures/measure.h"
#include "measures/retention.h"
#include "measures/variants.h"

namespace parcours {
namespace {

template <class T>
Result<Answer> as_answer(Result<T> result) {
  if (!result.ok()) return result.failure();
  return Answer(std::move(result).value());
}

struct Kernels {
  const EventIndex& index;
  Result<Answer> operator()(const FunnelQuestion& question) const { return as_answer(funnel(index, question)); }
  Result<Answer> operator()(const FlowQuestion& question) const { return as_answer(flow(index, question)); }
  Result<Answer> operator()(const VariantsQuestion& question) const { return as_answer(variants(index, question)); }
  Result<Answer> operator()(const RetentionQuestion& question) const { return as_answer(retention(index, question)); }
  Result<Answer> operator()(const ChannelsQuestion& question) const { return as_answer(channels(index, question)); }
  Result<Answer> operator()(const MeasureQuestion& question) const { return as_answer(measure(index, question)); }
};

bool any_event_has(const EventIndex& index, const std::string& property) {
  const PropertyColumn* column = property_of(index, property);
  return column && std::any_of(column->values.codes.begin(), column->values.codes.end(), [](std::uint32_t code) { return code != 0; });
}

class NativeEngine final : public Engine {
 public:
  NativeEngine(Store& store, const Zone& zone) : store_(store), zone_(zone), cache_(store, zone) {}

  Result<Answer> ask(const Question& question) override {
    PARCOURS_CHECK(check_scope(question));
    const auto* const of_map = std::get_if<MeasureQuestion>(&question);
    PARCOURS_TRY(const std::string version, store_.version());
    if (const MeasureAnswer* known = of_map ? memory_.find(*of_map, version) : nullptr) return Answer(*known);
    PARCOURS_TRY(const EventIndex* index, cache_.index_with(properties_asked(question)));
    for (const auto& property : properties_meant(question)) {
      if (index->size() == 0 || any_event_has(*index, property)) continue;
      PARCOURS_TRY(const auto known, cache_.all_properties());
      return unknown_field(property, known, store_);
    }
    auto answer = std::visit(Kernels{*index}, question);
    if (of_map && answer.ok()) memory_.keep(*of_map, cache_.version(), std::get<MeasureAnswer>(*answer));
    return answer;
  }

  Result<std::vector<std::string>> event_names() override {
    PARCOURS_TRY(const EventIndex* index, cache_.index_with({}));
    std::vector<std::string> names;
    for (std::uint32_t code = 1; code < index->events.size(); ++code) names.push_back(index->events.at(code));
    std::sort(names.begin(), names.end());
    return names;
  }

  Result<std::vector<std::string>> values_of(const std::string& field, std::size_t most) override {
    const std::vector<std::string> properties = is_builtin_field(field) ? std::vector<std::string>() : std::vector{field};
    PARCOURS_TRY(const EventIndex* index, cache_.index_with(properties));
    return frequent_values(*index, field, most);
  }

  Result<std::string> sql(const Question& question) override { return reference_engine(store_, zone_)->sql(question); }

 private:
  Store& store_;
  Zone zone_;
  IndexCache cache_;
  AnswerMemory memory_;
};

}  // namespace

std::unique_ptr<Engine> native_engine(Store& store, const Zone& zone) { return std::make_unique<NativeEngine>(store, zone); }

}  // namespace parcours
