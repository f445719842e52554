#include "events/open_source.h"

#include "events/ndjson_reader.h"
#include "events/source_impl.h"
#include "events/source_of.h"
#include "events/text_input.h"
#include "events/xes_reader.h"

namespace parcours {

std::unique_ptr<ImportSource> source_of(std::unique_ptr<ByteSource> bytes, const std::string& name, const ColumnPlan& plan, bool cut) {
  const bool wide = plan.encoding == Encoding::utf16le || plan.encoding == Encoding::utf16be;
  switch (plan.format) {
    case FileFormat::csv: break;
    case FileFormat::ndjson: return attribute_source(plan, name, read_ndjson(std::move(bytes), cut));
    case FileFormat::xes: return attribute_source(plan, name, read_xes(std::move(bytes), name, wide || plan.encoding == Encoding::utf8, cut));
  }
  const auto extent = cut ? CsvReader::Extent::cut : CsvReader::Extent::whole;
  return csv_source(plan, name, CsvReader(std::move(bytes), plan.dialect, wide ? Encoding::utf8 : plan.encoding, extent));
}

Result<std::unique_ptr<ImportSource>> open_source(Inputs& inputs, const std::string& path, const ColumnPlan& plan) {
  PARCOURS_TRY(TextInput input, open_text(inputs, path, Inputs::Purpose::read, plan.encoding));
  return source_of(std::move(input.bytes), path, plan, false);
}

}  // namespace parcours
