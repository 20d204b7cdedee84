/** A page made with React that has timelines in it, held and not held by it. */
import { StrictMode, useState, version } from "react"
import { createRoot } from "react-dom/client"
import { Timeline } from "dateline/react"

function Page() {
  const [state, setState] = useState("actor=lavrov")
  const [isThere, setThere] = useState(true)
  const [events, setEvents] = useState(0)
  const [opened, setOpened] = useState("")
  return (
    <>
      <h1>React {version}</h1>
      <p id="state">{state}</p>
      <p id="events">{events}</p>
      <p id="opened">{opened}</p>
      <button onClick={() => setState("actor=kerry&show=list")}>Show Kerry</button>
      <button onClick={() => setThere(!isThere)}>Come or go</button>
      {isThere && (
        <Timeline
          id="held"
          data={[
            { id: "a", when: "2016-10-15", title: "First talk", actors: ["lavrov", "kerry"] },
            { id: "b", when: "2016-11-16", title: "Second talk", actors: ["lavrov"] },
          ]}
          state={state}
          onStateChange={setState}
          onReady={detail => setEvents(detail.events)}
          onEventSelect={({ event }) => {
            setOpened(event ?? "")
            return event !== "b"
          }}
        />
      )}
      <Timeline id="stubborn" state="status=planned" />
      <Timeline id="own" defaultState="actor=kerry" lang="ar" theme="dark" style={{ height: 320 }} />
    </>
  )
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)
