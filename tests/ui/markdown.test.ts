import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Markdown } from "../../src/ui/Markdown.tsx"

const LINK = 'target="_blank" rel="noopener noreferrer nofollow ugc"'

test.each([
  ["*a* and **b**", '<p dir="auto"><em>a</em> and <strong>b</strong></p>'],
  ["- a\n- b", '<ul><li dir="auto"><p dir="auto">a</p></li><li dir="auto"><p dir="auto">b</p></li></ul>'],
  ["[a](https://x.org/)", `<p dir="auto"><a href="https://x.org/" ${LINK}>a</a></p>`],
  ["[a](javascript:alert(1))", '<p dir="auto">a</p>'],
  // Outside the subset signs are text, and what stands behind them is read as everywhere.
  ["# A *b*", '<p dir="auto"># A <em>b</em></p>'],
  ["> [a](https://x.org/)", `<p dir="auto">&gt; <a href="https://x.org/" ${LINK}>a</a></p>`],
  ["A\n===", '<p dir="auto">A\n===</p>'],
  ["<b onclick=x>a</b>", '<p dir="auto">&lt;b onclick=x&gt;a&lt;/b&gt;</p>'],
  ["<script>\n*a*", '<p dir="auto">&lt;script&gt;\n<em>a</em></p>'],
  ["`*a*`", '<p dir="auto">`*a*`</p>'],
  ["![a](https://x.org/b.png)", '<p dir="auto">![a](https://x.org/b.png)</p>'],
])("%j is shown as what it says", (text, markup) => {
  expect(renderToStaticMarkup(createElement(Markdown, { text }))).toBe(markup)
})
