import type { Batch, Format } from "./format.ts"
import { collected } from "./pieces.ts"

/** Columns by Apache Parquet, shapes of GeoParquet among them; read row group by row group once all of the file is there. */
export const parquet: Format = {
  name: "parquet",
  extensions: [".parquet", ".geoparquet", ".pq"],
  mediaTypes: ["application/vnd.apache.parquet"],
  sniff(head) {
    const magic = String.fromCharCode(...head.subarray(0, 4))
    return magic === "PAR1" || magic === "PARE" ? 2 : 0
  },
  async *read(bytes, faults, options = {}): AsyncGenerator<Batch> {
    const whole = await collected(bytes)
    const [{ openParquet }, { readTyped }] = await Promise.all([
      import("./columnar/parquetFile.ts"),
      import("./columnar/table.ts"),
    ])
    yield* readTyped(() => openParquet(whole), options, faults)
  },
}
