import { styles } from "built-in:styles"
import { registerFonts } from "./fonts.ts"

/**
 * Around the viewer in its shadow root. What inherits from the page is cut off, and the page's own rules for the element
 * lose, whatever they call important: an inner tree's important rules win. `medium` is the size that the reader has
 * chosen, which no page can change; lengths in the styles are counted from it (--dateline-rem) and not from the page's
 * root.
 */
const SHELL = `
:host { display: block !important; box-sizing: border-box; min-block-size: 12.5em; overflow: auto; }
:host([hidden]) { display: none !important; }
.shell { all: initial; display: grid; grid-template-columns: minmax(0, 1fr); min-block-size: 100%; font-size: medium; --dateline-rem: var(--dateline-size, 1em); }
`

const sheets = new WeakMap<Document, CSSStyleSheet>()

/**
 * A new place in an element's shadow root in which a viewer is drawn, with the viewer's styles and fonts. Styles are one
 * sheet for all viewers of a page, adopted and not written into it, so that a strict policy of the page lets them pass.
 */
export function openShadow(host: HTMLElement): HTMLElement {
  const page = host.ownerDocument
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" })
  root.adoptedStyleSheets = [sheetFor(page)]
  registerFonts(page)
  const shell = page.createElement("div")
  shell.className = "shell"
  root.append(shell)
  return shell
}

function sheetFor(page: Document): CSSStyleSheet {
  const known = sheets.get(page)
  if (known) return known
  const { CSSStyleSheet: Sheet, CSS: css } = page.defaultView ?? window
  const sheet = new Sheet()
  const rem = registerLength(css, "--dateline-rem") ? "1em" : "16px"
  sheet.replaceSync(styles + SHELL.replace("1em)", `${rem})`))
  sheets.set(page, sheet)
  return sheet
}

/** Makes a custom property a length, which is then inherited as computed; false where the browser has no such thing. */
function registerLength(css: typeof CSS, name: string): boolean {
  try {
    css.registerProperty({ name, syntax: "<length>", inherits: true, initialValue: "16px" })
    return true
  } catch (error) {
    // Another copy of this script on the page has done it.
    return (error as DOMException).name === "InvalidModificationError"
  }
}
