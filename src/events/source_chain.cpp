// Several sources as one, and the files that patterns name.
#include <algorithm>
#include <set>

#include "events/complaint.h"
#include "events/open_source.h"

namespace parcours {
namespace {

class ChainSource final : public ImportSource {
 public:
  explicit ChainSource(std::vector<std::unique_ptr<ImportSource>> sources) : sources_(std::move(sources)) {}

  Result<std::optional<EventBatch>> next() override {
    while (at_ < sources_.size()) {
      auto batch = sources_[at_]->next();
      if (!batch.ok()) return batch.failure();
      gather_rejects();
      if (batch->has_value()) return batch;
      ++at_;
      gathered_ = 0;
    }
    return std::optional<EventBatch>();
  }
  const std::vector<Reject>& rejects() const override { return rejects_; }
  std::uint64_t rows() const override { return sum(&ImportSource::rows); }
  std::uint64_t skipped() const override { return sum(&ImportSource::skipped); }
  std::vector<Diagnostic> notes() const override {
    std::vector<Diagnostic> out;
    for (const auto& source : sources_)
      for (Diagnostic& note : source->notes()) out.push_back(std::move(note));
    return out;
  }
  std::optional<double> progress() const override {
    if (at_ >= sources_.size()) return 1.0;
    const auto inner = sources_[at_]->progress();
    return (static_cast<double>(at_) + inner.value_or(0)) / static_cast<double>(sources_.size());
  }
  std::string name() const override {
    std::string out;
    for (const auto& source : sources_) out += (out.empty() ? "" : ", ") + source->name();
    return out;
  }
  std::string format() const override { return sources_.front()->format(); }
  bool keeps_duplicates() const override { return sources_.front()->keeps_duplicates(); }
  bool synthetic() const override { return sources_.front()->synthetic(); }

 private:
  std::uint64_t sum(std::uint64_t (ImportSource::*figure)() const) const {
    std::uint64_t total = 0;
    for (const auto& source : sources_) total += (*source.*figure)();
    return total;
  }
  void gather_rejects() {
    const auto& all = sources_[at_]->rejects();
    for (; gathered_ < all.size(); ++gathered_) {
      rejects_.push_back(all[gathered_]);
      rejects_.back().file = sources_[at_]->name();
    }
  }

  std::vector<std::unique_ptr<ImportSource>> sources_;
  std::vector<Reject> rejects_;
  std::size_t at_ = 0, gathered_ = 0;
};

// `*` any run of characters, `?` any one byte; a leading dot must be written.
bool fits_file_pattern(std::string_view pattern, std::string_view name) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  std::size_t p = 0, n = 0, star = std::string_view::npos, resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && (pattern[p] == name[n] || pattern[p] == '?')) ++p, ++n;
    else if (p < pattern.size() && pattern[p] == '*') star = p++, resume = n;
    else if (star != std::string_view::npos) p = star + 1, n = ++resume;
    else return false;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

Result<std::unique_ptr<ImportSource>> chain(std::vector<std::unique_ptr<ImportSource>> sources) {
  assert(!sources.empty());
  for (const auto& source : sources) {
    const ImportSource& first = *sources.front();
    if (source->keeps_duplicates() != first.keeps_duplicates() || source->synthetic() != first.synthetic() || source->format() != first.format())
      return mistaken(msg("events.unlike_files", {{"first", first.name()}, {"second", source->name()}}), msg("events.unlike_files_hint"));
  }
  if (sources.size() == 1) return std::move(sources.front());
  return std::unique_ptr<ImportSource>(std::make_unique<ChainSource>(std::move(sources)));
}

Result<std::vector<std::string>> expand_paths(const std::vector<std::string>& patterns, const Files& files) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (const std::string& pattern : patterns) {
    const std::string last = file_name(pattern);
    const bool is_pattern = last.find_first_of("*?") != std::string::npos && !files.exists(pattern);
    std::vector<std::string> found;
    if (!is_pattern) found.push_back(pattern);
    for (const std::string& name : is_pattern ? files.list(parent_of(pattern)) : std::vector<std::string>()) {
      const std::string path = join_path(parent_of(pattern), name);
      if (fits_file_pattern(last, name) && !files.is_folder(path)) found.push_back(path);
    }
    if (found.empty()) return mistaken(msg("events.no_such_files", {{"pattern", pattern}}));
    for (std::string& path : found)
      if (seen.insert(path).second) out.push_back(std::move(path));
  }
  return out;
}

}  // namespace parcours
