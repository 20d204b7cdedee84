import { describe, expect, it } from "vitest"
import { ATTRIBUTES } from "../../src/host/attributes.ts"
import { REFLECTED } from "../../src/host/reflect.ts"

/** Properties of every element, and those of <event-timeline> that take more than a text. */
const APART = ["src", "data", "lang", "dir"]

describe("the attributes of <event-timeline>", () => {
  it("are each a property too, with `full` and `loading` beside the address's parameters", () => {
    expect([...REFLECTED, ...APART].toSorted()).toEqual([...ATTRIBUTES, "full", "loading"].toSorted())
  })
})
