#include "check/measure_words.h"

#include "base/number.h"
#include "map/measure_names.h"

namespace parcours {

Arg measure_words(const std::string& measure) { return nested({"check.measure." + measure, {}}); }

Arg duration_words(double seconds) { return LocalText{{}, show_duration(seconds, Lang::fr), show_duration(seconds, Lang::en)}; }

Arg value_words(const std::string& measure, double value) {
  const auto known = measure_named(measure);
  if (known && known->unit == MeasureUnit::share) return Percent{value};
  if (known && known->unit == MeasureUnit::duration) return duration_words(value);
  return value;
}

Arg given_words(const std::string& measure, double value) {
  const auto known = measure_named(measure);
  if (!known || known->unit != MeasureUnit::share) return value_words(measure, value);
  return LocalText{{}, show_given_percent(value, Lang::fr), show_given_percent(value, Lang::en)};
}

}  // namespace parcours
