import { PARAMETERS, readAddress, writeAddress } from "../state/address.ts"
import { isGiven } from "../ui/opened.ts"

/** Parameters that an element has as attributes of the same name; it always stands in a page, so `embed` says nothing. */
export const STATE_ATTRIBUTES: readonly string[] = PARAMETERS.filter(name => name !== "embed")

/** `src` is another name of `data`. */
export const ATTRIBUTES: readonly string[] = ["src", ...STATE_ATTRIBUTES]

/** Parameters that may be given several times, which an attribute writes with commas between; `\,` is a comma in an id. */
const SEVERAL = new Set(["actor", "place", "type", "status", "tag", "source", "pin", "hide"])

type Read = (attribute: string) => string | null

/** The values that an attribute gives a parameter; none where it is not there. */
export function valuesOf(parameter: string, read: Read): string[] {
  const text = parameter === "data" ? (read("src") ?? read("data")) : read(parameter)
  if (text === null) return []
  if (!SEVERAL.has(parameter)) return [text]
  return [...text.matchAll(/(?:\\.|[^,\\])+|\\$/gs)]
    .map(([value]) => value.replaceAll("\\,", ",").trim())
    .filter(value => value !== "")
}

/** What an attribute says for the values of a parameter; null where it should not be there. */
export function attributeOf(parameter: string, values: readonly string[]): string | null {
  if (values.length === 0) return null
  return SEVERAL.has(parameter)
    ? values.map(value => value.replaceAll(",", "\\,")).join(",")
    : (values[0] ?? null)
}

/** The query string that an element's attributes stand for. */
export function queryOf(read: Read): string {
  const pairs = STATE_ATTRIBUTES.flatMap(name => valuesOf(name, read).map(value => [name, value]))
  return new URLSearchParams(pairs).toString()
}

/**
 * Attributes that no longer say what a view is, with what they should say. One that means the same stays as it was
 * written, and so does one that means nothing here, as `dir="rtl"`, which is HTML's own.
 */
export function outdated(query: string, read: Read): (readonly [attribute: string, value: string | null])[] {
  const now = new URLSearchParams(query)
  return STATE_ATTRIBUTES.flatMap(name => {
    const wanted = now.getAll(name)
    // What was given as a property has no attribute.
    if (name === "data" && isGiven(wanted[0] ?? null)) return []
    const said = canonical(name, valuesOf(name, read))
    if (said.length === wanted.length && said.every((value, i) => value === wanted[i])) return []
    const attribute = name === "data" && read("src") !== null ? "src" : name
    return [[attribute, attributeOf(name, wanted)] as const]
  })
}

function canonical(parameter: string, values: readonly string[]): string[] {
  const written = writeAddress(readAddress(new URLSearchParams(values.map(v => [parameter, v])).toString()))
  return new URLSearchParams(written).getAll(parameter)
}
