import type { Batch, Format } from "./format.ts"

/**
 * A workbook of Excel and its like (Office Open XML, ECMA-376). Its first sheet that is a table with dates is read; others
 * that hold anything are named.
 */
export const xlsx: Format = {
  name: "xlsx",
  extensions: [".xlsx", ".xlsm"],
  mediaTypes: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  sniff(head, fileName) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0
    if (/\.xls[xm]$/i.test(fileName)) return 2
    const names = new TextDecoder("windows-1252").decode(head)
    if (names.includes("xl/")) return 2
    return names.includes("[Content_Types].xml") && !/word\/|ppt\//.test(names) ? 1 : 0
  },
  async *read(bytes, faults, options = {}): AsyncGenerator<Batch> {
    const { readWorkbook } = await reader()
    yield* readWorkbook(bytes, faults, options)
  },
  prepare: reader,
}

function reader() {
  return import("./tabular/readWorkbook.ts")
}
