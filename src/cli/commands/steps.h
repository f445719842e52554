// Steps as a person types them: names of events, or with --map ids of its touchpoints.
#pragma once

#include <map>
#include <optional>

#include "cli/session.h"
#include "questions/question.h"

namespace parcours {

class StepNames {
 public:
  static Result<StepNames> of(Session& session, const Workspace& workspace, const std::optional<std::string>& map_name);

  // Misuse: not a STEP; with a map, a name that is none of its touchpoints or one without a rule.
  Result<Step> step(const std::string& text) const;
  // What of the map can be found in the data, in its order: its stages, or its touchpoints. REQUIRES: with_map()
  std::vector<Step> places(std::string_view nodes) const;
  // The names of the map's touchpoints (or stages) by id; of two of one name each says its id too. Empty without a map.
  std::map<std::string, std::string> shown(Lang lang, std::string_view nodes = "touchpoint") const;
  bool with_map() const { return map_.has_value(); }
  const JourneyMap* map() const { return map_ ? &*map_ : nullptr; }
  // The map's window, else 30 d; nothing: none.
  std::optional<TimeMs> window() const;

 private:
  std::optional<JourneyMap> map_;
  std::optional<TimeMs> window_ = kDefaultWindow;
};

// "event", "channel", "source", or with a map "touchpoint" or "stage". Misuse: another word.
Result<NodesAre> nodes_value(const std::optional<std::string>& text, const StepNames& names);

}  // namespace parcours
