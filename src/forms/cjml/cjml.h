// SINTEF's Customer Journey Modelling Language, version 2.0, as XML. docs/formats/cjml.md says what is lost in each direction.
#pragma once

#include <string>

#include "forms/read_map.h"
#include "overlay/measured_map.h"

namespace parcours {

// One planned journey: a map says how a journey goes, not what happened to one person.
std::string to_cjml(const MeasuredMap& measured, Lang lang);

// The first planned journey, else the first actual one: what did not comply then becomes frictions, reported by that journey.
ReadMap read_cjml(const std::string& file, const std::string& text);

}  // namespace parcours
