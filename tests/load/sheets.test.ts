import { expect, test } from "vitest"
import { sheetAddress } from "../../src/load/sheets.ts"

const ID = "1aBc-D_e2"
const BASE = "https://docs.google.com/spreadsheets/d/"

test.each([
  [`${BASE}${ID}/edit#gid=7`, `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1&gid=7`],
  [`${BASE}${ID}/edit?gid=7#gid=7`, `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1&gid=7`],
  [`${BASE}${ID}/edit?usp=sharing`, `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1`],
  [` ${BASE}${ID}`, `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1`],
  [`https://docs.google.com/spreadsheets/u/1/d/${ID}/htmlview`, `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1`],
  [`${BASE}${ID}/export?format=xlsx&gid=0`, `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1&gid=0`],
  [
    `${BASE}${ID}/gviz/tq?tqx=out:json&sheet=${encodeURIComponent("الأحداث 1")}`,
    `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1&sheet=${encodeURIComponent("الأحداث 1")}`,
  ],
  [
    `https://docs.google.com/a/example.org/spreadsheets/d/${ID}/edit#gid=0`,
    `${BASE}${ID}/gviz/tq?tqx=out:csv&headers=1&gid=0`,
  ],
  [`${BASE}e/2PACX-1v/pubhtml`, `${BASE}e/2PACX-1v/pub?output=csv`],
  [`${BASE}e/2PACX-1v/pubhtml?gid=5&single=true`, `${BASE}e/2PACX-1v/pub?output=csv&single=true&gid=5`],
  [`${BASE}e/2PACX-1v/pub?output=csv`, `${BASE}e/2PACX-1v/pub?output=csv`],
  ["https://example.org/spreadsheets/d/x", "https://example.org/spreadsheets/d/x"],
  ["events.csv", "events.csv"],
])("%s is read from %s", (given, read) => {
  expect(sheetAddress(given)).toBe(read)
})
