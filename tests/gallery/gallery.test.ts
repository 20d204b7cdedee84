import { readFileSync, readdirSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const FOLDER = "tests/gallery"
const NAMES = readdirSync(FOLDER)
  .filter(name => name.endsWith(".scene.ts"))
  .map(name => name.slice(0, -".scene.ts".length))

describe("the gallery", () => {
  it.each(NAMES)("%s looks as it did (UPDATE=1 after looking at it)", async name => {
    const { default: svg } = (await import(`./${name}.scene.ts`)) as { default: string }
    const file = `${FOLDER}/${name}.svg`
    if (process.env["UPDATE"]) writeFileSync(file, svg)
    expect(svg).toBe(readFileSync(file, "utf8"))
  })
})
