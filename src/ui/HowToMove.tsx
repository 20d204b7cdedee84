import type { Words } from "../words/words.ts"

/** How the drawing is moved, for whichever hand the reader has. */
export function HowToMove({ words, embed = false }: { words: Words; embed?: boolean }) {
  return (
    <p className="how-to-move">
      <span className="for-mouse">{embed ? words.howToMoveEmbed : words.howToMove}</span>
      <span className="for-touch">{embed ? words.howToMoveTouchEmbed : words.howToMoveTouch}</span>
    </p>
  )
}
