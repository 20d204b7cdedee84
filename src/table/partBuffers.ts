import type { TableParts } from "./parts.ts"

/** The buffers of a table's columns, each once: to be moved, not copied, with the parts. */
export function buffersOf(parts: TableParts): ArrayBuffer[] {
  const found = new Set<ArrayBufferLike>()
  const visit = (value: unknown, depth: number) => {
    if (ArrayBuffer.isView(value)) found.add(value.buffer)
    // Deeper there are names and the document's own fields, which hold no columns.
    else if (typeof value === "object" && value !== null && !(value instanceof Map) && depth < 4)
      for (const part of Object.values(value)) visit(part, depth + 1)
  }
  const { document: _, ...columns } = parts
  visit(columns, 0)
  return [...found] as ArrayBuffer[]
}
