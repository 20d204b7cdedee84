import { escapeHtml as escape } from "./markup.ts"

/** What is said of a frame in a page. */
export interface FrameTraits {
  readonly src: string
  readonly title: string
  /** Of the title. */
  readonly lang: string
  /** CSS pixels or a percentage. */
  readonly width: string
  /** CSS pixels. */
  readonly height: number
}

/** Width of the frame that oEmbed offers, in CSS pixels; hosts take what is narrower where they have less room. */
const OEMBED_WIDTH = 800

/** What a frame of ours may do on the page of another. */
export const ALLOWED = "clipboard-write; web-share; fullscreen"

/** A frame in the words of an element's markup, with attributes of its own; `apart` parts its lines. */
export function frameMarkup(
  { src, title, lang, width, height }: FrameTraits,
  [name, own]: readonly [name: string, own: string],
  apart: string,
  inside = "",
): string {
  return [
    `<${name}`,
    `src="${escape(src)}"`,
    `title="${escape(title)}" lang="${escape(lang)}"`,
    `width="${width}" height="${height}"${own === "" ? "" : ` ${own}`}`,
    `allow="${ALLOWED}" referrerpolicy="no-referrer"`,
  ]
    .join(apart)
    .concat(apart.trimEnd(), `>${inside}</${name}>`)
}

/** How a page leads to the answer that lies beside it. */
export const OEMBED_LINK = `<link rel="alternate" type="application/json+oembed" href="oembed.json" />`

/** What oEmbed 1.0 answers of a frame, as JSON; `page` is that of whoever provides it. */
export function oembedOf(frame: Omit<FrameTraits, "width">, page: string): string {
  const { title, height } = frame
  const html = frameMarkup({ ...frame, width: String(OEMBED_WIDTH) }, ["iframe", ""], " ")
  const answer = { version: "1.0", type: "rich", title, provider_name: "Dateline", provider_url: page }
  return `${JSON.stringify({ ...answer, width: OEMBED_WIDTH, height, html }, null, 2)}\n`
}
