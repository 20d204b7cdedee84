import { draw } from "./draw.ts"
import { report } from "./report.scene.ts"

/** The report on a phone, in Arabic. */
export default draw({ ...report, upright: true, width: 390, room: 728, lang: "ar" })
