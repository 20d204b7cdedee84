import type { Seen } from "../../model/seen.ts"
import { listZip, readEntry } from "../zip.ts"
import { dateStyleOf, type DateStyle } from "./serials.ts"
import { xmlParser, type XmlHearer } from "./xml.ts"

/** More than any workbook of events unpacks to; what says that it is larger is not unpacked. */
const LARGEST = 1_000_000_000

type Bytes = AsyncIterable<Uint8Array>

/** A workbook of Office Open XML (ECMA-376): its sheets in their order and what their cells refer to. */
export interface Workbook {
  /** Those that are hidden come last. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly styles: readonly (DateStyle | null)[]
  readonly is1904: boolean
  /** The XML of a part; null where there is none. Throws while it is read where it is broken. */
  part(path: string): Bytes | null
}

/** The workbook in a file, or why there is none. */
export async function openWorkbook(zip: Uint8Array): Promise<Workbook | Seen> {
  const entries = new Map(listZip(zip)?.map(entry => [entry.name.toLowerCase(), entry] as const))
  const part = (path: string) => {
    const entry = entries.get(path.toLowerCase())
    return entry && entry.size <= LARGEST ? readEntry(zip, entry) : null
  }
  const main = part("xl/workbook.xml")
  if (!main) return { word: "no-workbook" }
  const relations = await readRelations(part("xl/_rels/workbook.xml.rels"))
  const book = await readBook(main)
  if ("word" in book) return book
  const target = (type: string) => relations.find(relation => relation.type.endsWith(`/${type}`))?.path
  const sheets = book.sheets.flatMap(({ name, relation, isHidden }) => {
    const path = relations.find(({ id }) => id === relation)?.path
    return path === undefined ? [] : [{ name, path, isHidden }]
  })
  return {
    sheets: [...sheets.filter(sheet => !sheet.isHidden), ...sheets.filter(sheet => sheet.isHidden)],
    strings: await readStrings(part(target("sharedStrings") ?? "xl/sharedStrings.xml")),
    styles: await readStyles(part(target("styles") ?? "xl/styles.xml")),
    is1904: book.is1904,
    part,
  }
}

const DEAF: XmlHearer = { open() {}, close() {}, text() {} }

async function hear(xml: Bytes | null, hearer: Partial<XmlHearer>): Promise<Seen | null> {
  if (!xml) return null
  const parser = await xmlParser({ ...DEAF, ...hearer })
  const decoder = new TextDecoder()
  try {
    for await (const piece of xml) parser.write(decoder.decode(piece, { stream: true }))
  } catch {
    return { word: "broken-part" }
  }
  const told = parser.end()
  return told === null ? null : { word: "broken-xml", told }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly path: string
}

async function readRelations(xml: Bytes | null): Promise<Relation[]> {
  const found: Relation[] = []
  await hear(xml, {
    open(name, { Id: id = "", Type: type = "", Target: target = "" }) {
      if (name !== "Relationship") return
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`
      found.push({ id, type, path: path.replace(/[^/]+\/\.\.\//g, "").replace(/\/\.\//g, "/") })
    },
  })
  return found
}

async function readBook(xml: Bytes) {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = []
  let is1904 = false
  const fault = await hear(xml, {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = /^(1|true)$/i.test(attributes["date1904"] ?? "")
      if (name !== "sheet") return
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ""
      const { name: title = "", state = "visible" } = attributes
      sheets.push({ name: title, relation, isHidden: state !== "visible" })
    },
  })
  return fault !== null && sheets.length === 0 ? fault : { sheets, is1904 }
}

/** Texts that cells share; the pieces of a rich text are joined, what is written above letters (ruby) is not. */
async function readStrings(xml: Bytes | null): Promise<string[]> {
  const strings: string[] = []
  let text = ""
  let isText = false
  let isRuby = false
  await hear(xml, {
    open(name) {
      if (name === "si") text = ""
      if (name === "rPh") isRuby = true
      isText = name === "t" && !isRuby
    },
    close(name) {
      if (name === "rPh") isRuby = false
      if (name === "t") isText = false
      if (name === "si") strings.push(plain(text))
    },
    text(piece) {
      if (isText) text += piece
    },
  })
  return strings
}

/** Letters that XML cannot hold stand as `_x000D_` in workbooks. */
export function plain(text: string): string {
  if (!text.includes("_x")) return text
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

async function readStyles(xml: Bytes | null): Promise<(DateStyle | null)[]> {
  const codes = new Map<number, string>()
  const styles: (DateStyle | null)[] = []
  let isOfCells = false
  await hear(xml, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "")
      if (name === "cellXfs") isOfCells = true
      if (name !== "xf" || !isOfCells) return
      const id = Number(attributes["numFmtId"] ?? 0)
      styles.push(dateStyleOf(id, codes.get(id)))
    },
    close(name) {
      if (name === "cellXfs") isOfCells = false
    },
  })
  return styles
}
