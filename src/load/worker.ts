/** The reader: reads one file in a thread of its own and gives its table as columns that move to the page. */
import { answering, type Say } from "./answer.ts"
import { wantedBy, type FromReader, type ToReader } from "./messages.ts"

/** The part of a worker's own scope that is used here; the types of the DOM know only windows. */
interface Scope {
  readonly name: string
  postMessage(message: FromReader, moved: ArrayBuffer[]): void
  addEventListener(type: "message", hear: (event: { readonly data: ToReader }) => void): void
}
const scope = self as unknown as Scope
const say: Say = (message, moved = []) => scope.postMessage(message, moved)

/** Between two signs of life, in ms. */
const BEAT = 1000

setInterval(() => say({ type: "beat" }), BEAT)
const answer = answering(say, wantedBy(scope.name))
scope.addEventListener("message", ({ data }) => answer(data))
say({ type: "here" })
