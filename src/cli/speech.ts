import type { Status } from "../model/document.ts"
import { parseEdtf } from "../time/edtf.ts"
import { isZone } from "../time/zone.ts"
import { sayEdtf } from "../words/dates.ts"
import { dateLocale } from "../words/dates-locale.ts"
import { LANGUAGES, negotiate } from "../words/languages.ts"
import { UsageError, type Asked } from "./usage.ts"

/** Options by which dates are put into words. */
export const SPEECH = { lang: "one", tz: "one" } as const

export interface Speech {
  readonly lang: string
  /** A date in words; text that is no EDTF comes as it is. */
  date(edtf: string): string
  status(status: Status): string
}

/** Dates in the language and zone that were asked for: English and UTC where nothing was. */
export async function speechFor(asked: Asked): Promise<Speech> {
  const wanted = asked.one("lang")
  const zone = asked.one("tz") ?? "UTC"
  if (!isZone(zone)) throw new UsageError(`--tz: “${zone}” is no time zone; write it like Asia/Damascus`)
  const { tag, language } = negotiate(wanted, [])
  if (wanted !== null && tag.split("-")[0] !== wanted.split(/[-_]/)[0]!.toLowerCase())
    throw new UsageError(`--lang: known languages are ${LANGUAGES.map(one => one.tag).join(" and ")}`)
  const wordsWith = await language.load()
  const words = await wordsWith(String).more()
  const locale = dateLocale(tag)
  return {
    lang: tag,
    status: status => words.statuses[status],
    date(edtf) {
      const parsed = parseEdtf(edtf)
      return parsed.ok ? sayEdtf(parsed.value, locale, zone) : edtf
    },
  }
}
