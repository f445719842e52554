// What the store imports from: a stream of batches with what is known of them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "events/event_batch.h"

namespace parcours {

struct Reject {
  std::uint64_t line = 0;  // 1-based line in the file (of the row's first line)
  std::string column;      // empty: the whole row
  Message reason;
  std::string row;   // the row as it stands in the file, cut at 4 kB
  std::string file;  // its name, where several are read as one
};

// Read batch after batch until nothing comes. Not thread-safe.
class ImportSource {
 public:
  virtual ~ImportSource() = default;
  // The next batch (some ten thousand rows), or nothing at the end.
  // On failure the file cannot be read further and nothing of it may be kept.
  virtual Result<std::optional<EventBatch>> next() = 0;
  // The rows that could not be taken so far, in order of the file.
  virtual const std::vector<Reject>& rejects() const = 0;
  // Rows read so far, rejected ones included.
  virtual std::uint64_t rows() const = 0;
  // Rows left aside on purpose: XES transitions other than `complete`. Neither events nor rejects.
  virtual std::uint64_t skipped() const { return 0; }
  // What else a person should know of the file, as far as it is read.
  virtual std::vector<Diagnostic> notes() const { return {}; }
  // Share of the input consumed, 0..1, when it can be known.
  virtual std::optional<double> progress() const = 0;

  virtual std::string name() const = 0;       // the file's name, or "-" for standard input
  virtual std::string format() const = 0;     // "csv", "ndjson", "xes"
  virtual bool keeps_duplicates() const = 0;  // a repeated row is a repeated event (XES, order-only logs, --keep-duplicates)
  virtual bool synthetic() const = 0;         // simulated events
};

}  // namespace parcours
