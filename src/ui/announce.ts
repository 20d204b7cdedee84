/** How often what changes under the hands is spoken, at most. */
const PAUSE = 500

/**
 * A voice for one live region: says the last of what came within half a second and never the same twice running, so
 * that a pan or a typed word does not become a flood.
 */
export function createVoice(say: (text: string) => void): { speak(text: string): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ""
  return {
    speak(text) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (text !== last) say(text)
        last = text
      }, PAUSE)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
