import type { Document } from "../model/document.ts"
import { writeAddress } from "../state/address.ts"
import type { State } from "../state/state.ts"
import type { SharingWords } from "../words/sharing.ts"
import { LETTERS } from "./base85.ts"
import { escapeHtml, listMarkup } from "./markup.ts"
import type { Report } from "./report.ts"
import { writeSaved } from "./savedDocument.ts"

/** What a saved file is made of beside its document. */
export interface SavedParts {
  /** The program, its fonts and styles in it, compressed by gzip and written by base85.ts. */
  readonly program: PackedProgram
  readonly state: State
  readonly report: Report
  readonly lang: string
  readonly dir: "ltr" | "rtl"
  readonly sharing: SharingWords
}

export interface PackedProgram {
  readonly text: string
  /** Bytes that it stands for. */
  readonly length: number
}

/** The source of the program with its styles, as it is to be compressed. */
export function withStyles(program: string, styles: string): string {
  return `(()=>{const s=new CSSStyleSheet();s.replaceSync(${JSON.stringify(styles)});document.adoptedStyleSheets=[s]})();\n${program}`
}

/**
 * A page that is all in one file, piece by piece: it asks for nothing, so that it opens from disk, offline, for ever. Its
 * own policy lets it ask nobody for anything; what a reader sees without scripts is a list of the events.
 */
export function* savedPage(document: Document, parts: SavedParts): Generator<string, void> {
  const { program, state, report, lang, dir, sharing } = parts
  const query = writeAddress({ ...state, data: null, format: null, map: null, embed: false, hide: [] })
  yield `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(report.title)}</title>
</head>
<body>
<div id="dateline" data-state="${escapeHtml(query)}"></div>
<noscript>
${listMarkup(report, sharing)}
</noscript>
<script type="application/json" id="dateline-data">`
  yield* writeSaved(document)
  yield `</script>
<script type="text/plain" id="dateline-program" data-length="${program.length}">${program.text}</script>
<script>
${STARTER}
</script>
</body>
</html>
`
}

const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob: https: http:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ")

/** Unpacks the program and runs it; a browser without the means says so by the list that stands for scripts' sake. */
const STARTER = `(async () => {
  try {
    const letters = ${JSON.stringify(LETTERS)}
    const packed = document.getElementById("dateline-program")
    const text = packed.textContent
    const bytes = new Uint8Array(text.length / 5 * 4)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < text.length; i += 5) {
      let value = 0
      for (let j = i; j < i + 5; j++) value = value * 85 + letters.indexOf(text[j])
      view.setUint32(i / 5 * 4, value)
    }
    const stream = new Blob([bytes.subarray(0, Number(packed.dataset.length))]).stream().pipeThrough(new DecompressionStream("gzip"))
    const script = document.createElement("script")
    script.text = await new Response(stream).text()
    document.body.append(script)
  } catch {
    document.getElementById("dateline").append(...new DOMParser().parseFromString(document.querySelector("noscript").textContent, "text/html").body.childNodes)
  }
})()`
