import { loadSharingWords } from "../words/sharing.ts"
import { lateWords } from "./lateWords.ts"

/** The texts on taking away a view. */
export const useSharingWords = lateWords(loadSharingWords)
