import { DARK } from "../../src/paint/theme.ts"
import { draw } from "./draw.ts"
import { report } from "./report.scene.ts"

/** The week itself, on dark, with what fails a filter dimmed. */
export default draw({
  ...report,
  view: "2016-11-13/2016-11-24",
  theme: DARK,
  dim: true,
  selection: { q: "meet" },
})
