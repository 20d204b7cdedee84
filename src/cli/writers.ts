import { WRITERS as OF_PAGES } from "../write/index.ts"
import { parquetWriter } from "../write/parquet.ts"
import type { Writer } from "../write/writer.ts"

/** All kinds of files that the command writes: those of the page, and Parquet, which would be too much for a saved page. */
export const WRITERS: readonly Writer[] = [...OF_PAGES, parquetWriter]
