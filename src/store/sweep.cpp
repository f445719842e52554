// Files of events/ by their names, and what a process that ended at work left of them.
#include "store/context.h"

namespace parcours {

std::vector<std::string> StoreContext::segment_paths(const Snapshot& snapshot) const {
  std::vector<std::string> paths;
  for (const Segment& segment : snapshot.segments) paths.push_back(segment_path(segment.file));
  return paths;
}

std::string segment_file(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "segment-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + ".parquet";
}

Outcome remove_leftovers(StoreContext& context) {
  PARCOURS_TRY(const std::vector<std::string> files, context.catalogue.leftovers());
  for (const std::string& file : files) {
    PARCOURS_CHECK(context.files.remove(context.segment_path(file)));
    PARCOURS_CHECK(context.catalogue.drop_leftover(file));
  }
  return Done{};
}

Outcome sweep(StoreContext& context) {
  PARCOURS_CHECK(sweep_aside_folders(context.folder));
  PARCOURS_TRY(const FileLock only_writer, FileLock::attempt(context.folder.writer_lock()));
  if (!only_writer.held()) return Done{};  // another process is at work; what it leaves is its own
  PARCOURS_CHECK(remove_leftovers(context));
  PARCOURS_TRY(const bool needs_scrub, context.catalogue.needs_scrub());
  if (needs_scrub) PARCOURS_CHECK(context.catalogue.scrub());
  return Done{};
}

}  // namespace parcours
