// Quantiles of times, for a map's figures.
#pragma once

#include <vector>

#include "base/time.h"
#include "questions/measure.h"
#include "questions/statistics.h"

namespace parcours {

// Of times that are all known. The intervals take each time as a case of its own, also where a customer has several.
TimeFigure time_figure(std::vector<TimeMs> spans);

// Of times some of which are censored: where the Kaplan-Meier curve falls to 3/4, 1/2, 1/4 and 1/10; the interval is where the
// bounds of its band do (Brookmeyer and Crowley, Biometrics 38, 1982), NaN on a side that never falls so far. n counts all.
TimeFigure survival_figure(std::vector<Lifetime> lifetimes);

}  // namespace parcours
