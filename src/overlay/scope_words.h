// What the figures of a map are narrowed to, in words: on every picture and report, so that none passes for the whole.
#pragma once

#include <string>

#include "overlay/measured_map.h"

namespace parcours {

// The silence that ends a journey in these figures: the one asked for, else the map's.
TimeMs silence_of(const MeasuredMap& measured);

// "Only lang=en · from 1 Jul 2026 to 30 Sep 2026 · journeys cut after 20 d of silence": the filters, the period and, where it is not the map's, the
// silence. Of the map of one persona without a filter: that its figures are of all customers. "": all events, as the map says; or no figures.
std::string scope_words(const MeasuredMap& measured, Lang lang);

}  // namespace parcours
