import { strToU8, zipSync } from "fflate"

/** Parts of a workbook that are not the plain ones. */
export interface Parts {
  readonly strings?: string
  readonly styles?: string
  readonly book?: string
}

/** A workbook as spreadsheets write it, its sheets by name as the XML of their rows. */
export function workbook(
  sheets: Readonly<Record<string, string>>,
  parts: Parts = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets)
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns:r="r">${parts.book ?? ""}<sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map(
        (_, i) => `<Relationship Id="rId${i + 1}" Type="t/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>${sheets[name]!}</sheetData></worksheet>`,
      ]),
    ),
  }
  if (parts.strings) files["xl/sharedStrings.xml"] = `<sst>${parts.strings}</sst>`
  if (parts.styles) files["xl/styles.xml"] = `<styleSheet>${parts.styles}</styleSheet>`
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  ) as Uint8Array<ArrayBuffer>
}

/** A row of cells: texts stand in the cells themselves, `{v, s}` are numbers with a style, null is no cell. */
export function row(
  number: number,
  ...cells: readonly (string | number | null | { v: string | number; s?: number; t?: string })[]
): string {
  const written = cells.map((cell, i) => {
    const at = `r="${String.fromCharCode(65 + i)}${number}"`
    if (cell === null) return ""
    if (typeof cell === "string")
      return `<c ${at} t="inlineStr"><is><t>${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`
    if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`
    return `<c ${at}${cell.s === undefined ? "" : ` s="${cell.s}"`}${cell.t ? ` t="${cell.t}"` : ""}><v>${cell.v}</v></c>`
  })
  return `<row r="${number}">${written.join("")}</row>`
}
