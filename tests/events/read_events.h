// Reads a whole file of events from memory, guessed and opened as `import` does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/guess.h"
#include "events/open_source.h"

namespace parcours::testing {

struct Event {
  std::string customer, event, channel, source, id, properties;
  TimeMs time = kNoTime;
  TimeUnit unit = TimeUnit::ms;
  double value = kNone, score = kNone;
  ScoreScale scale = ScoreScale::none;
  std::vector<std::string> links;
  std::uint64_t line = 0;
};

struct ReadFile {
  std::optional<Failure> failure;
  ColumnPlan plan;
  std::vector<Event> events;
  std::vector<Reject> rejects;
  std::vector<Diagnostic> notes;
  std::uint64_t rows = 0, skipped = 0;
  bool keeps_duplicates = false;

  // The first event in `column` form, for short assertions.
  const Event& at(std::size_t row) const { return events.at(row); }
  std::string column(ColumnRole role) const {
    const PlannedColumn* found = column_of(plan, role);
    return found ? found->name : "";
  }
  bool remarks(const std::string& code) const {
    for (const auto& remark : plan.remarks)
      if (remark.code == code) return true;
    return false;
  }
};

inline void add_batch(const EventBatch& b, std::vector<Event>& out) {
  for (std::size_t r = 0; r < b.rows(); ++r) {
    Event e{b.customer.at(r), b.event.at(r), b.channel.at(r), b.source.at(r), b.id.at(r), b.properties.at(r), b.time[r],
            b.unit[r],        b.value[r],    b.score[r],      b.scale[r],     {},         b.line[r]};
    for (const auto& link : b.links) e.links.push_back(link.at(r));
    out.push_back(std::move(e));
  }
}

inline ReadFile read_with(Inputs& inputs, const std::string& path, const ImportOptions& options) {
  ReadFile out;
  auto plan = guess_plan(inputs, path, options);
  if (!plan.ok()) return out.failure = plan.failure(), out;
  out.plan = *plan;
  auto source = open_source(inputs, path, *plan);
  if (!source.ok()) return out.failure = source.failure(), out;
  for (;;) {
    auto batch = (*source)->next();
    if (!batch.ok()) {
      out.failure = batch.failure();
      break;
    }
    if (!batch->has_value()) break;
    add_batch(**batch, out.events);
  }
  out.rejects = (*source)->rejects();
  out.notes = (*source)->notes();
  out.rows = (*source)->rows();
  out.skipped = (*source)->skipped();
  out.keeps_duplicates = (*source)->keeps_duplicates();
  return out;
}

inline ReadFile read_text(const std::string& content, const ImportOptions& options = {}, const std::string& path = "events.csv") {
  MemoryInputs inputs(std::map<std::string, std::string>{{path, content}});
  return read_with(inputs, path, options);
}

inline ReadFile read_disk(const std::string& path, const ImportOptions& options = {}) {
  DiskInputs inputs;
  return read_with(inputs, path, options);
}

inline std::string why(const ReadFile& file, Lang lang = Lang::en) { return file.failure ? render(file.failure->what, "", lang) : ""; }

inline ImportOptions in_paris(Lang lang = Lang::fr) {
  ImportOptions options;
  options.zone = "Europe/Paris";
  options.lang = lang;
  return options;
}

inline TimeMs utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0) {
  return Zone::utc().instant({{year, month, day}, hour, minute, second, ms});
}

}  // namespace parcours::testing
