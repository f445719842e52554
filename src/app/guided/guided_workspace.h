// The workspace that a guided start makes, and the file in it that keeps an unfinished one.
#pragma once

#include <optional>

#include "app/guided/interview.h"
#include "base/files.h"

namespace parcours {

inline constexpr std::string_view kUnfinishedFile = "guided.json";

class GuidedWorkspace {
 public:
  // `folder` must be absent or empty, or hold an unfinished guided start whose map and persona nobody has changed since. Misuse: it is not so.
  static Result<GuidedWorkspace> open(const std::string& folder, Lang lang, Date today, Files& files);

  // Of the unfinished start, if there is one.
  const std::optional<GuidedAnswers>& unfinished() const { return unfinished_; }
  const std::string& folder() const { return folder_; }

  // So that nothing is lost whatever happens: writes the answers alone.
  Outcome keep(const GuidedAnswers& answers);
  // Writes settings, map and persona. What has no answer is left out and the answers are kept to go on with; with `finished` it takes its proposal.
  // Gives the map's path.
  Result<std::string> write(const GuidedAnswers& answers, bool finished);

 private:
  GuidedWorkspace(std::string folder, Files& files) : folder_(std::move(folder)), files_(files) {}
  Outcome take_up(Lang lang, Date today);
  Outcome unchanged(const std::string& path, const GuidedFiles& as_answered) const;

  std::string folder_;
  Files& files_;
  std::optional<GuidedAnswers> unfinished_;
  Json written_ = Json::object();  // path -> digest, of what an unfinished start wrote
};

}  // namespace parcours
