// The files in which teams give their views of a map: an empty form, and those that come back.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"

namespace parcours {

// Writes the form of views_form() into the map's folder of views; gives its path. Misuse: there is a file of that team already, or the map does
// not lie in the workspace's folder `maps`.
Result<std::string> write_views_form(const Workspace& workspace, const MapFile& map, const std::string& team, Lang lang);

// The same form as a workbook (.xlsx), as CSV or as YAML, by the ending of `path`, wherever that is. Misuse: another ending, or there is a file already.
Outcome write_views_form_to(const Workspace& workspace, const MapFile& map, const std::string& team, Lang lang, const std::string& path);

struct AddedViews {
  std::vector<std::string> written;        // paths
  std::vector<std::string> already_there;  // the same file lies there: nothing was done
  std::vector<ViewsFile> files;            // as they were read, for the lines of the diagnostics
  std::vector<Diagnostic> diagnostics;
  bool refused = false;  // a file is wrong in itself: nothing was written
};
// Copies the files into the map's folder of views, a filled spreadsheet as the YAML it says: all or none. A team that says two things is told, and
// written all the same: nothing is lost. Misuse: another file of that name lies there. `lang`: in which a spreadsheet's frictions are called so.
Result<AddedViews> add_views(const Workspace& workspace, const MapFile& map, const std::vector<std::string>& paths, Lang lang);

// docs/formats/views.md
Json views_json(const JourneyMap& map, Lang lang);

}  // namespace parcours
