// A workspace in a temporary folder, and imports from memory: a twin of the readers.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <unistd.h>

#include "base/clock.h"
#include "base/files.h"
#include "store/store.h"

namespace parcours {

// A row as a person would write it; empty texts are none.
struct Row {
  std::string customer;
  TimeMs time = 0;
  std::string event;
  std::string channel = "", source = "";
  double value = kNone, score = kNone;
  std::string id = "", properties = "";
  std::vector<std::string> links = {};
  TimeUnit unit = TimeUnit::ms;
  ScoreScale scale = ScoreScale::none;
};

class MemorySource final : public ImportSource {
 public:
  explicit MemorySource(std::vector<Row> rows, bool keep_duplicates = false, std::vector<std::string> link_names = {})
      : all_(std::move(rows)), keep_(keep_duplicates), link_names_(std::move(link_names)) {}

  Result<std::optional<EventBatch>> next() override {
    if (fail_at_ && at_ >= *fail_at_) return failure(msg("files.too_large", {{"path", std::string("x")}, {"limit", std::int64_t{1}}}));
    if (at_ == all_.size()) return std::optional<EventBatch>();
    EventBatch batch;
    batch.link_names = link_names_;
    batch.links.resize(link_names_.size());
    for (const std::size_t end = std::min(all_.size(), at_ + batch_rows_); at_ < end; ++at_) add(batch, all_[at_]);
    return std::optional(std::move(batch));
  }
  const std::vector<Reject>& rejects() const override { return rejects_; }
  std::uint64_t rows() const override { return at_ + rejects_.size(); }
  std::optional<double> progress() const override { return all_.empty() ? 1.0 : static_cast<double>(at_) / static_cast<double>(all_.size()); }
  std::string name() const override { return name_; }
  std::string format() const override { return "memory"; }
  bool keeps_duplicates() const override { return keep_; }
  bool synthetic() const override { return synthetic_; }

  std::string name_ = "memory.csv";
  bool synthetic_ = false;
  std::size_t batch_rows_ = 1000;
  std::optional<std::size_t> fail_at_;
  std::vector<Reject> rejects_;

 private:
  void add(EventBatch& batch, const Row& row) const {
    batch.customer.push(row.customer);
    batch.time.push_back(row.time);
    batch.unit.push_back(row.unit);
    batch.event.push(row.event);
    batch.channel.push(row.channel);
    batch.source.push(row.source);
    batch.value.push_back(row.value);
    batch.score.push_back(row.score);
    batch.scale.push_back(row.scale);
    batch.id.push(row.id);
    batch.properties.push(row.properties);
    for (std::size_t link = 0; link < batch.links.size(); ++link) batch.links[link].push(link < row.links.size() ? row.links[link] : "");
    batch.line.push_back(at_ + 2);
  }

  std::vector<Row> all_;
  bool keep_;
  std::vector<std::string> link_names_;
  std::size_t at_ = 0;
};

template <class T>
T must(Result<T> result) {
  if (!result.ok()) ADD_FAILURE() << render(result.failure().what.message, Lang::en);
  return result.ok() ? std::move(result).value() : T{};
}

template <class T>
std::string complaint(const Result<T>& result) {
  return result.ok() ? "" : render(result.failure().what.message, Lang::en);
}

class Workspace {
 public:
  Workspace() : path_((std::filesystem::temp_directory_path() / "parcours_store_XXXXXX").string()) {
    if (!::mkdtemp(path_.data())) ADD_FAILURE() << "no temporary folder";
    settings.folder = path_;
  }
  ~Workspace() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::unique_ptr<Store> open() {
    auto store = open_store(settings, files, clock);
    if (!store.ok()) ADD_FAILURE() << render(store.failure().what.message, Lang::en);
    return store.ok() ? std::move(store).value() : nullptr;
  }
  const std::string& path() const { return path_; }
  std::vector<std::string> events() const { return files.list(join_path(path_, "events")); }

  StoreSettings settings;
  mutable DiskFiles files;
  FixedClock clock{1'767'225'600'000};

 private:
  std::string path_;
};

inline ImportSummary import_rows(Store& store, std::vector<Row> rows, bool keep_duplicates = false, std::vector<std::string> link_names = {}) {
  MemorySource source(std::move(rows), keep_duplicates, std::move(link_names));
  return must(store.import(source, "{}", {}));
}

// "customer time event", one a line, in the order of the scan.
inline std::string shown(const Scan& scan) {
  std::string out;
  for (std::size_t row = 0; row < scan.events.rows(); ++row) {
    const TimeMs time = scan.events.time[row];
    out += scan.events.customer.at(row) + " " + (time == kNoTime ? "-" : std::to_string(time)) + " " + scan.events.event.at(row) + "\n";
  }
  return out;
}
inline std::string shown(Store& store) { return shown(must(store.scan({}))); }

}  // namespace parcours
