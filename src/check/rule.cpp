#include "check/rule.h"

namespace parcours {

std::string_view code_of(GoodJourneyTest test) {
  switch (test) {
    case GoodJourneyTest::customer: return "C1";
    case GoodJourneyTest::process: return "C2";
    case GoodJourneyTest::precision: return "C3";
    case GoodJourneyTest::evidence: return "C4";
    case GoodJourneyTest::action: return "C5";
  }
  return "C1";
}

void RuleFindings::at(std::string_view path, std::string_view id, Message message, std::optional<Message> hint) {
  const Place place = path.empty() ? Place{subject_.source.file(), 1, 1, 0, 0} : subject_.source.place(path);
  at(place, id, std::move(message), std::move(hint));
}

void RuleFindings::at(Place place, std::string_view id, Message message, std::optional<Message> hint) {
  complaints_.push_back({Diagnostic{severity_, std::string(code_), std::move(message), std::move(hint), std::move(place)}, std::string(id)});
}

std::string path_of(const Stage& stage, const Touchpoint& touchpoint, std::string_view below) {
  std::string path = "stages/" + stage.id + "/touchpoints/" + touchpoint.id;
  if (!below.empty()) path += "/" + std::string(below);
  return path;
}

}  // namespace parcours
