import * as fc from "fast-check"
import { expect, test } from "vitest"
import { LETTERS, toBase85 } from "../../src/figure/base85.ts"
import { readSaved, writeSaved } from "../../src/figure/savedDocument.ts"
import { documentOf } from "../randomDocument.ts"

test("any bytes come back from letters that end no script", () => {
  expect(new Set(LETTERS).size).toBe(85)
  expect(LETTERS).not.toMatch(/[<>&"'\\`]/)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      const text = toBase85(bytes)
      const back = [...text].reduce<number[]>((numbers, letter, i) => {
        if (i % 5 === 0) numbers.push(0)
        numbers[numbers.length - 1] = numbers.at(-1)! * 85 + LETTERS.indexOf(letter)
        return numbers
      }, [])
      const view = new DataView(new ArrayBuffer(back.length * 4))
      back.forEach((number, i) => view.setUint32(i * 4, number))
      expect(new Uint8Array(view.buffer).subarray(0, bytes.length)).toEqual(bytes)
    }),
  )
})

test("any document comes back from a page, and nothing in it ends the script that it stands in", () => {
  fc.assert(
    fc.property(documentOf, fc.constantFrom("</script>", "<!--", "\u2028", "]]>"), (document, bad) => {
      const own = { ...document, title: { en: `A ${bad}` } }
      const text = [...writeSaved(own)].join("")
      expect(text).not.toMatch(/[<\u2028\u2029]/)
      expect(readSaved(text)).toEqual(own)
    }),
  )
})
