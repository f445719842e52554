// Any text as a time of every form: what is read lies between 1900 and 2200, and reads the same again as ISO.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "events/date_form.h"

using namespace parcours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const Zone paris = *Zone::find("Europe/Paris");
  for (const auto kind : {DateForm::Kind::iso, DateForm::Kind::day_first, DateForm::Kind::month_first, DateForm::Kind::named, DateForm::Kind::compact,
                          DateForm::Kind::epoch}) {
    for (const int digits : {0, 3, 6, 9}) {
      const ReadTime time = TimeReader({kind, digits}, paris).read(text);
      if (time.problem != DateProblem::none) continue;
      const ReadTime again = TimeReader({DateForm::Kind::iso}, paris).read(show_instant(time.instant, Zone::utc()));
      const bool edge = again.problem == DateProblem::out_of_range;  // the first and last hours, where the year of Paris is another
      if (!edge && (again.problem != DateProblem::none || again.instant != time.instant)) std::abort();
      if (kind != DateForm::Kind::epoch) break;
    }
  }
  return 0;
}
