import { draw } from "./draw.ts"

/** Periods lie behind the events; coverage says where somebody looked at all. */
export default draw({
  room: 160,
  document: {
    periods: [
      { id: "p", when: "2016-11-17/2016-11-23", title: "APEC week", kind: "summit" },
      { id: "c", when: "2016-11-01/2016-11-20", title: "Covered by the survey", kind: "coverage" },
    ],
  },
  events: [
    { id: "a", when: "2016-11-03", title: "Before" },
    { id: "b", when: "2016-11-18T09:30Z", title: "At half past nine" },
    { id: "c", when: "2016-11-26", title: "After", status: "announced" },
  ],
})
