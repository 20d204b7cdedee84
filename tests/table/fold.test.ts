import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findMatches } from "../../src/table/matches.ts"
import { fold } from "../../src/table/fold.ts"

/** What a reader types, and what it must be found in. */
const FOUND: readonly (readonly [typed: string, text: string])[] = [
  ["لاڤروف", "سيرغي لافروف"],
  ["لافروف", "سيرغي لاڤروف"],
  ["ادلب", "محافظة إدلب"],
  ["إدلب", "ادلب"],
  ["محافظه", "محافظة حمص"],
  ["موسكى", "موسكي"],
  ["حلب", "ﺣَﻠَﺐ"],
  ["سوريا", "ســوريــا"],
  ["سيعقد", "وسيعقد الاجتماع"],
  ["2016", "١٧ نوفمبر ٢٠١٦"],
  ["۲۰۱۶", "2016"],
  ["مسؤول", "مسوول"],
  ["kuznetsov", "Admiral KUZNETSOV"],
  ["elan", "Élan"],
  ["Élan", "elan"],
  ["lodz", "Łódź"],
  ["strasse", "Straße"],
  ["o'brien", "O’Brien"],
  ["йод", "ЙОД"],
]

describe("folding", () => {
  it.each(FOUND)("finds %s in %s", (typed, text) => {
    expect(fold(text)).toContain(fold(typed))
    expect(findMatches(text, [typed])).toHaveLength(1)
  })

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), text => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it("marks the very letters that were found, with their marks", () => {
    const text = "في مدينة حَلَب أمس"
    const [[from, to]] = findMatches(text, ["حلب"]) as [[number, number]]
    expect(text.slice(from, to)).toBe("حَلَب")
  })

  it("marks stretches in order that do not overlap and lie within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string({ maxLength: 3 })), (text, words) => {
        let last = 0
        for (const [from, to] of findMatches(text, words)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
