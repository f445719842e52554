#include "events/open_source.h"

#include "events/csv_attributes.h"
#include "events/ndjson_reader.h"
#include "events/parquet_reader.h"
#include "events/recipe_reader.h"
#include "events/source_impl.h"
#include "events/source_of.h"
#include "events/text_input.h"
#include "events/xes_reader.h"
#include "events/xlsx_reader.h"

namespace parcours {
namespace {

bool is_wide(const ColumnPlan& plan) { return plan.encoding == Encoding::utf16le || plan.encoding == Encoding::utf16be; }

CsvReader csv_reader(RawInput input, const ColumnPlan& plan) {
  const auto extent = input.cut ? CsvReader::Extent::cut : CsvReader::Extent::whole;
  return CsvReader(std::move(input.bytes), plan.dialect, is_wide(plan) ? Encoding::utf8 : plan.encoding, extent);
}

}  // namespace

Result<std::unique_ptr<AttributeReader>> rows_of(RawInput input, const std::string& name, const ColumnPlan& plan) {
  switch (plan.format) {
    case FileFormat::csv: break;
    case FileFormat::ndjson: return read_ndjson(std::move(input.bytes), input.cut);
    case FileFormat::xes: return read_xes(std::move(input.bytes), name, is_wide(plan) || plan.encoding == Encoding::utf8, input.cut);
    case FileFormat::parquet: return read_parquet(std::move(*input.file), name);
    case FileFormat::xlsx: {
      PARCOURS_TRY(OpenedSheet sheet, read_xlsx(std::move(*input.file), name, {plan.sheet, plan.dialect.header}));
      return std::move(sheet.reader);
    }
  }
  return csv_attributes(csv_reader(std::move(input), plan), plan.dialect.header);
}

Result<std::unique_ptr<ImportSource>> source_of(RawInput input, const std::string& name, const ColumnPlan& plan) {
  if (plan.format == FileFormat::csv && !plan.recipe) return csv_source(plan, name, csv_reader(std::move(input), plan));
  PARCOURS_TRY(auto rows, rows_of(std::move(input), name, plan));
  if (plan.recipe) rows = follow_recipe(plan.recipe, std::move(rows), plan.decimal);
  return attribute_source(plan, name, std::move(rows));
}

Result<std::unique_ptr<ImportSource>> open_source(Inputs& inputs, const std::string& path, const ColumnPlan& plan) {
  PARCOURS_TRY(TextInput input, open_text(inputs, path, Inputs::Purpose::read, plan.encoding));
  if (!is_table_file(plan.format)) return source_of({std::move(input.bytes), std::nullopt, false}, path, plan);
  PARCOURS_TRY(LocalFile file, local_file(inputs, path, input.compressed, *input.bytes));
  return source_of({nullptr, std::move(file), false}, path, plan);
}

}  // namespace parcours
