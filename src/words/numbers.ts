const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 3, numberingSystem: "latn" })

/**
 * A number as text in the digits of a locale, thousands grouped, at most three decimals. Arabic-Indic digits take their
 * own separators (`١٬٢٣٤٫٥`). The digits are pinned: no engine's default has a say.
 */
export function formatNumber(value: number, locale: { readonly digits: "latn" | "arab" }): string {
  const text = plain.format(value)
  return locale.digits === "arab" ? text.replaceAll(/[\d,.]/g, toArabicIndic) : text
}

/** Latin digits in a text replaced by those of a locale, everything else as it stands. */
export function withDigits(text: string, locale: { readonly digits: "latn" | "arab" }): string {
  return locale.digits === "arab" ? text.replaceAll(/\d/g, toArabicIndic) : text
}

function toArabicIndic(character: string): string {
  if (character === ",") return "٬"
  if (character === ".") return "٫"
  return String.fromCharCode(0x660 + Number(character))
}
