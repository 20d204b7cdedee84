import { captionsOf, type Made } from "../figure/captions.ts"
import { titleOf } from "../figure/names.ts"
import { sceneOfView, type View } from "../figure/view.ts"
import { layoutPoster, paintPoster, posterSvg } from "../paint/poster.ts"
import type { Theme } from "../paint/theme.ts"
import type { SharingWords } from "../words/sharing.ts"
import { FAMILY, LABEL_SIZE, measureText } from "./measure.ts"

/** Pixels of a picture's drawing, its names of lanes among them. */
const WIDTH = 1200
/** Pixels of a PNG for each of the layout's: fit for print and for screens of any density. */
const RATIO = 2

/** In the picture's file no font of ours can be named by its address: what the reader has of the family, or the system's. */
const FILE_FAMILY =
  '"IBM Plex Sans", "IBM Plex Sans Arabic", "Dateline Sans", system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif'

function pictureOf(view: View, made: Made, sharing: SharingWords, theme: Theme, font: string) {
  const { scene, frame, gutter, shown } = sceneOfView(view, WIDTH, measureText, LABEL_SIZE)
  const options = {
    theme,
    label: (row: number) => titleOf(view.table, row, view.lang).text,
    measure: measureText,
    labelSize: LABEL_SIZE,
    dir: view.words.dir,
    lang: view.lang,
    gutter,
    font,
  }
  const captions = captionsOf(view, shown, made, sharing)
  return { scene, frame, captions, options, poster: layoutPoster(scene, frame, captions, options) }
}

/** The view as an SVG file. */
export function svgOf(view: View, made: Made, sharing: SharingWords, theme: Theme): string {
  const { scene, frame, captions, options, poster } = pictureOf(view, made, sharing, theme, FILE_FAMILY)
  return posterSvg(poster, scene, frame, captions, options)
}

/** The view on a canvas, which takes its size. Throws where the browser gives no canvas to draw on. */
export function paintPicture(
  canvas: HTMLCanvasElement,
  view: View,
  made: Made,
  sharing: SharingWords,
  theme: Theme,
): void {
  const { scene, frame, options, poster } = pictureOf(view, made, sharing, theme, FAMILY)
  const context = canvas.getContext("2d")
  const sheet = document.createElement("canvas").getContext("2d")
  if (!context || !sheet) throw new Error("no canvas")
  paintPoster(context, sheet, poster, scene, frame, { ...options, ratio: RATIO })
}

/** The view as a PNG file; rejects where the browser will not make one. */
export async function pngOf(view: View, made: Made, sharing: SharingWords, theme: Theme): Promise<Blob> {
  await document.fonts.ready
  const canvas = document.createElement("canvas")
  paintPicture(canvas, view, made, sharing, theme)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error("no canvas"))), "image/png"),
  )
}

/** A file's name after a title, without what no system allows in one. */
export function fileNameOf(title: string, ending: string): string {
  const plain = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ")
  return `${plain.trim().slice(0, 60).trim() || "timeline"}${ending}`
}
