/**
 * Attributes of an element that are properties of the same name too; `lang`, `dir` and `hidden` are so in every element, and
 * `src`, `data` and `state` are more than an attribute.
 */
export const REFLECTED = [
  "format",
  "map",
  "actor",
  "place",
  "type",
  "status",
  "tag",
  "source",
  "match",
  "q",
  "from",
  "to",
  "range",
  "known",
  "rest",
  "view",
  "lanes",
  "pin",
  "hide",
  "event",
  "align",
  "edition",
  "show",
  "theme",
  "tz",
  "full",
  "loading",
] as const

/** What the attribute of the same name says; null where it is not there. Setting null or undefined takes it away. */
export type Reflected = { [Name in (typeof REFLECTED)[number]]: string | null }

/** A class of elements with such properties. */
export function withReflected(base: typeof HTMLElement): new () => HTMLElement & Reflected {
  class Reflecting extends base {}
  for (const name of REFLECTED)
    Object.defineProperty(Reflecting.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name)
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name)
        else this.setAttribute(name, String(value))
      },
    })
  return Reflecting as unknown as new () => HTMLElement & Reflected
}
