import { STATUSES } from "../../src/model/document.ts"
import { draw } from "./draw.ts"

/** Every status as a moment and as a stretch. */
export default draw({
  view: "2016-11-01/2016-12-31",
  room: 480,
  events: STATUSES.flatMap((status, i) => [
    { id: `m${i}`, when: "2016-11-05", title: `${status}, a moment`, status, type: `t${i % 7}` },
    { id: `s${i}`, when: "2016-11-22/2016-11-30", title: `${status}, a stretch`, status, type: `t${i % 7}` },
  ]),
})
