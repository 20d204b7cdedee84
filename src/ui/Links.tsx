import type { EventRecord } from "../model/document.ts"
import { DetailsSection } from "./DetailsSection.tsx"
import { useFullReader } from "./fullReader.ts"
import { sayText } from "./reader.ts"
import { eventAt } from "./sayEvent.ts"

/** The events that an event is linked to, each to be opened; those that are not in the table are left out. */
export function Links({ event }: { event: EventRecord }) {
  const { table, words, lang, store } = useFullReader()
  const links = event.links.filter(link => table.rowOf(link.event) >= 0)
  if (links.length === 0) return null
  return (
    <DetailsSection title={words.linksTitle}>
      <ul>
        {links.map(({ rel, event: id }) => {
          const title = sayText(eventAt(table, table.rowOf(id)).title, lang)
          return (
            <li key={rel + id}>
              <span className="secondary">{words.relations[rel]} </span>
              <button
                type="button"
                className="filter-by"
                onClick={() => store.set({ event: id }, { entry: "push" })}
              >
                <bdi lang={title?.lang || undefined}>{title?.text ?? id}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
    </DetailsSection>
  )
}
