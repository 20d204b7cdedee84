import type { Batch, Format } from "./format.ts"

/** No head of an Arrow message is longer than this in a file that begins with one. */
const LONGEST = 1 << 24

/** Columns by Apache Arrow, as a file (Feather 2) or a stream; read batch by batch as they come. */
export const arrow: Format = {
  name: "arrow",
  extensions: [".arrow", ".arrows", ".feather", ".ipc"],
  mediaTypes: ["application/vnd.apache.arrow.file", "application/vnd.apache.arrow.stream"],
  sniff(head) {
    if (String.fromCharCode(...head.subarray(0, 6)) === "ARROW1") return 2
    if (head.length < 16) return 0
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    // The mark that a message goes on, then the length of its head, which is padded to eight bytes.
    const length = view.getUint32(4, true)
    return view.getUint32(0, true) === 0xffffffff && length > 0 && length < LONGEST && length % 8 === 0
      ? 2
      : 0
  },
  async *read(bytes, faults, options = {}): AsyncGenerator<Batch> {
    const [{ openArrow }, { readTyped }] = await Promise.all([
      import("./columnar/arrowFile.ts"),
      import("./columnar/table.ts"),
    ])
    yield* readTyped(() => openArrow(bytes), options, faults)
  },
}
