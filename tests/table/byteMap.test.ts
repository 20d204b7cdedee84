import * as fc from "fast-check"
import { expect, test } from "vitest"
import { byteMap } from "../../src/table/byteMap.ts"

/** Texts that differ little: in a letter, in their length, in what a short one and a long one have in common. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "\0"), maxLength: 14 }),
  fc.string({ unit: fc.constantFrom("a", "ب"), minLength: 10, maxLength: 40 }),
  fc.nat(9).map(n => `Actor ${n}`),
)

test("each text has the number that was set for it, wherever in the bytes it lies", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), fc.nat(5), (texts, before) => {
      const map = byteMap()
      const known = new Map<string, number>()
      texts.forEach((text, i) => {
        const bytes = new TextEncoder().encode(`${"x".repeat(before)}${text}aab`)
        const [from, to] = [before, bytes.length - 3]
        expect(map.get(bytes, from, to)).toBe(known.get(text) ?? -1)
        if (known.has(text)) return
        map.set(bytes, from, to, i)
        known.set(text, i)
      })
      for (const [text, i] of known) {
        const bytes = new TextEncoder().encode(text)
        expect(map.get(bytes, 0, bytes.length)).toBe(i)
      }
    }),
    { numRuns: 300 },
  )
})

test("of more texts than are remembered the last ones are", () => {
  const map = byteMap()
  const encoder = new TextEncoder()
  const bytes = (i: number) => encoder.encode(i % 2 === 0 ? `${i}` : `a longer text: ${i}`)
  for (let i = 0; i < 250_000; i++) map.set(bytes(i), 0, bytes(i).length, i)
  for (const i of [200_000, 200_001, 249_998, 249_999]) expect(map.get(bytes(i), 0, bytes(i).length)).toBe(i)
  for (const i of [0, 1, 199_999]) expect(map.get(bytes(i), 0, bytes(i).length)).toBe(-1)
})
