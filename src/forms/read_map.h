// A map read from another form: YAML text ready to be a file of maps/, the personas it names, and what is to be said of the source.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace parcours {

struct PersonaText {
  std::string id, yaml;  // personas/<id>.yaml
};

struct ReadMap {
  std::string yaml;  // what could be read, laid out; "" when nothing could
  std::vector<PersonaText> personas;
  std::vector<Diagnostic> diagnostics;  // all of them in one run, at their places in the source
  // True when it may be used: no diagnostic is an error.
  bool usable() const;
};

}  // namespace parcours
