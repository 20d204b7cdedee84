import { loadLinkingWords } from "../words/linking.ts"
import { lateWords } from "./lateWords.ts"

/** The texts on links and codes. */
export const useLinkingWords = lateWords(loadLinkingWords)
