#include "base/number.h"
#include "overlay/expectations.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

std::string in_words(const Frame& frame, double share) { return show_given_percent(share, frame.lang); }

}  // namespace

std::string say_friction(const Frame& frame, const Friction& friction, const FrictionView* view) {
  const std::optional<double> expected = expected_drop_off(friction);
  const bool shown = view && view->drop_off && strength_of(view->drop_off->n) != Strength::withheld;
  if (shown && expected && view->verdict != Verdict::unknown) {
    const std::vector<std::pair<std::string, Arg>> args = {{"expected", in_words(frame, *expected)},
                                                           {"share", say_share_with_range(frame, *view->drop_off)}};
    if (view->verdict == Verdict::contradicted) return frame.say(msg("render.friction.contradicted", args));
    return frame.say(view->worse ? msg("render.friction.worse", args) : msg("render.friction.confirmed", args));
  }
  const std::string too = expected ? " · " + frame.say(msg("render.friction.expected_too", {{"expected", in_words(frame, *expected)}})) : "";
  if (shown)
    return frame.say(msg("render.friction.measured", {{"share", say_share(frame, view->drop_off->value)},
                                                      {"range", say_range(frame, view->drop_off->low, view->drop_off->high)}})) +
           (strength_of(view->drop_off->n) == Strength::weak ? " · " + frame.say(msg("render.weak", {{"n", view->drop_off->n}})) : "") + too;
  if (expected && !friction.evidence.reported()) return frame.say(msg("render.friction.expected", {{"expected", in_words(frame, *expected)}}));
  return say_evidence(frame, friction.evidence) + too;
}

}  // namespace parcours
