#include "events/link_file.h"

#include <algorithm>

#include "events/column_names.h"
#include "events/complaint.h"
#include "events/csv_dialect.h"
#include "events/identity.h"
#include "events/csv_reader.h"
#include "events/number_form.h"
#include "events/row_taker.h"
#include "events/sniff.h"
#include "events/text_input.h"

namespace parcours {
namespace {

constexpr std::uint64_t kLinkBytesMax = std::uint64_t{1} << 30;

Result<std::string> read_all(ByteSource& bytes) {
  std::string out;
  for (std::size_t size = 0;;) {
    out.resize(size + (1 << 16));
    PARCOURS_TRY(const std::size_t n, bytes.read(out.data() + size, out.size() - size));
    size += n;
    out.resize(size);
    if (n == 0) return out;
    if (size > kLinkBytesMax) return unreadable(msg("events.links_too_large", {{"limit", static_cast<std::int64_t>(kLinkBytesMax >> 20)}}));
  }
}

// Identities are not named like columns: "email;client_id" is a header, "ana@example.org;4711" is not.
bool is_header(const std::vector<std::string_view>& fields) {
  return std::any_of(fields.begin(), fields.end(), [](std::string_view field) {
    const std::string plain = plain_name(field);
    return fit_of_name(plain, ColumnRole::customer).has_value() || plain == "id" || plain == "identity" || plain == "identite" || plain == "left" ||
           plain == "right" || plain == "cookie" || plain == "phone" || plain == "telephone" || plain == "login";
  });
}

void take(const CsvRow& row, RejectList& rejects, LinkFile& out) {
  ++out.rows;
  if (row.problem) return rejects.add(row.line, "", *row.problem, row.raw);
  if (row.fields.size() != 2) {
    const auto found = static_cast<std::int64_t>(row.fields.size());
    return rejects.add(row.line, "",
                       found < 2 ? msg("events.reject.too_few_fields", {{"found", found}, {"wanted", std::int64_t{2}}})
                                 : msg("events.reject.too_many_fields", {{"found", found}, {"wanted", std::int64_t{2}}}),
                       row.raw);
  }
  const std::string_view left = without_blanks(row.fields[0]), right = without_blanks(row.fields[1]);
  if (left.empty() || right.empty()) return rejects.add(row.line, "", msg("events.reject.half_link"), row.raw);
  out.pairs.emplace_back(identity_text(left), identity_text(right));
}

Result<LinkFile> read(Inputs& inputs, const std::string& path) {
  PARCOURS_TRY(const TextInput input, open_text(inputs, path, Inputs::Purpose::read, std::nullopt));
  PARCOURS_TRY(std::string text, read_all(*input.bytes));
  PARCOURS_TRY(const FileFormat format, sniff_format(text));
  if (format != FileFormat::csv) return unreadable(msg("events.links_not_csv"));
  const Encoding encoding = input.marked ? Encoding::utf8 : guess_encoding(text);
  ImportOptions options;
  options.header = false;
  PARCOURS_TRY(const CsvSample sample, sample_csv(text, false, encoding, options, 1000));
  if (sample.table.names.size() != 2)
    return unreadable(msg("events.links_two_columns", {{"found", static_cast<std::int64_t>(sample.table.names.size())}}),
                      msg("events.links_two_columns_hint"));
  CsvReader reader(memory_source(std::move(text)), sample.dialect, encoding);
  LinkFile out;
  RejectList rejects;
  CsvRow row;
  for (bool first = true;; first = false) {
    PARCOURS_TRY(const bool some, reader.next(row));
    if (!some) break;
    if (!first || row.problem || !is_header(row.fields)) take(row, rejects, out);
  }
  out.rejects = rejects.all();
  return out;
}

}  // namespace

Result<LinkFile> read_links(Inputs& inputs, const std::string& path) {
  auto links = read(inputs, path);
  if (!links.ok()) return in_file(links.failure(), path);
  return links;
}

}  // namespace parcours
