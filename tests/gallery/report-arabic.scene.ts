import { draw } from "./draw.ts"
import { report } from "./report.scene.ts"

/** The same in Arabic: mirrored, time included. */
export default draw({ ...report, lang: "ar" })
