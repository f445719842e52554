// `--paper`, `--portrait` and `--split`: a picture on sheets, as PDF.
#pragma once

#include <optional>
#include <string>

#include "cli/options.h"
#include "cli/session.h"
#include "render/sheet.h"

namespace parcours {

struct PaperOptions {
  std::optional<std::string> paper;
  bool portrait = false, split = false;

  void declare(Options& options);
  bool given() const { return paper || portrait || split; }

  // `is_map`: of the map itself, which can be split. Says so when a sheet is too small to be read.
  Result<std::string> pdf(Session& session, const Scene& drawn, const MeasuredMap& measured, const DrawOptions& draw, bool is_map) const;
};

}  // namespace parcours
