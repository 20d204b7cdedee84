import arabic400 from "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url"
import arabic600 from "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url"
import latin400 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url"
import latin600 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url"
import latinExt400 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2?url"
import latinExt600 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2?url"

const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200A,U+2010-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215"
const LATIN_EXT = "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF,U+2C60-2C7F,U+A720-A7FF"
const ARABIC =
  "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC"

/** A program in one file may do without some, and has null in their place. */
const FACES: readonly (readonly [address: string | null, weight: number, range: string, adjust: string])[] = [
  [latin400, 400, LATIN, ""],
  [latin600, 600, LATIN, ""],
  [latinExt400, 400, LATIN_EXT, ""],
  [latinExt600, 600, LATIN_EXT, ""],
  // Arabic beside Latin of the same level is set larger (design.md).
  [arabic400, 400, ARABIC, "size-adjust:108%;"],
  [arabic600, 600, ARABIC, "size-adjust:108%;"],
]

const registered = new WeakSet<Document>()

/**
 * Registers IBM Plex Sans and IBM Plex Sans Arabic (OFL 1.1) on the document as one family, "Dateline Sans". Through a
 * constructed sheet: it passes a strict policy, and a shadow root's own @font-face would be ignored. Once a document.
 */
export function registerFonts(page: Document): void {
  if (registered.has(page) || !("adoptedStyleSheets" in page)) return
  registered.add(page)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    FACES.flatMap(([address, weight, range, adjust]) =>
      address === null
        ? []
        : `@font-face{font-family:"Dateline Sans";font-style:normal;font-weight:${weight};font-display:swap;${adjust}` +
          `unicode-range:${range};src:url("${new URL(address, page.baseURI).href}") format("woff2")}`,
    ).join(""),
  )
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
}
