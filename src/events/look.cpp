#include "events/look.h"

#include <algorithm>
#include <map>

#include "base/listed.h"
#include "events/complaint.h"
#include "events/sniff.h"
#include "events/text_input.h"
#include "events/window.h"
#include "events/xlsx_reader.h"

namespace parcours {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{1} << 20;
constexpr std::size_t kSampleBytesMax = std::size_t{1} << 24;  // where the first rows lie further back

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

Outcome settle_sheet(const Look& look, const std::string& path, const ImportOptions& options, ColumnPlan& plan) {
  PARCOURS_TRY(const OpenedSheet opened, read_xlsx(*look.file, path, {options.sheet, options.header}));
  plan.sheet = opened.sheet;
  plan.dialect.header = opened.header_row > 0;
  const std::string others = listed(opened.others);
  if (!others.empty() && options.sheet.empty())
    plan.remarks.push_back({Severity::note,
                            "other-sheets",
                            msg("events.other_sheets", {{"name", opened.sheet}, {"others", others}}),
                            msg("events.other_sheets_hint"),
                            {}});
  if (opened.header_row > 1)
    plan.remarks.push_back(
        {Severity::note, "header-row", msg("events.header_row", {{"row", static_cast<std::int64_t>(opened.header_row)}}), std::nullopt, {}});
  for (const std::string& name : opened.repeated)
    plan.remarks.push_back({Severity::warning, "repeated-column", msg("events.repeated_column", {{"name", name}}), std::nullopt, {}});
  return Done{};
}

}  // namespace

RawInput Look::again() const { return {file ? nullptr : memory_source(text), file, cut}; }

Result<Look> look_at(Inputs& inputs, const std::string& path, const ImportOptions& options, ColumnPlan& plan) {
  PARCOURS_TRY(TextInput input, open_text(inputs, path, Inputs::Purpose::look, options.encoding));
  Look look;
  PARCOURS_CHECK(look_further(*input.bytes, kSampleBytes, look));
  plan.compressed = input.compressed;
  PARCOURS_TRY(plan.format, sniff_format(look.text));
  if (is_table_file(plan.format)) {
    const auto whole = replay_source(std::exchange(look.text, {}), std::move(input.bytes));
    PARCOURS_TRY(look.file, local_file(inputs, path, input.compressed, *whole));
    look.cut = false;
    if (plan.format == FileFormat::xlsx) PARCOURS_CHECK(settle_sheet(look, path, options, plan));
    return look;
  }
  if (shows_no_row(look, plan.format)) PARCOURS_CHECK(look_further(*input.bytes, kSampleBytesMax, look));
  if (input.marked) plan.encoding = *input.marked;
  else if (options.encoding) plan.encoding = *options.encoding;
  else if (plan.format == FileFormat::csv) plan.encoding = guess_encoding(look.text);
  else if (plan.format == FileFormat::ndjson) plan.encoding = Encoding::utf8;
  return look;
}

Outcome sample_attributes(AttributeReader& reader, SampleTable& table) {
  std::map<std::string, std::size_t> columns;
  for (const std::string& name : table.names) columns.emplace(name, columns.size());
  table.columns.resize(table.names.size());
  AttributeRow row;
  for (std::size_t r = 0; r < kSampleRows;) {
    PARCOURS_TRY(const bool some, reader.next(row));
    if (!some) break;
    if (row.problem || row.aside) continue;
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
  return Done{};
}

}  // namespace parcours
