import { frameMarkup, oembedOf } from "./frameMarkup.ts"
import { escapeHtml as escape } from "./markup.ts"
import type { Published } from "./published.ts"
import { writeAddress } from "../state/address.ts"
import type { State } from "../state/state.ts"

/** Ways of passing a view on, in the order in which they are offered. */
export const CODES = ["link", "frame", "script", "element", "react", "amp", "oembed"] as const
export type CodeKind = (typeof CODES)[number]

/** What is passed on, and how it is to look there. */
export interface Shared {
  /** Absolute address of the page that shows it, ending in a slash or a file's name. */
  readonly page: string
  /** The view; an address of its data is absolute already. */
  readonly state: State
  /** The document as it travels inside the link; null where the address of the data says where it is. */
  readonly packed: string | null
  readonly title: string
  /** Of the title. */
  readonly lang: string
  /** CSS pixels; null is as high as what is in it, where the code can tell. */
  readonly height: number | null
  /** Where the scripts lie that the page has for others; null where it is not known of any but those beside it. */
  readonly published: Published | null
  /** What stands where an AMP page shows only a part of the frame. */
  readonly showAll: string
}

/** Height of a frame that nobody gave one, in CSS pixels. */
const FRAME_HEIGHT = 600

/** The address of the whole view, or of the compact one that stands in frames. */
export function addressOf({ page, state, packed }: Shared, embed: boolean): string {
  const own = packed === null ? state : { ...state, data: "#", format: null, map: null }
  const query = writeAddress({ ...own, embed, hide: embed ? own.hide : [] })
  return `${page}${query === "" ? "" : `?${query}`}${packed === null ? "" : `#d=${packed}`}`
}

/** The code of a kind: text to paste as it stands. */
export function codeOf(kind: CodeKind, shared: Shared): string {
  switch (kind) {
    case "link":
      return addressOf(shared, false)
    case "frame":
      return frameCode(shared)
    case "script":
      return scriptCode(shared)
    case "element":
      return elementCode(shared)
    case "react":
      return reactCode(shared)
    case "amp":
      return ampCode(shared)
    case "oembed":
      return oembedCode(shared)
  }
}

function frameCode(shared: Shared): string {
  const { title, lang, height } = shared
  const own = `style="border: 0" loading="lazy"`
  return frameMarkup(
    { src: addressOf(shared, true), title, lang, width: "100%", height: height ?? FRAME_HEIGHT },
    ["iframe", own],
    "\n  ",
  )
}

/** A page of AMP takes no scripts of others, and asks for a stand-in and for a word where a frame would be higher. */
function ampCode(shared: Shared): string {
  const { title, lang, height, showAll } = shared
  const own = `layout="fixed-height" frameborder="0" resizable sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"`
  const inside = [
    ``,
    `  <p placeholder lang="${escape(lang)}">${escape(title)}</p>`,
    `  <div overflow tabindex="0" role="button" aria-label="${escape(showAll)}">${escape(showAll)}</div>`,
    ``,
  ].join("\n")
  const frame = { src: addressOf(shared, true), title, lang, width: "auto", height: height ?? FRAME_HEIGHT }
  return [
    `<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>`,
    frameMarkup(frame, ["amp-iframe", own], "\n  ", inside),
  ].join("\n")
}

function oembedCode(shared: Shared): string {
  const { page, title, lang, height } = shared
  return oembedOf({ src: addressOf(shared, true), title, lang, height: height ?? FRAME_HEIGHT }, page)
}

function scriptCode(shared: Shared): string {
  const height = shared.height === null ? "" : ` data-height="${shared.height}"`
  const address = hiding(addressOf(shared, false), shared.state)
  return [
    `<a class="dateline-embed"${height} href="${escape(address)}" lang="${escape(shared.lang)}">${escape(shared.title)}</a>`,
    `<script ${published(shared, "embed.js")} async></script>`,
  ].join("\n")
}

/** The script makes the compact view of the link, which then hides what the whole one shows. */
function hiding(address: string, { hide }: State): string {
  const made = new URL(address)
  for (const name of hide) made.searchParams.append("hide", name)
  return made.href
}

function elementCode(shared: Shared): string {
  const attributes = attributesOf(shared).map(([name, value]) => `  ${name}="${escape(value)}"`)
  const style = shared.height === null ? [] : [`  style="block-size: ${shared.height}px"`]
  return [
    `<script type="module" ${published(shared, "element.js")}></script>`,
    [
      "<event-timeline",
      ...attributes,
      `  full="${escape(shared.page)}"`,
      ...style,
      "></event-timeline>",
    ].join("\n"),
  ].join("\n")
}

/** Parameters that have several values, which an attribute writes with commas between. */
const SEVERAL = new Set(["actor", "place", "type", "status", "tag", "source", "pin", "hide"])

function attributesOf({ state, packed }: Shared): [string, string][] {
  const query = new URLSearchParams(writeAddress({ ...withoutData(state, packed), embed: false }))
  const src = packed === null ? state.data : `#d=${packed}`
  const rest = [...new Set(query.keys())].map((name): [string, string] => [
    name,
    SEVERAL.has(name)
      ? query
          .getAll(name)
          .map(value => value.replaceAll(",", "\\,"))
          .join(",")
      : query.get(name)!,
  ])
  return [...(src === null ? [] : [["src", src] as [string, string]]), ...rest]
}

function withoutData(state: State, packed: string | null): State {
  return packed === null ? { ...state, data: null } : { ...state, data: null, format: null, map: null }
}

function reactCode(shared: Shared): string {
  const { state, packed, page, height } = shared
  const view = new URLSearchParams(writeAddress({ ...withoutData(state, packed), embed: false }))
  const props: [string, string][] = []
  for (const name of ["lang", "theme", "dir", "tz"]) {
    const value = view.get(name)
    if (value !== null) props.push([name, value])
    view.delete(name)
  }
  const src = packed === null ? state.data : `#d=${packed}`
  const given = [...(src === null ? [] : [["src", src]]), ...props, ["full", page]]
  const query = view.toString()
  return [
    `import { Timeline } from "dateline/react"`,
    ``,
    `export default function View() {`,
    `  return (`,
    `    <Timeline`,
    ...given.map(([name, value]) => `      ${name}={${JSON.stringify(value)}}`),
    ...(query === "" ? [] : [`      defaultState={${JSON.stringify(query)}}`]),
    ...(height === null ? [] : [`      style={{ blockSize: ${height} }}`]),
    `    />`,
    `  )`,
    `}`,
  ].join("\n")
}

/** Where a script is and what it hashes to, as attributes. */
function published({ page, published }: Shared, file: string): string {
  const folder = published?.folder ?? ""
  const hash = published?.integrity[file]
  const kept = hash === undefined ? "" : ` integrity="${hash}" crossorigin="anonymous"`
  return `src="${escape(new URL(folder + file, page).href)}"${kept}`
}
