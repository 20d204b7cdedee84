import { useEffect, useState } from "react"
import { readPublished, type Published } from "../figure/published.ts"

/** Where the page's site has the scripts for other people's pages; null until that is known, and where it says nothing. */
export function usePublished(page: string): Published | null {
  const [published, setPublished] = useState<Published | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void askFor(page, leaving.signal).then(
      found => setPublished(found),
      // Then those beside the page are named, which are there in any case.
      () => {},
    )
    return () => leaving.abort()
  }, [page])
  return published
}

async function askFor(page: string, signal: AbortSignal): Promise<Published | null> {
  const answer = await fetch(new URL("versions.json", page), { signal })
  const isOpen = answer.type === "cors" || answer.headers.get("access-control-allow-origin") === "*"
  return answer.ok ? readPublished(await answer.json(), isOpen) : null
}
