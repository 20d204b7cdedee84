import * as fc from "fast-check"
import { expect, test } from "vitest"
import { packText, sourceOfPacked } from "../../src/load/inLink.ts"
import { load } from "../../src/load/load.ts"
import { packedIn } from "../../src/load/packedIn.ts"

test("any text comes back from a link, in letters that no program changes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async text => {
      const packed = await packText(text)
      expect(packed).toMatch(/^[\w-]+$/)
      expect(packedIn("#", `https://example.org/?data=%23#d=${packed}`)).toBe(packed)
      expect(await sourceOfPacked(packed)).toEqual({ text, name: "link.json" })
    }),
  )
})

test("a document that came in a link is read like any other", async () => {
  const source = await sourceOfPacked(await packText('{"events":[{"when":"2016","title":"لقاء"}]}'))
  expect((await load(source)).document.events.map(({ title }) => title)).toEqual([{ und: "لقاء" }])
})

test("a link that was cut, or that unpacks to more than a document, is told from one that holds something", async () => {
  const packed = await packText(
    JSON.stringify(Array.from({ length: 400 }, (_, i) => ({ when: "2016", title: `${i * 7919}` }))),
  )
  for (const cut of [packed.slice(0, -9), packed.slice(0, 20), "AAAA", "*", ""])
    await expect(sourceOfPacked(cut)).rejects.toMatchObject({ code: "damaged-link" })
  const bomb = await packText(" ".repeat(65_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  await expect(sourceOfPacked(bomb)).rejects.toMatchObject({ code: "too-large" })
})

test("what names no packed document is an address, and one that is missing is told", () => {
  expect([
    packedIn("events.json", "x#d=AA"),
    packedIn(null, "x#d=AA"),
    packedIn("#d=AA", "x"),
    packedIn("#", "x"),
    packedIn("#", "x#d="),
  ]).toEqual([null, null, "AA", "", ""])
})
