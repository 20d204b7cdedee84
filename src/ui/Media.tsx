import { useState } from "react"
import type { EventRecord } from "../model/document.ts"
import { DetailsSection } from "./DetailsSection.tsx"
import { useFullReader } from "./fullReader.ts"
import { OutLink, safeAddress } from "./Markdown.tsx"
import { sayText } from "./reader.ts"

/** Pictures and whatever else an event has to be seen elsewhere. */
export function Media({ event }: { event: EventRecord }) {
  const { words } = useFullReader()
  if (event.media.length === 0) return null
  return (
    <DetailsSection title={words.mediaTitle}>
      {event.media.map((media, i) => (
        <Medium key={i} address={safeAddress(media.url)} media={media} />
      ))}
    </DetailsSection>
  )
}

/** A picture loads when the reader asks for it: no server learns who reads what. */
function Medium({ address, media }: { address: string | null; media: EventRecord["media"][number] }) {
  const { words, lang } = useFullReader()
  const [wanted, setWanted] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!address) return null
  const caption = sayText(media.caption, lang)
  const credit = sayText(media.credit, lang)
  const alt = sayText(media.alt, lang) ?? caption
  const { host, protocol, pathname } = new URL(address)
  const picture =
    protocol === "https:" && (media.kind === "image" || /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(pathname))
  return (
    <figure className="medium">
      {picture && !failed ? (
        wanted ? (
          <img
            src={address}
            alt={alt?.text ?? ""}
            lang={alt?.lang || undefined}
            referrerPolicy="no-referrer"
            onError={() => setFailed(true)}
          />
        ) : (
          <button type="button" className="button" onClick={() => setWanted(true)}>
            {words.loadPicture} <bdi dir="ltr">{host}</bdi>
          </button>
        )
      ) : (
        <OutLink address={address}>
          {words.openLink} <bdi dir="ltr">({host})</bdi>
        </OutLink>
      )}
      <figcaption className="secondary">
        {[caption, credit].map(
          (said, i) =>
            said && (
              <span key={i} lang={said.lang || undefined} dir="auto">
                {said.text}{" "}
              </span>
            ),
        )}
      </figcaption>
    </figure>
  )
}
