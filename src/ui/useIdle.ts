import { useEffect, useState } from "react"
import { usePictureStands } from "./picture.ts"

/** Later than this, in ms, the rest comes however busy the page is. */
const LATEST = 500

/** Whether the first picture stands and the page has a moment for what can wait. */
export function useIdle(): boolean {
  const stands = usePictureStands()
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!stands) return
    const done = () => setIdle(true)
    // Not every browser has it.
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(done, LATEST / 4)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(done, { timeout: LATEST })
    return () => cancelIdleCallback(handle)
  }, [stands])
  return isIdle
}
