import { draw } from "./draw.ts"
import { report } from "./report.scene.ts"

/** The report on a phone held upright. */
export default draw({ ...report, upright: true, width: 390, room: 728 })
