import { useEffect, useMemo, useState, type RefObject } from "react"
import { withColours, type Theme } from "../paint/theme.ts"
import { useTheme } from "./useTheme.ts"

/**
 * The colours to paint with, of which the page's tokens are as the canvas has them (drawing.css), so that a drawing takes
 * what the page around sets. They stand in a property that takes a list of colours and works them out; a change is told by a
 * transition, which the canvas has for nothing else.
 */
export function useColours(canvas: RefObject<HTMLCanvasElement | null>): Theme {
  const theme = useTheme()
  const [tokens, setTokens] = useState("")
  useEffect(() => {
    const element = canvas.current!
    const read = () => setTokens(getComputedStyle(element).textShadow)
    read()
    element.addEventListener("transitionrun", read)
    return () => element.removeEventListener("transitionrun", read)
  }, [canvas, theme])
  return useMemo(() => {
    const found: readonly string[] = tokens.match(/[\w-]+\([^()]*\)/g) ?? []
    const [ink, paper, accent, rule, strong, ...types] = found
    return strong && !theme.plain ? withColours(theme, { ink, paper, accent, rule, strong, types }) : theme
  }, [theme, tokens])
}
