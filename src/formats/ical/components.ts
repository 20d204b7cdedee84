import type ICAL from "ical.js"
import type { Faults } from "../../model/faults.ts"
import type { ContentLine } from "./lines.ts"

/** A property as jCal (RFC 7265) has it, and the line that it stands in. */
export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly type: string
  readonly values: readonly unknown[]
  readonly line: number
  readonly text: string
}

/** A component: VCALENDAR, VEVENT, VTIMEZONE and so on, in lower case. */
export interface Component {
  readonly name: string
  readonly line: number
  readonly properties: Property[]
  readonly inner: Component[]
}

/**
 * The components of a file, under one without a name. A line that is no property is reported and costs nothing else; a
 * component that is not closed ends where the one around it does.
 */
export function componentsOf(lines: readonly ContentLine[], ical: typeof ICAL, faults: Faults): Component {
  const root: Component = { name: "", line: 1, properties: [], inner: [] }
  const open: Component[] = [root]
  for (const { text, line } of lines) {
    const edge = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(text)
    const top = open.at(-1)!
    if (!edge) {
      const property = propertyOf(text, line, ical)
      if (property) top.properties.push(property)
      else faults.add({ code: "bad-line", severity: "left-out", where: { line }, found: text })
      continue
    }
    const name = edge[2]!.toLowerCase()
    if (edge[1]!.toUpperCase() === "BEGIN") {
      const inner: Component = { name, line, properties: [], inner: [] }
      top.inner.push(inner)
      open.push(inner)
      continue
    }
    const depth = open.findLastIndex(component => component.name === name)
    if (depth > 0) open.length = depth
    else faults.add({ code: "bad-line", severity: "left-out", where: { line }, found: text })
  }
  if (open.length > 1)
    faults.add({
      code: "unclosed",
      severity: "repaired",
      where: { line: lines.at(-1)?.line ?? 1 },
      found: `BEGIN:${open.at(-1)!.name.toUpperCase()}`,
    })
  return root
}

function propertyOf(text: string, line: number, ical: typeof ICAL): Property | null {
  try {
    const [name, parameters, type, ...values] = ical.parse.property(text) as [string, object, string]
    return { name, parameters: parameters as Property["parameters"], type, values, line, text }
  } catch {
    return null
  }
}

/** The properties of a name, in order. */
export function propertiesOf(component: Component, name: string): Property[] {
  return component.properties.filter(property => property.name === name)
}

/** The first property of a name, or null. */
export function propertyNamed(component: Component, name: string): Property | null {
  return component.properties.find(property => property.name === name) ?? null
}

/** The text of the first property of a name; "" where there is none. */
export function textOf(component: Component, name: string): string {
  const value = propertyNamed(component, name)?.values[0]
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : ""
}

/** A parameter of a property; "" where it is not given. */
export function parameter(property: Property, name: string): string {
  const value = property.parameters[name]
  return typeof value === "string" ? value : Array.isArray(value) ? String(value[0]) : ""
}

/** A component as ical.js takes it, which knows time zones by it. */
export function jCalOf({ name, properties, inner }: Component): unknown[] {
  return [
    name,
    properties.map(property => [property.name, property.parameters, property.type, ...property.values]),
    inner.map(jCalOf),
  ]
}
