/** Width of a text in CSS pixels at a font size in CSS pixels. */
export type Measure = (text: string, size: number) => number

/**
 * A text in at most `most` lines of `width` px, broken between words; what does not fit is cut at a word, within one only
 * where the first word alone is too long, and ends in "…".
 */
export function fitText(text: string, width: number, size: number, measure: Measure, most = 1): string[] {
  const fits = (part: string) => measure(part, size) <= width
  const lines: string[] = []
  let words = text.split(/\s+/u).filter(Boolean)
  while (words.length > 0 && lines.length < most) {
    const isLast = lines.length === most - 1
    if (fits(words.join(" "))) return [...lines, words.join(" ")]
    let count = words.length
    while (count > 0 && !fits(words.slice(0, count).join(" ") + (isLast ? "…" : ""))) count--
    if (count === 0) return [...lines, cutWord(words[0], fits)]
    lines.push(words.slice(0, count).join(" ") + (isLast ? "…" : ""))
    words = words.slice(count)
  }
  return lines
}

/** As much of a word as fits; split between the characters a reader sees, which may be several code points. */
function cutWord(word: string, fits: (part: string) => boolean): string {
  const characters = Array.from(new Intl.Segmenter().segment(word), part => part.segment)
  let count = characters.length - 1
  while (count > 0 && !fits(characters.slice(0, count).join("") + "…")) count--
  return characters.slice(0, count).join("") + "…"
}
