// The one place that writes dates for people. Machines (JSON, CSV, files) get ISO 8601: base/time.h.
#pragma once

#include <string>

#include "base/text.h"
#include "base/time.h"

namespace parcours {

std::string show_day(Date date, Lang lang);            // "2 janv." / "2 Jan": the year is known from elsewhere
std::string show_date(Date date, Lang lang);           // "22 novembre 2026" / "22 Nov 2026"
std::string show_day_with_year(Date date, Lang lang);  // "2 janv. 2027" / "2 Jan 2027"
std::string show_table_date(Date date, Lang lang);     // all of one width: "22/11/2026" / "22 Nov 2026"

// Both days included; one day alone when they are the same: "2–14 janv.", "28 janv. – 3 févr."
std::string show_days(Date from, Date until, Lang lang);
std::string show_days_with_year(Date from, Date until, Lang lang);  // "2–14 janv. 2027"

// The same with their year, as arguments of a text.
Arg day_arg(Date date);
Arg days_arg(Date from, Date until);

std::string show_weekday(Date date, Lang lang);      // "sam." / "Sat"
std::string show_month(int month, Lang lang);        // "janvier" / "January"
std::string show_short_month(int month, Lang lang);  // "janv." / "Jan"

// A moment in the zone; the hour is left out at midnight, seconds when there are none.
// "22 novembre 2026 à 9 h 05" / "22 Nov 2026, 9:05"
std::string show_moment(TimeMs instant, const Zone& zone, Lang lang);
// One under the other, to the second: "22/11/2026 09:05:00" / "22 Nov 2026 09:05:00"
std::string show_table_moment(TimeMs instant, const Zone& zone, Lang lang);

}  // namespace parcours
