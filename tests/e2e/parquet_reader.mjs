// Reads segments with a reader that is not DuckDB (npm hyparquet) and prints them as JSON:
//   node tests/e2e/parquet_reader.mjs SEGMENT.parquet…
// {"columns": [{"name", "type", "logical", "optional"}], "rows": [{…}]}, instants as ISO texts and 64-bit numbers as texts.
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { readFileSync } from 'node:fs'

const columns = []
const rows = []
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const metadata = parquetMetadata(file)
  columns.length = 0
  for (const { element } of parquetSchema(metadata).children)
    columns.push({ name: element.name, type: element.type, logical: element.logical_type?.type ?? element.converted_type ?? null, utc: element.logical_type?.isAdjustedToUTC ?? null })
  rows.push(...(await parquetReadObjects({ file, metadata, compressors })))
}
const plain = (_, value) => (typeof value === 'bigint' ? value.toString() : value)
process.stdout.write(JSON.stringify({ columns, rows }, plain) + '\n')
