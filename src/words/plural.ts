/** The plural categories of CLDR that a language needs; Arabic needs all six, English two. */
export type EnglishForms = { one: string; other: string }
export type ArabicForms = Record<"zero" | "one" | "two" | "few" | "many" | "other", string>

/**
 * Picks the form for a number by CLDR's rules and puts the number, already written in the locale's digits, at `{n}`.
 * Forms may leave the number out ("one event" as a word).
 */
export function pluralizer<Forms extends { other: string }>(tag: string, digits: (n: number) => string) {
  const rules = new Intl.PluralRules(tag)
  return (n: number, forms: Forms): string => {
    const form = (forms as Record<string, string>)[rules.select(n)] ?? forms.other
    return form.replace("{n}", digits(n))
  }
}
