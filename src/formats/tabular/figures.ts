import type { Field } from "../mapping.ts"
import { said } from "./cells.ts"
import { latinDigits } from "./looseDates.ts"

type Figures = Readonly<Record<string, number | Readonly<Record<string, number>>>>

/** Reads how many were killed and wounded, with the lower and the higher estimate where a table has them; null for none. */
export function figureReader(columns: readonly (Field | null)[]): (row: readonly string[]) => Figures | null {
  const kinds = (["killed", "injured"] as const).map(name => ({
    name,
    best: columns.indexOf(name),
    low: columns.indexOf(`${name}Min`),
    high: columns.indexOf(`${name}Max`),
  }))
  const known = kinds.filter(({ best, low, high }) => best >= 0 || low >= 0 || high >= 0)
  return row => {
    let figures: Record<string, number | Record<string, number>> | null = null
    for (const { name, best, low, high } of known) {
      const [least, likely, most] = [countIn(row[low]), countIn(row[best]), countIn(row[high])]
      if (least === null && likely === null && most === null) continue
      figures ??= {}
      figures[name] =
        least === null && most === null
          ? likely!
          : {
              ...(least !== null && { low: least }),
              ...(likely !== null && { best: likely }),
              ...(most !== null && { high: most }),
            }
    }
    return figures
  }
}

/** A number that is none below zero: that stands for "not known". */
function countIn(cell: string | undefined): number | null {
  const text = said(cell)
  if (text === "") return null
  const value = Number(latinDigits(text).replace(/[ ,\u00a0]/g, ""))
  return Number.isFinite(value) && value >= 0 ? value : null
}
