import { fromMarkdown } from "mdast-util-from-markdown"
import type { Nodes, Parents } from "mdast"
import { Fragment, useMemo, type ReactNode } from "react"

/** Signs of Markdown that are none here: what stands behind them is read as everywhere. vite.config.ts leaves their code out of saved files. */
const SIGNS = ["htmlFlow", "htmlText", "headingAtx", "setextUnderline", "blockQuote"]
const OPTIONS = { extensions: [{ disable: { null: SIGNS } }] }

/**
 * A text in the small Markdown subset of interface §1: emphasis, strong, links and lists. It becomes elements by way of
 * a syntax tree, never a string of HTML; whatever else stands in it, raw HTML too, is shown as the text it is.
 */
export function Markdown({ text }: { text: string }) {
  const tree = useMemo(() => fromMarkdown(text, OPTIONS), [text])
  return <>{below(tree, text)}</>
}

function below(parent: Parents, source: string): ReactNode[] {
  return parent.children.map((child, i) => <Fragment key={i}>{show(child, source)}</Fragment>)
}

function show(node: Nodes, source: string): ReactNode {
  switch (node.type) {
    case "paragraph":
      return <p dir="auto">{below(node, source)}</p>
    case "emphasis":
      return <em>{below(node, source)}</em>
    case "strong":
      return <strong>{below(node, source)}</strong>
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1}>{below(node, source)}</ol>
      ) : (
        <ul>{below(node, source)}</ul>
      )
    case "listItem":
      return <li dir="auto">{below(node, source)}</li>
    case "link": {
      const address = safeAddress(node.url)
      return address ? <OutLink address={address}>{below(node, source)}</OutLink> : below(node, source)
    }
    case "text":
      return node.value
    case "break":
      return <br />
    default:
      return written(node, source)
  }
}

/** Anything outside the subset, as it was written. */
function written(node: Nodes, source: string): string {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  return from === undefined || to === undefined ? "" : source.slice(from, to)
}

/** A link out of the document; it tells the other side nothing of where the reader came from. */
export function OutLink({ address, children }: { address: string; children: ReactNode }) {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  )
}

/** The address if it is http, https or mailto, else null: nothing else from a document is ever followed. */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const url = new URL(address)
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
