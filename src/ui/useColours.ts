import { useLayoutEffect, useMemo, useState, type RefObject } from "react"
import { withColours, type Theme } from "../paint/theme.ts"
import { useTheme } from "./useTheme.ts"

const NONE: readonly string[] = []

/**
 * The colours to paint with, of which the page's tokens are as the canvas has them (drawing.css), so that a drawing takes
 * what the page around sets. A change is told by a transition, which the canvas has for nothing else.
 */
export function useColours(canvas: RefObject<HTMLCanvasElement | null>): Theme {
  const theme = useTheme()
  const [tokens, setTokens] = useState(NONE)
  useLayoutEffect(() => {
    const element = canvas.current!
    const read = () => {
      const { color, caretColor, outlineColor, textDecorationColor } = getComputedStyle(element)
      const found = [color, caretColor, outlineColor, textDecorationColor]
      setTokens(before => (found.join() === before.join() ? before : found))
    }
    read()
    element.addEventListener("transitionrun", read)
    return () => element.removeEventListener("transitionrun", read)
  }, [canvas, theme])
  return useMemo(() => {
    const [ink, paper, accent, rule] = tokens
    return ink && paper && accent && rule && !theme.plain
      ? withColours(theme, { ink, paper, accent, rule })
      : theme
  }, [theme, tokens])
}
