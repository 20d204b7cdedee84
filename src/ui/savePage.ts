import type { Made } from "../figure/captions.ts"
import { reportOf } from "../figure/report.ts"
import { toBase85 } from "../figure/base85.ts"
import { savedPage, withStyles, type PackedProgram } from "../figure/savedPage.ts"
import type { View } from "../figure/view.ts"
import type { SharingWords } from "../words/sharing.ts"
import { blobSteps, listSteps, within, type Steps } from "./fileSteps.ts"

/**
 * The view, all of its document and the program as one HTML page, step by step: yields the part that is done. Rejects where
 * the program's own files cannot be had, as from a development server.
 */
export async function pageSteps(view: View, made: Made, sharing: SharingWords): Promise<Steps<Blob>> {
  const { state, lang, words } = view
  const program = await packedProgram()
  const report = reportOf(view, made, sharing)
  const parts = { program, state, report, lang, dir: words.dir, sharing }
  return (function* () {
    const { document, length } = view.table
    const events = yield* within(
      listSteps(
        view,
        Uint32Array.from({ length }, (_, row) => row),
      ),
      0,
      0.4,
    )
    return yield* within(blobSteps(savedPage({ ...document, events }, parts), length), 0.4, 1)
  })()
}

/** The program of saved files, from the site, or from the saved file that this page is. */
async function packedProgram(): Promise<PackedProgram> {
  const here = document.getElementById("dateline-program")
  if (here) return { text: here.textContent, length: Number(here.dataset["length"]) }
  const style = document.querySelector("link[rel=stylesheet]")?.getAttribute("href")
  const [program, styles] = await Promise.all([
    ownFile(document.querySelector<HTMLElement>("script[data-saved]")?.dataset["saved"]),
    ownFile(style ?? undefined),
  ])
  const packed = new Blob([withStyles(program, styles)]).stream().pipeThrough(new CompressionStream("gzip"))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  return { text: toBase85(bytes), length: bytes.length }
}

async function ownFile(address: string | undefined): Promise<string> {
  if (address === undefined) throw new Error("the page was not built")
  const response = await fetch(new URL(address, document.baseURI))
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.text()
}
