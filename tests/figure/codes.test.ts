import { parseDocument } from "htmlparser2"
import { expect, test } from "vitest"
import { CODES, codeOf, type Shared } from "../../src/figure/codes.ts"
import { readPublished } from "../../src/figure/published.ts"
import { readAddress } from "../../src/state/address.ts"

type Node = ReturnType<typeof parseDocument>["children"][number]
type Element = Extract<Node, { attribs: unknown }>

const TITLE = `"Talks" <b> & after`
const shared: Shared = {
  page: "https://example.org/t/",
  state: { ...readAddress("actor=lavrov&q=%22a%22"), data: "https://example.org/events.csv" },
  packed: null,
  title: TITLE,
  lang: "en",
  height: 480,
  published: null,
  showAll: "Show all",
}

function elements(html: string, name: string): Element[] {
  const found: Element[] = []
  const look = (node: Node) => {
    if (!("children" in node)) return
    if ("attribs" in node && node.name === name) found.push(node)
    node.children.forEach(look)
  }
  parseDocument(html).children.forEach(look)
  return found
}

function scriptOf(kind: "script" | "element", published: Shared["published"]): Record<string, string> {
  return elements(codeOf(kind, { ...shared, published }), "script")[0]!.attribs
}

const oembed = () => JSON.parse(codeOf("oembed", shared)) as Record<string, unknown> & { html: string }

test("each frame says what it is, in which language, what it may do, and tells nobody where it stands", () => {
  const frames = [
    elements(codeOf("frame", shared), "iframe"),
    elements(codeOf("amp", shared), "amp-iframe"),
    elements(oembed().html, "iframe"),
  ]
  for (const [frame, ...more] of frames) {
    expect(more).toEqual([])
    expect(frame!.attribs).toMatchObject({
      src: "https://example.org/t/?data=https://example.org/events.csv&actor=lavrov&q=%22a%22&embed=1",
      title: TITLE,
      lang: "en",
      allow: "clipboard-write; web-share; fullscreen",
      referrerpolicy: "no-referrer",
    })
  }
})

test("the code for AMP keeps AMP's rules", () => {
  const code = codeOf("amp", shared)
  const [extension, ...scripts] = elements(code, "script")
  expect(scripts).toEqual([])
  expect(extension!.attribs).toEqual({
    async: "",
    "custom-element": "amp-iframe",
    src: "https://cdn.ampproject.org/v0/amp-iframe-0.1.js",
  })
  const [{ attribs, children }] = elements(code, "amp-iframe") as [Element]
  // The attributes that its validator knows for this element and for all.
  const known =
    "allow frameborder height lang layout referrerpolicy resizable sandbox scrolling src tabindex title width"
  expect(Object.keys(attribs).filter(name => !known.split(" ").includes(name))).toEqual([])
  expect(attribs.src).toMatch(/^https:/)
  expect(attribs.frameborder).toBe("0")
  // A fixed height has a number of pixels and no width of its own.
  expect([attribs.layout, attribs.width]).toEqual(["fixed-height", "auto"])
  expect(attribs.height).toMatch(/^\d+$/)
  const inside = children.filter((child): child is Element => "attribs" in child)
  // A stand-in lets it stand at the top of a page; one that grows has a button to let it grow.
  expect(inside.filter(child => "placeholder" in child.attribs).length).toBe(1)
  expect(attribs.resizable).toBe("")
  const [button, ...buttons] = inside.filter(child => "overflow" in child.attribs)
  expect(buttons).toEqual([])
  expect(button!.attribs).toMatchObject({ tabindex: "0", role: "button", "aria-label": "Show all" })
  expect(attribs.sandbox!.split(" ")).toContain("allow-scripts")
  // Styles within and handlers are not taken.
  expect(code).not.toMatch(/ (style|on\w+)=/)
})

test("oEmbed's answer is rich by its specification, and keeps its view through WordPress's filter", () => {
  const answer = oembed()
  expect(answer).toMatchObject({
    version: "1.0",
    type: "rich",
    title: TITLE,
    width: expect.any(Number) as unknown,
    height: 480,
  })
  // What it keeps of an unknown provider's answer: one frame, of which these attributes.
  expect(answer.html).toMatch(/^<iframe [^>]*><\/iframe>$/)
  const [{ attribs }] = elements(answer.html, "iframe") as [Element]
  const kept = ["src", "width", "height", "title"].map(name => attribs[name])
  expect(kept).toEqual([expect.stringMatching(/embed=1/), "800", "480", TITLE])
})

test("scripts are named by the hash of a version where the site says it, else by what lies beside the page", () => {
  const integrity = { "embed.js": `sha384-${"a".repeat(64)}`, "element.js": `sha384-${"b/".repeat(32)}` }
  const answer = { moving: "v1", fixed: "v1.2.3", integrity }
  expect(scriptOf("script", readPublished(answer, true))).toMatchObject({
    src: "https://example.org/t/v1.2.3/embed.js",
    integrity: integrity["embed.js"],
    crossorigin: "anonymous",
  })
  expect(scriptOf("element", readPublished(answer, true))).toMatchObject({
    src: "https://example.org/t/v1.2.3/element.js",
    integrity: integrity["element.js"],
  })
  const moving = scriptOf("script", readPublished(answer, false))
  expect([moving.src, moving.integrity]).toEqual(["https://example.org/t/v1/embed.js", undefined])
  expect(scriptOf("script", null).src).toBe("https://example.org/t/embed.js")
})

test("what is no list of versions names no scripts", () => {
  for (const answer of [null, 1, "v1", [], {}, { moving: "v1" }, { moving: "..", fixed: "v1.2.3" }])
    expect(readPublished(answer, true)).toBeNull()
  const bad = { moving: "v1", fixed: "v1.2.3", integrity: { "embed.js": `sha384-" onload="` } }
  expect(readPublished(bad, true)).toEqual({ folder: "v1/", integrity: {} })
})

test("a title is text in every code, whatever it holds", () => {
  const codes = CODES.map(kind => (kind === "oembed" ? oembed().html : codeOf(kind, shared)))
  for (const code of codes) expect(elements(code, "b")).toEqual([])
})
