/** Widths of texts as the page sets them, by font, remembered: measuring costs more than anything else in a layout. */
const fonts = new Map<string, Map<string, number>>()
let context: CanvasRenderingContext2D | null | undefined
/** The font that the context has: to set the same one costs as much as another. */
let setFont = ""
const MOST = 20_000

/** The family that labels are set in, as base.css has it where nobody has chosen otherwise. */
export const FAMILY = '"Dateline Sans", system-ui, "Noto Sans Arabic", sans-serif'
/** Their size then in CSS pixels; Arabic is set larger by the font itself. */
export const LABEL_SIZE = 14

/** Width of a text in CSS pixels at a font size in CSS pixels; the family is as CSS writes it. */
export function measureText(text: string, size: number, family = FAMILY): number {
  const font = `${size}px ${family}`
  let widths = fonts.get(font)
  if (!widths) fonts.set(font, (widths = new Map()))
  const known = widths.get(text)
  if (known !== undefined) return known
  context ??= document.createElement("canvas").getContext("2d")
  if (!context) return text.length * size * 0.55
  if (setFont !== font) context.font = setFont = font
  const { width } = context.measureText(text)
  if (widths.size > MOST) widths.clear()
  widths.set(text, width)
  return width
}

/** Forgets what was measured before the fonts had come. */
export function forgetWidths(): void {
  fonts.clear()
  setFont = ""
}
