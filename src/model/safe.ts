/** Whether the text is an absolute address that may be followed: http, https or mailto. Never throws. */
export function isUrl(text: string): boolean {
  return hasScheme(text, ["http:", "https:", "mailto:"])
}

/** Whether the text is an absolute address from which a picture may be fetched: http or https. Never throws. */
export function isMediaUrl(text: string): boolean {
  return hasScheme(text, ["http:", "https:"])
}

/** `URL` strips blanks and control characters as browsers do, so that `java\nscript:` is seen for what it is. */
function hasScheme(text: string, schemes: readonly string[]): boolean {
  try {
    return schemes.includes(new URL(text).protocol)
  } catch {
    return false
  }
}

/**
 * Whether the text is a CSS colour and nothing more: `#rgb` to `#rrggbbaa`, a colour word, or rgb(), hsl(), lab() and
 * the like of plain numbers. `url()`, `var()` and anything with a semicolon are none.
 */
export function isColour(text: string): boolean {
  return (
    /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text) ||
    /^[a-z]{3,24}$/i.test(text) ||
    /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([\d\s.,%/+-]{1,60}(deg|turn|rad)?[\d\s.,%/+-]{0,60}\)$/i.test(
      text,
    )
  )
}
