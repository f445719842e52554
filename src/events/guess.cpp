#include "events/guess.h"

#include <algorithm>
#include <map>

#include "events/attribute_reader.h"
#include "events/column_names.h"
#include "events/complaint.h"
#include "events/csv_dialect.h"
#include "events/fold.h"
#include "events/guess_columns.h"
#include "events/ndjson_reader.h"
#include "events/number_form.h"
#include "events/sniff.h"
#include "events/source_of.h"
#include "events/text_input.h"
#include "events/window.h"
#include "events/xes_reader.h"

namespace parcours {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{1} << 20;
constexpr std::size_t kSampleBytesMax = std::size_t{1} << 24;  // where the first rows lie further back
constexpr std::size_t kSampleRows = 5000;

struct Look {
  std::string text;
  bool cut = false;  // there may be more
};

Outcome look_further(ByteSource& bytes, std::size_t size_max, Look& look) {
  static constexpr std::size_t kStep = std::size_t{1} << 16;
  look.cut = true;
  while (look.cut && look.text.size() < size_max) {
    const std::size_t size = look.text.size();
    look.text.resize(std::min(size + kStep, size_max));
    const auto n = bytes.read(look.text.data() + size, look.text.size() - size);
    look.text.resize(n.ok() ? size + *n : size);
    if (!n.ok()) return n.failure();
    look.cut = *n > 0;
  }
  return Done{};
}

// Long headers, long rows: nothing that could be an event yet.
bool shows_no_row(const Look& look, FileFormat format) {
  if (!look.cut) return false;
  if (format == FileFormat::xes) return look.text.find("</event>") == std::string::npos;
  return std::count(look.text.begin(), look.text.end(), '\n') < 3 && std::count(look.text.begin(), look.text.end(), '\r') < 3;
}

// Columns of rows that name their values themselves, in order of first appearance.
Result<SampleTable> sample_attributes(AttributeReader& reader) {
  SampleTable table;
  std::map<std::string, std::size_t> columns;
  AttributeRow row;
  for (std::size_t r = 0; r < kSampleRows;) {
    PARCOURS_TRY(const bool some, reader.next(row));
    if (!some) break;
    if (row.problem) continue;
    ++r;
    for (const Attribute& a : row.attributes) {
      const auto [at, is_new] = columns.try_emplace(a.key, table.names.size());
      if (is_new && table.names.size() == kColumnsMax)
        return unreadable(msg("events.too_many_columns",
                              {{"found", static_cast<std::int64_t>(kColumnsMax + 1)}, {"limit", static_cast<std::int64_t>(kColumnsMax)}}));
      if (is_new) table.names.push_back(a.key), table.columns.emplace_back();
      table.columns[at->second].resize(r);
      table.columns[at->second].back() = a.value;
    }
    for (auto& column : table.columns) column.resize(r);
  }
  return table;
}

char decimal_of(const SampleTable& sample, const ColumnPlan& plan, const ImportOptions& options) {
  if (options.decimal) return *options.decimal;
  std::vector<std::string_view> named, all;
  for (std::size_t c = 0; c < sample.names.size(); ++c) {
    const std::string plain = plain_name(sample.names[c]);
    const bool amount = fit_of_name(plain, ColumnRole::value) || fit_of_name(plain, ColumnRole::score) || options.value == sample.names[c];
    for (const std::string_view v : sample.values(c)) (amount ? named : all).push_back(v);
  }
  const bool telling = std::any_of(named.begin(), named.end(), [](std::string_view v) { return v.find_first_of(".,") != std::string_view::npos; });
  return guess_decimal(telling ? named : all, plan.format == FileFormat::csv && plan.dialect.separator == ';' ? ',' : '.');
}

Result<SampleTable> sample_of(const Look& look, const std::string& path, const ImportOptions& options, ColumnPlan& plan) {
  if (plan.format == FileFormat::ndjson) return sample_attributes(*read_ndjson(memory_source(look.text), look.cut));
  if (plan.format == FileFormat::xes)
    return sample_attributes(*read_xes(memory_source(look.text), path, plan.encoding != Encoding::undecided, look.cut));
  PARCOURS_TRY(CsvSample sample, sample_csv(look.text, look.cut, plan.encoding, options, kSampleRows));
  plan.dialect = sample.dialect;
  if (sample.header_assumed)
    plan.remarks.push_back({Severity::note, "header-assumed", msg("events.header_assumed"), msg("events.header_assumed_hint"), {}});
  for (const std::string& name : sample.table.repeated)
    plan.remarks.push_back({Severity::warning, "repeated-column", msg("events.repeated_column", {{"name", name}}), std::nullopt, {}});
  return std::move(sample.table);
}

// With several transitions of one activity only its completion is an event; otherwise every transition is.
void settle_lifecycle(const SampleTable& sample, ColumnPlan& plan) {
  const auto at = std::find(sample.names.begin(), sample.names.end(), "lifecycle:transition");
  if (at == sample.names.end()) return;
  const auto& values = sample.columns[static_cast<std::size_t>(at - sample.names.begin())];
  plan.complete_only = std::any_of(values.begin(), values.end(), [](const std::string& v) { return folded_ascii(v) == "complete"; });
  const bool others = std::any_of(values.begin(), values.end(), [](const std::string& v) { return !v.empty() && folded_ascii(v) != "complete"; });
  if (plan.complete_only && others) plan.remarks.push_back({Severity::note, "complete-only", msg("events.complete_only"), std::nullopt, {}});
}

void keep_first_rows(const SampleTable& sample, ColumnPlan& plan) {
  static constexpr std::size_t kShown = 5;
  for (std::size_t r = 0; r < std::min(kShown, sample.rows()); ++r) {
    plan.first_rows.emplace_back();
    for (const auto& column : sample.columns) plan.first_rows.back().push_back(column[r]);
  }
}

Failure mostly_rejected(const std::vector<Reject>& rejects, std::uint64_t rows, const std::string& path) {
  std::map<std::string, std::int64_t> counts;
  for (const Reject& reject : rejects) ++counts[reject.reason.key];
  const auto top = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const Reject& example = *std::find_if(rejects.begin(), rejects.end(), [&](const Reject& r) { return r.reason.key == top->first; });
  Failure out =
      unreadable(msg("events.mostly_rejected", {{"rejected", static_cast<std::int64_t>(rejects.size())},
                                                {"rows", static_cast<std::int64_t>(rows)},
                                                {"reason", nested(example.reason)},
                                                {"count", top->second}}),
                 example.column.empty()
                     ? msg("events.mostly_rejected_hint", {{"line", static_cast<std::int64_t>(example.line)}, {"row", example.row.substr(0, 200)}})
                     : msg("events.mostly_rejected_column_hint",
                           {{"line", static_cast<std::int64_t>(example.line)}, {"column", example.column}, {"row", example.row.substr(0, 200)}}));
  out.what.place.file = path;
  out.what.place.line = static_cast<std::uint32_t>(example.line);
  return out;
}

// Reads the sample as the whole file will be read.
Outcome rehearse(const Look& look, const std::string& path, const ColumnPlan& plan) {
  const auto source = source_of(memory_source(look.text), path, plan, look.cut);
  while (source->rows() < kSampleRows) {
    PARCOURS_TRY(const auto batch, source->next());
    if (!batch) break;
  }
  const auto& rejects = source->rejects();
  if (rejects.size() * 2 > source->rows() - source->skipped()) return mostly_rejected(rejects, source->rows(), path);
  return Done{};
}

Result<ColumnPlan> plan_for(Inputs& inputs, const std::string& path, const ImportOptions& options) {
  ColumnPlan plan;
  plan.zone = options.zone;
  plan.keep_duplicates = options.keep_duplicates;
  plan.synthetic = options.synthetic;
  PARCOURS_TRY(const TextInput input, open_text(inputs, path, Inputs::Purpose::look, options.encoding));
  Look look;
  PARCOURS_CHECK(look_further(*input.bytes, kSampleBytes, look));
  plan.compressed = input.compressed;
  PARCOURS_TRY(plan.format, sniff_format(look.text));
  if (shows_no_row(look, plan.format)) PARCOURS_CHECK(look_further(*input.bytes, kSampleBytesMax, look));
  if (input.marked) plan.encoding = *input.marked;
  else if (options.encoding) plan.encoding = *options.encoding;
  else if (plan.format == FileFormat::csv) plan.encoding = guess_encoding(look.text);
  else if (plan.format == FileFormat::ndjson) plan.encoding = Encoding::utf8;

  PARCOURS_TRY(const SampleTable sample, sample_of(look, path, options, plan));
  if (sample.rows() > 0) {
    plan.decimal = decimal_of(sample, plan, options);
    PARCOURS_CHECK(guess_columns(sample, options, plan));
    if (plan.format == FileFormat::xes) settle_lifecycle(sample, plan);
    keep_first_rows(sample, plan);
  } else {
    plan.order_only = true;  // only the reasons of the rejects are wanted
  }
  PARCOURS_CHECK(rehearse(look, path, plan));
  if (sample.rows() == 0) return unreadable(plan.format == FileFormat::xes ? msg("events.no_xes_events") : msg("events.empty"));
  return plan;
}

}  // namespace

Result<ColumnPlan> guess_plan(Inputs& inputs, const std::string& path, const ImportOptions& options) {
  if (!Zone::find(options.zone)) return mistaken(msg("events.unknown_zone", {{"zone", options.zone}}), msg("events.unknown_zone_hint"));
  auto plan = plan_for(inputs, path, options);
  if (!plan.ok()) return in_file(plan.failure(), path);
  return plan;
}

}  // namespace parcours
