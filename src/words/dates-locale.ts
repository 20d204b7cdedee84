/** How dates are written for one reader; a plain value, so that nothing is left to an engine's defaults. */
export interface DateLocale {
  /** BCP 47 tag that `lang` attributes may carry. */
  readonly tag: string
  readonly language: "en" | "ar"
  readonly digits: "latn" | "arab"
  readonly months: MonthStyle
}

/** The families of Gregorian month names; the calendar is always the Gregorian. */
export type MonthStyle = "english" | "western" | "levantine" | "moroccan" | "algerian" | "mauritanian"

/** Regions whose Arabic is written with Arabic-Indic digits in CLDR 48; all others, and bare `ar`, with Latin ones. */
const ARABIC_INDIC = new Set("BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE".split(" "))

const STYLE_BY_REGION: Readonly<Record<string, MonthStyle>> = {
  SY: "levantine",
  LB: "levantine",
  IQ: "levantine",
  JO: "levantine",
  PS: "levantine",
  MA: "moroccan",
  EH: "moroccan",
  DZ: "algerian",
  TN: "algerian",
  MR: "mauritanian",
}

const ENGLISH: DateLocale = { tag: "en", language: "en", digits: "latn", months: "english" }

/**
 * The way of writing dates for a language tag: Arabic by region (month family, digits; `-u-nu-latn` or `-u-nu-arab`
 * overrides the digits), English for everything else. Malformed tags ("C", "", "ar_SY") never throw: they fall to the
 * language they begin with, or to English.
 */
export function dateLocale(tag: string): DateLocale {
  const [language, ...rest] = tag.split(/[-_]/)
  if (language!.toLowerCase() !== "ar") return ENGLISH
  const extension = rest.findIndex(part => part.length === 1)
  const ahead = extension < 0 ? rest : rest.slice(0, extension)
  const region = ahead.find(part => /^[A-Za-z]{2}$/.test(part))?.toUpperCase() ?? ""
  const asked = rest.findIndex(part => part.toLowerCase() === "nu")
  const system = asked < 0 ? "" : (rest[asked + 1] ?? "").toLowerCase()
  const own = ARABIC_INDIC.has(region) ? "arab" : "latn"
  return {
    tag: region ? `ar-${region}` : "ar",
    language: "ar",
    digits: system === "latn" || system === "arab" ? system : own,
    months: STYLE_BY_REGION[region] ?? "western",
  }
}
