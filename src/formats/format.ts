import type { Faults } from "../model/faults.ts"
import type { Place } from "../model/problem.ts"
import type { OriginOf } from "../model/spot.ts"
import type { ReadOptions, TableShape } from "./mapping.ts"
import type { CellBlock } from "./tabular/cellBytes.ts"
import type { CellPlan } from "./tabular/records.ts"

/** What one kind of file is, how it is told from others, and how it is read. A format knows no other format. */
export interface Format {
  /** The value of the address parameter `format`. */
  readonly name: string
  /** Endings of file names, with the dot, in lower case. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
  /** Whether a file that begins so is of this format: 0 no, 1 perhaps, 2 surely. Cheap; never throws. */
  sniff(head: Uint8Array, fileName: string): 0 | 1 | 2
  /**
   * The file in batches, pulled, so that the reader can pause; what is left out goes to `faults` with its place. Of a
   * file that cannot be read at all the last fault is fatal. Throws only what `bytes` throws. What `options` choose goes
   * before what would be recognised; a format to which a choice means nothing leaves it alone.
   */
  read(bytes: AsyncIterable<Uint8Array>, faults: Faults, options?: ReadOptions): AsyncIterable<Batch>
  /** Loads what reading takes, for whoever knows already that there will be such a file. */
  prepare?(): Promise<unknown>
}

/** The rows of a plain table in the bytes of the file; `block` holds until the next batch is asked for. */
export interface CellBatch {
  readonly block: CellBlock
  readonly plan: CellPlan
  /** The event of the nth row of the block, as `events` has it; undefined for a row that is none. */
  readonly read: (row: number) => unknown
  /** Where the nth row of the block stands; by its number where this is left out. */
  readonly placeOf?: (row: number) => Place
}

/** Some events as people write them, still to pass model/check. */
export interface Batch {
  /** Name of what the file turned out to be, where that is told by what is in it: with the first batch. */
  readonly format?: string
  /**
   * All of the document but its events: with the first batch, where the format holds such things. Later batches may have
   * `actors`, `places`, `types` and `tags` that their events name.
   */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly events: readonly unknown[]
  /** Where the nth event of this batch stands in the file. */
  readonly placeOf: (index: number) => Place
  /** Where the fields of its events came from, where those were told by columns. */
  readonly originOf?: OriginOf
  /** The same events where they lie, for whoever can take them from there without an object for each. */
  readonly cells?: CellBatch
  /** Events that could not even be told apart and are already reported. */
  readonly lost?: number
  /** What the columns were taken for: with the first batch of a table, also where nothing in it can be read. */
  readonly shape?: TableShape
}
