import { oembedOf } from "../figure/frameMarkup.ts"
import { listMarkup } from "../figure/markup.ts"
import { writeAddress } from "../state/address.ts"
import type { BuiltView } from "./builtView.ts"

interface SiteOptions {
  /** Where the site will stand; null where nobody said, and then there is no oEmbed, which needs it. */
  readonly url: string | null
  /** File name of a picture beside the page; null is the SVG that is made here. */
  readonly picture: string | null
  readonly escape: (text: string) => string
}

/** Height of the frame that oEmbed offers, in CSS pixels; hosts such as WordPress take heights from 200 to 1000. */
const FRAME_HEIGHT = 600

/** The files of a site that are of its document: the page, its poster, and what tells other sites of it (oEmbed 1.0). */
export function siteFiles(page: string, view: BuiltView, options: SiteOptions): Record<string, string> {
  const { state, poster, report } = view
  const { url } = options
  const query = writeAddress({
    ...state,
    data: "events.json",
    format: null,
    map: null,
    embed: false,
    hide: [],
  })
  const files: Record<string, string> = {
    "index.html": pageOf(page, query, view, options),
    "poster.svg": poster,
  }
  if (url === null) return files
  const src = new URL(`?embed=1&${query}`, url).href
  files["oembed.json"] = oembedOf({ src, title: report.title, lang: view.lang, height: FRAME_HEIGHT }, url)
  return files
}

function pageOf(page: string, query: string, view: BuiltView, { url, picture, escape }: SiteOptions): string {
  const { report, lang, dir, sharing } = view
  const at = (file: string) => (url === null ? `./${file}` : new URL(file, url).href)
  const description = report.lines.join(" ")
  const property = (name: string, content: string) =>
    `<meta property="og:${name}" content="${escape(content)}" />`
  const head = [
    ...(url === null
      ? []
      : [
          `<link rel="alternate" type="application/json+oembed" href="${escape(at("oembed.json"))}" title="${escape(report.title)}" />`,
          `<link rel="canonical" href="${escape(url)}" />`,
          property("url", url),
        ]),
    property("type", "website"),
    property("title", report.title),
    property("description", description),
    property("image", at(picture ?? "poster.svg")),
    property("image:alt", report.title),
    property("locale", lang.replace("-", "_")),
    `<meta name="twitter:card" content="summary_large_image" />`,
  ]
  const image = `<p><img src="./poster.svg" alt="${escape(report.title)}" width="600" /></p>`
  const parts: readonly (readonly [found: RegExp, instead: string])[] = [
    [/<html lang="en">/, `<html lang="${escape(lang)}" dir="${dir}">`],
    [/<title>[^<]*<\/title>/, `<title>${escape(report.title)}</title>\n    ${head.join("\n    ")}`],
    [/(name="description"\s+content=")[^"]*"/, `$1${escape(description).replaceAll("$", "$$$$")}"`],
    [/<div id="dateline">/, `<div id="dateline" data-state="${escape(query)}">`],
    [/<noscript>[\s\S]*<\/noscript>/, `<noscript>\n${image}\n${listMarkup(report, sharing)}\n</noscript>`],
  ]
  return parts.reduce((text, [found, instead]) => {
    if (!found.test(text)) throw new Error(`the built page has no ${found.source}; build the site anew`)
    // Only the description's own part of the page is taken over by number.
    return instead.startsWith("$1") ? text.replace(found, instead) : text.replace(found, () => instead)
  }, page)
}
