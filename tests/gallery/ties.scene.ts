import { draw } from "./draw.ts"

/** Joint events stand in the lane of each of their actors. */
export default draw({
  field: "actor",
  room: 260,
  events: [
    {
      id: "a",
      when: "2016-10-15",
      title: "Lavrov and Kerry meet in Lausanne",
      actors: ["Lavrov", "Kerry"],
      type: "meeting",
    },
    {
      id: "b",
      when: "2016-11-17",
      title: "Lavrov and Kerry to meet in Lima",
      actors: ["Lavrov", "Kerry"],
      status: "planned",
      type: "meeting",
    },
    {
      id: "c",
      when: "2016-11-17",
      title: "All three at the summit",
      actors: ["Lavrov", "Kerry", "Obama"],
      type: "summit",
    },
    {
      id: "d",
      when: "2016-10-25/2016-11-08",
      title: "Experts consult",
      actors: ["Kerry", "Obama"],
      status: "ongoing",
      type: "talks",
    },
  ],
})
