/**
 * "dateline/element": the custom element `<event-timeline>` (interface.md §3). Importing it defines the element where there
 * are elements, and does nothing on a server. The program itself comes when the element nears the viewport.
 */
import { ATTRIBUTES, outdated, queryOf, valuesOf } from "./host/attributes.ts"
import type { Drawn } from "./host/drawViewer.tsx"
import { REFLECTED, withReflected } from "./host/reflect.ts"
import {
  createViewer,
  type Data,
  type ProblemDetail,
  type ReadyDetail,
  type SelectDetail,
  type StateDetail,
  type Viewer,
} from "./host/viewer.ts"

export type { Data, ProblemDetail, ReadyDetail, SelectDetail, StateDetail }

/** The element's own events; all bubble and leave shadow trees. */
export interface EventTimelineEvents {
  ready: CustomEvent<ReadyDetail>
  statechange: CustomEvent<StateDetail>
  /** preventDefault() keeps the event closed. */
  eventselect: CustomEvent<SelectDetail>
  problem: CustomEvent<ProblemDetail>
}

/** How near the viewport, in its own heights, an element loads its program and its data. */
const NEAR = "100%"

/** On a server there is nothing to extend, and nothing to define; what stands for it there is never made. */
const Base = withReflected(globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement))

/**
 * A timeline in someone's page. Attributes are the address's parameters (`src` is `data`), several values of one with
 * commas between; `full` is the address of a whole page to lead to, `loading="eager"` waits for no viewport. Each is a property
 * of the same name too (src/host/reflect.ts).
 */
export class EventTimeline extends Base {
  static readonly observedAttributes = [...ATTRIBUTES, "full"]

  #drawner: Viewer | null = null
  #data: Data
  #drawn: Drawn | null = null
  #wait: IntersectionObserver | null = null
  #isReflecting = false

  constructor() {
    super()
    this.attachShadow({ mode: "open" })
  }

  override addEventListener<Name extends keyof EventTimelineEvents>(
    type: Name,
    listener: (this: EventTimeline, event: EventTimelineEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  override addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
  /** As every element's, with the types of its own events. */
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options)
  }

  /** What is shown: an address, a file, text, or a document as objects; undefined where `src` says it. */
  get data(): Data {
    if (this.#data !== undefined) return this.#data
    return this.getAttribute("src") ?? this.getAttribute("data") ?? undefined
  }

  set data(data: Data) {
    this.#data = data
    this.viewer.setData(this.data)
    if (typeof data === "string") this.#reflect()
  }

  /** The address of what is shown, as the attribute has it. */
  get src(): string {
    return this.getAttribute("src") ?? ""
  }

  set src(address: string) {
    this.setAttribute("src", address)
  }

  /** The view as a query string of the address's parameters, without those that name the data. */
  get state(): string {
    return this.viewer.state()
  }

  set state(query: string) {
    this.viewer.setState(query)
    this.#reflect()
  }

  private get viewer(): Viewer {
    this.#drawner ??= createViewer(
      queryOf(name => this.getAttribute(name)),
      () => ({
        ready: detail => void this.#tell("ready", detail),
        problem: detail => void this.#tell("problem", detail),
        select: detail => this.#tell("eventselect", detail),
        state: detail => {
          this.#reflect()
          this.#tell("statechange", detail)
        },
      }),
    )
    return this.#drawner
  }

  connectedCallback(): void {
    this.#takeUp()
    if (this.#drawn) return
    if (this.getAttribute("loading") === "eager" || typeof IntersectionObserver === "undefined")
      return void this.#start()
    this.#wait ??= new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return
        this.#wait?.disconnect()
        this.#wait = null
        void this.#start()
      },
      { rootMargin: NEAR },
    )
    this.#wait.observe(this)
  }

  disconnectedCallback(): void {
    // An element that is moved is out of the page only for a moment, and keeps what it is.
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#wait?.disconnect()
      this.#wait = null
      this.#drawn?.stop()
      this.#drawn = null
    })
  }

  /** Moved by moveBefore: all stays. */
  connectedMoveCallback(): void {}

  adoptedCallback(): void {
    this.#drawn?.stop()
    this.#drawn = null
  }

  attributeChangedCallback(name: string): void {
    if (this.#isReflecting) return
    if (name === "full") return this.#drawn?.setFull(this.getAttribute("full"))
    // Before there is a view, its beginning is read from all attributes at once.
    if (!this.#drawner) return
    const parameter = name === "src" ? "data" : name
    const values = valuesOf(parameter, attribute => this.getAttribute(attribute))
    if (parameter === "data") this.#data = undefined
    this.#drawner.setParameters(parameters => {
      parameters.delete(parameter)
      for (const value of values) parameters.append(parameter, value)
    })
  }

  /** Properties that the element was given before this script came, which now hide its own. */
  #takeUp(): void {
    const before = this as unknown as Record<string, unknown>
    for (const name of [...REFLECTED, "src", "data", "state"]) {
      if (!Object.hasOwn(this, name)) continue
      const value = before[name]
      delete before[name]
      before[name] = value
    }
  }

  async #start(): Promise<void> {
    const { drawViewer } = await import("./host/drawViewer.tsx")
    if (!this.isConnected || this.#drawn) return
    this.#drawn = drawViewer(this, this.viewer)
    this.#drawn.setFull(this.getAttribute("full"))
  }

  #reflect(): void {
    this.#isReflecting = true
    try {
      for (const [name, value] of outdated(this.viewer.address(), attribute =>
        this.getAttribute(attribute),
      )) {
        if (value === null) this.removeAttribute(name)
        else this.setAttribute(name, value)
      }
    } finally {
      this.#isReflecting = false
    }
  }

  #tell<Detail>(type: keyof EventTimelineEvents, detail: Detail): boolean {
    const cancelable = type === "eventselect"
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "event-timeline": EventTimeline
  }
}

/** Another copy of this script may have come first. */
if (globalThis.customElements && !customElements.get("event-timeline"))
  customElements.define("event-timeline", EventTimeline)
