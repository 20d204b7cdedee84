import { Dialog } from "./Dialog.tsx"
import { useFullReader } from "./fullReader.ts"

/** The keys that move about, as they work. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const { words } = useFullReader()
  return (
    <Dialog title={words.keysTitle} className="keys" onClose={onClose}>
      <dl className="pairs">
        {words.keys.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
