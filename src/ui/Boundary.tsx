import { Component, type ReactNode } from "react"
import type { Words } from "../words/words.ts"

interface BoundaryProps {
  readonly words: Words
  readonly children: ReactNode
  /** What the message stands in, where nothing around it does. */
  readonly around?: (message: ReactNode) => ReactNode
}

/** Keeps a fault in one part from taking the page with it; a class because React knows no other form of it. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { words } = this.props
    const [what, next] = words.broken
    const message = (
      <div className="waiting" role="alert">
        <p>
          {what} {next}
        </p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          {words.tryAgain}
        </button>
      </div>
    )
    return this.props.around?.(message) ?? message
  }
}
