#include "questions/retention.h"

namespace parcours {

Date period_start(Date date, Every every) {
  switch (every) {
    case Every::day: return date;
    case Every::week: return plus_days(date, 1 - weekday(date));
    case Every::month: return {date.year, date.month, 1};
  }
  return date;
}

RetentionQuestion in_whole_periods(RetentionQuestion question, const Zone& zone) {
  auto& since = question.scope.since;
  if (since) since = zone.day_start(period_start(zone.date(*since), question.every));
  return question;
}

}  // namespace parcours
