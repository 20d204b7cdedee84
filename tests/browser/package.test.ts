import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { parseAst } from "vite"
import { describe, expect, it } from "vitest"

const LIBRARY = "dist/lib"

function run(command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  })
  return { status, output: `${stdout}\n${stderr}` }
}

/** Runs a module in plain Node, where there is no window. */
const node = (code: string) => run(process.execPath, "--input-type=module", "--eval", code)

/** Packages that a module asks for, read from its syntax: texts in it may look like imports. */
function packagesOf(code: string): string[] {
  const names: string[] = []
  JSON.stringify(parseAst(code), (_, node: { type?: string; source?: { value?: unknown } } | null) => {
    if (/^(Import|Export)/.test(node?.type ?? "") && typeof node?.source?.value === "string")
      names.push(node.source.value)
    return typeof node === "bigint" ? null : node
  })
  return names.filter(name => !name.startsWith("."))
}

describe("the built package", () => {
  it("is found sound by publint", () => {
    const { status, output } = run("npx", "publint", "--strict")
    expect(output).toContain("All good!")
    expect(status).toBe(0)
  })

  it("has types that every way of resolving modules finds", () => {
    const { status, output } = run("npx", "attw", "--pack", ".", "--profile", "esm-only", "--no-emoji")
    expect(output).not.toMatch(/InternalResolutionError|false (ESM|CJS)/i)
    expect(status, output).toBe(0)
  })

  it.each(["dateline", "dateline/react", "dateline/element"])(
    "can be imported on a server, which has no window (%s)",
    name => {
      const { status, output } = node(
        `for (const name of ["window", "document", "location", "customElements", "HTMLElement"])
           if (name in globalThis) throw new Error(name + " is here")
         const exports = await import(${JSON.stringify(name)})
         console.log("exports", Object.keys(exports).length > 0)`,
      )
      expect(output).toContain("exports true")
      expect(status).toBe(0)
    },
  )

  it("renders on a server as the empty place where the timeline will be", () => {
    const { output } = node(
      `import { createElement } from "react"
       import { renderToString } from "react-dom/server"
       import { Timeline } from "dateline/react"
       console.log(renderToString(createElement(Timeline, { className: "here", src: "events.json" })))`,
    )
    expect(output.trim()).toBe(`<div class="here"></div>`)
  })

  it("reads a file and filters it without any page", () => {
    const report = pathToFileURL("data/report/report.json").href
    const { output } = node(
      `import { readFileSync } from "node:fs"
       import { filterEvents, load, readWhen, sayDate } from "dateline"
       const text = readFileSync(new URL(${JSON.stringify(report)}), "utf8")
       const { document, problems } = await load({ text, name: "report.json" })
       console.log(JSON.stringify({
         problems: problems.length,
         passing: filterEvents(document, "actor=lavrov").map(({ id }) => id),
         min: readWhen("2016-11").beginMin,
         words: [sayDate("2016-10~", "en"), sayDate("2016-10~", "ar-SY"), sayDate("soon", "en")],
       }))`,
    )
    expect(JSON.parse(output)).toEqual({
      problems: 0,
      passing: ["lausanne", "lima-meeting"],
      min: Date.UTC(2016, 10, 1),
      words: ["about October 2016", "نحو تشرين الأول/أكتوبر ٢٠١٦", null],
    })
  })

  it("leaves React to whoever installs it, but for the element, which is whole", () => {
    const named = (file: string) => packagesOf(readFileSync(join(LIBRARY, file), "utf8"))
    expect(named("react.js")).toContain("react")
    const whole = ["element.js", ...readdirSync(join(LIBRARY, "element")).map(name => join("element", name))]
    expect(whole.filter(name => name.endsWith(".js")).flatMap(named)).toEqual([])
  })
})
