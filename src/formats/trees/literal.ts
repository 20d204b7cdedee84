import { parse, type Expression, type Node, type Pattern, type SpreadElement } from "acorn"
import { dateOfInstant } from "./dates.ts"
import { day } from "../tabular/looseDates.ts"

/** A value that stands in a script, and what it is called there; "" for one without a name. */
interface Named {
  readonly name: string
  readonly value: unknown
}

/** What is no value: a call of something unknown, a name. */
const NOTHING = Symbol("nothing")

/**
 * The data in a text of JavaScript, which is parsed and never run: JSON with single quotes, comments, bare names or
 * commas too many; a list after `var items =`; what is given to `new vis.DataSet(…)` or any other call. Several named
 * values become an object of them. Dates made by `new Date(…)` or `moment(…)` become texts. undefined where the text is
 * no script or holds no data.
 */
export function readLiteral(text: string): unknown {
  const body = bodyOf(text)
  if (body === null) return undefined
  const found = body.flatMap(node => dataIn(node)).filter(({ value }) => isData(value))
  if (found.length === 0) return undefined
  if (found.length === 1 && found[0]!.name === "") return found[0]!.value
  const named = found.map(({ name, value }, i) => [name || String(i), value] as const)
  return found.length === 1 ? unwrapped(named[0]!) : Object.fromEntries(named)
}

/** One named list stands for itself, unless its name says what it is. */
function unwrapped([name, value]: readonly [string, unknown]): unknown {
  return ["items", "events"].includes(name) ? { [name]: value } : value
}

function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(one => typeof one === "object" && one !== null)
  return typeof value === "object" && value !== null && Object.keys(value).length > 0
}

function bodyOf(text: string): readonly Node[] | null {
  const options = { ecmaVersion: "latest" } as const
  // An object alone would be taken for a block of statements.
  const wrapped = /^\s*[[{]/.test(text) ? [`(${text.replace(/[;\s]+$/, "")}\n)`, text] : [text]
  for (const source of wrapped)
    for (const sourceType of ["script", "module"] as const)
      try {
        return parse(source, { ...options, sourceType }).body
      } catch {
        // Not a script, or nested deeper than the parser can follow.
      }
  return null
}

/** The data of a statement: of what is assigned, declared, exported or given to a call. */
function dataIn(node: Node): Named[] {
  const statement = node as Node & Readonly<Record<string, unknown>>
  switch (statement.type) {
    case "ExpressionStatement":
      return dataOf("", statement["expression"] as Expression)
    case "VariableDeclaration":
      return (statement["declarations"] as { id: Pattern; init: Expression | null }[]).flatMap(
        ({ id, init }) => (init ? dataOf(nameOf(id), init) : []),
      )
    case "ExportNamedDeclaration":
      return statement["declaration"] ? dataIn(statement["declaration"] as Node) : []
    case "ExportDefaultDeclaration":
      return dataOf("", statement["declaration"] as Expression)
    default:
      return []
  }
}

function dataOf(name: string, node: Expression | SpreadElement): Named[] {
  if (node.type === "AssignmentExpression") return dataOf(nameOf(node.left), node.right)
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    const value = valueOf(node, 0)
    if (value !== NOTHING) return [{ name, value }]
    return node.arguments.flatMap(argument => dataOf(name, argument))
  }
  const value = valueOf(node, 0)
  return value === NOTHING ? [] : [{ name, value }]
}

function nameOf(node: Node): string {
  const target = node as Node & { name?: string; property?: Node }
  if (target.type === "Identifier") return target.name ?? ""
  return target.type === "MemberExpression" && target.property ? nameOf(target.property) : ""
}

/** As deep as any document is; the parser itself gives up long before the stack does. */
const DEEPEST = 500

function valueOf(node: Expression | SpreadElement, depth: number): unknown {
  if (depth > DEEPEST) return NOTHING
  switch (node.type) {
    case "Literal":
      return node.bigint != null ? Number(node.bigint) : node.regex ? NOTHING : node.value
    case "TemplateLiteral":
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? "") : NOTHING
    case "ArrayExpression":
      return node.elements.flatMap(one => {
        const value = one ? valueOf(one, depth + 1) : NOTHING
        return value === NOTHING ? [] : [value]
      })
    case "ObjectExpression":
      return Object.fromEntries(
        node.properties.flatMap(property => {
          if (property.type !== "Property" || property.kind !== "init" || property.method) return []
          const value = valueOf(property.value, depth + 1)
          return value === NOTHING ? [] : [[keyOf(property.key, property.computed), value] as const]
        }),
      )
    case "UnaryExpression": {
      const value = valueOf(node.argument, depth + 1)
      return typeof value === "number" && /^[+-]$/.test(node.operator)
        ? node.operator === "-"
          ? -value
          : value
        : NOTHING
    }
    case "BinaryExpression": {
      if (node.operator !== "+" || node.left.type === "PrivateIdentifier") return NOTHING
      const [left, right] = [valueOf(node.left, depth + 1), valueOf(node.right, depth + 1)]
      return typeof left === "string" && typeof right === "string" ? left + right : NOTHING
    }
    case "ParenthesizedExpression":
      return valueOf(node.expression, depth + 1)
    case "NewExpression":
    case "CallExpression":
      return nameOf(node.callee) === "Date" ||
        nameOf(node.callee) === "moment" ||
        nameOf(node.callee) === "UTC"
        ? dateOf(node.arguments.map(argument => valueOf(argument, depth + 1)))
        : wrappedIn(node.arguments, depth)
    default:
      return NOTHING
  }
}

/** `new vis.DataSet([…])`: the one list that is given. */
function wrappedIn(given: readonly (Expression | SpreadElement)[], depth: number): unknown {
  const values = given.map(argument => valueOf(argument, depth + 1))
  return values.find(value => Array.isArray(value)) ?? values.find(isData) ?? NOTHING
}

function keyOf(key: Node, isComputed: boolean): string {
  const node = key as Node & { name?: string; value?: unknown }
  if (node.type === "Identifier" && !isComputed) return node.name ?? ""
  return node.type === "Literal" ? String(node.value) : ""
}

/** `new Date(2014, 3, 20)` counts its months from 0; `new Date(text)` and `new Date(ms)` are what they are given. */
function dateOf(given: readonly unknown[]): unknown {
  const parts = given.length === 1 && Array.isArray(given[0]) ? (given[0] as unknown[]) : given
  if (parts.length === 1) {
    const [only] = parts
    return typeof only === "number" && given === parts ? (dateOfInstant(only, 0) ?? NOTHING) : only
  }
  if (parts.length === 0 || !parts.every(part => typeof part === "number")) return NOTHING
  const [year, month, date = 1, hour = 0, minute = 0, second = 0] = parts as number[]
  const clock = [hour, minute, second].map(part => String(part).padStart(2, "0")).join(":")
  // As scripts count: two digits are years of the last century.
  return day(year! >= 0 && year! < 100 ? 1900 + year! : year!, month! + 1, date, clock) ?? NOTHING
}
