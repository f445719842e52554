#include "app/portfolio.h"

#include "app/pictures.h"
#include "check/check.h"

namespace parcours {
namespace {

std::string file_of(const std::string& name) { return "maps/" + name + ".yaml"; }

UnreadableMap unreadable(const std::string& name, Diagnostic why) {
  why.code = "cannot-read", why.severity = Severity::error;
  why.place.file = file_of(name);
  return {name, file_of(name), {std::move(why)}};
}

class PortfolioLoader {
 public:
  PortfolioLoader(Workspace& workspace, const PortfolioRequest& request, bool measured)
      : workspace_(workspace), request_(request), measured_(measured) {
    out_.portfolio.settings = workspace.settings();
    out_.portfolio.today = request.today.value_or(workspace.zone().date(workspace.doors().clock.now()));
  }

  LoadedPortfolio load() {
    std::vector<MapFile> files;
    for (const auto& name : workspace_.map_names()) read(name, files);
    for (const MapFile& file : files) {
      std::vector<JourneyMap> beside;
      for (const JourneyMap& other : read_)
        if (other.id != file.value.id) beside.push_back(other);
      add(file, beside);
    }
    sort_by_attention(out_.portfolio.maps);
    return std::move(out_);
  }

 private:
  void read(const std::string& name, std::vector<MapFile>& files) {
    auto file = workspace_.map(name);
    if (!file.ok()) return out_.portfolio.unreadable.push_back(unreadable(name, file.failure().what));
    read_.push_back(file->value);
    if (file->usable()) return files.push_back(std::move(*file));
    UnreadableMap bad{name, file_of(name), {}};
    for (const Diagnostic& diagnostic : file->diagnostics)
      if (diagnostic.severity == Severity::error) bad.problems.push_back(diagnostic);
    out_.portfolio.unreadable.push_back(std::move(bad));
  }

  void add(const MapFile& file, const std::vector<JourneyMap>& beside) {
    auto measured = measured_or_not(workspace_, file, !measured_, request_.scope);
    if (!measured.ok()) return out_.portfolio.unreadable.push_back(unreadable(file.value.id, measured.failure().what));
    const CheckedMap checked = check_map({*measured, file.source, out_.portfolio.today, beside});
    FiveScores scores;
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = checked.score.tests[i].score;
    for (auto& picture : load_pictures(workspace_, file).pictures) out_.pictures.insert(std::move(picture));
    out_.portfolio.maps.push_back(standing_of(std::move(*measured), scores, out_.portfolio.today, workspace_.zone()));
  }

  Workspace& workspace_;
  const PortfolioRequest& request_;
  bool measured_;
  std::vector<JourneyMap> read_;  // all that are there, also those with errors: others may open them
  LoadedPortfolio out_;
};

}  // namespace

Result<LoadedPortfolio> load_portfolio(Workspace& workspace, const PortfolioRequest& request) {
  bool has_events = false;
  if (!request.no_events) { PARCOURS_TRY(has_events, workspace.has_events()); }
  return PortfolioLoader(workspace, request, has_events).load();
}

}  // namespace parcours
