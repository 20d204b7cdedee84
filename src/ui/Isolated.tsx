import { Fragment, type ReactNode } from "react"

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/
/** What stands within quotation marks, and what is written with Latin letters and digits, several words of it together. */
const DATA = /((?<=«)[^»]*(?=»)|[A-Za-z0-9](?:[\w./:+~%? -]*[\w%?~])?)/

/** The direction of a text by its letters: a word of data at its beginning has no say. */
export function directionOfText(text: string): "rtl" | "ltr" {
  return RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr"
}

/**
 * A text that names pieces of data, each set by itself: beside Arabic letters the parts of a date would change places
 * (Unicode Bidirectional Algorithm, rule W2).
 */
export function Isolated({ text }: { readonly text: string }): ReactNode {
  if (directionOfText(text) === "ltr") return text
  return text.split(DATA).map((piece, i) =>
    // What the pattern holds stands at every second place.
    i % 2 === 1 ? (
      <bdi key={i} dir="auto">
        {piece}
      </bdi>
    ) : (
      <Fragment key={i}>{piece}</Fragment>
    ),
  )
}
