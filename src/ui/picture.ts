import { createContext, useContext } from "react"

const PictureContext = createContext(false)
export const PictureProvider = PictureContext.Provider

/** Whether the first complete picture stands, so that what nobody waits for may be loaded. */
export function usePictureStands(): boolean {
  return useContext(PictureContext)
}
