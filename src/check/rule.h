// One rule of a good journey map: one file under rules/, one line in rules/registry.h, one page, one test.
// Its texts are rule.<code>.{title,why,mend,next} and whatever messages it makes (rule.<code>.message, .hint).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/time.h"
#include "map/map_file.h"
#include "map/views_file.h"
#include "overlay/measured_map.h"

namespace parcours {

// The five tests of a good journey that the rules serve.
enum class GoodJourneyTest { customer, process, precision, evidence, action };

std::string_view code_of(GoodJourneyTest test);  // "C1" .. "C5"

// What a rule looks at.
struct Subject {
  const MeasuredMap& measured;  // figures absent when there are no events
  const SourceText& source;
  Date today;
  std::span<const JourneyMap> beside = {};  // the workspace's other maps
  std::span<const ViewsFile> views = {};    // where views stand that are not in the map's own file

  const JourneyMap& map() const { return measured.map; }
  bool has_events() const { return measured.figures && measured.figures->basis.events > 0; }
};

// Where a rule puts what it finds. Severity and code are the rule's.
class RuleFindings {
 public:
  RuleFindings(const Subject& subject, std::string_view code, Severity severity) : subject_(subject), code_(code), severity_(severity) {}

  struct Complaint {
    Diagnostic diagnostic;
    std::string at;  // id of the element, for `ignore`; "": the whole map
  };

  // At the value of `path` (see SourceText::place), about the element with that id.
  void at(std::string_view path, std::string_view id, Message message, std::optional<Message> hint = {});

  void at(Place place, std::string_view id, Message message, std::optional<Message> hint = {});

  // For the mark of the rule (check/score.h): so many elements more were looked at. A rule that looks at none gives no mark.
  void looked_at(std::size_t elements) { looked_at_ += elements; }
  // Of those, so many fell short, even if that is not yet worth a finding; without this call as many as there are findings.
  void fell_short(std::size_t elements) { fell_short_ = elements; }

  std::vector<Complaint> take() { return std::move(complaints_); }
  std::size_t elements() const { return looked_at_; }
  std::optional<std::size_t> short_elements() const { return fell_short_; }

 private:
  const Subject& subject_;
  std::string_view code_;
  Severity severity_;
  std::vector<Complaint> complaints_;
  std::size_t looked_at_ = 0;
  std::optional<std::size_t> fell_short_;
};

struct CheckRule {
  std::string_view code;
  GoodJourneyTest test;
  Severity severity;
  void (*look)(const Subject& subject, RuleFindings& complaints);
};

// "stages/<stage>/touchpoints/<touchpoint>", and below it.
std::string path_of(const Stage& stage, const Touchpoint& touchpoint, std::string_view below = {});

// Calls visit(stage, touchpoint) in the order of the map.
template <class Visit>
void each_touchpoint(const JourneyMap& map, Visit visit) {
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints) visit(stage, touchpoint);
}

}  // namespace parcours
