import { LineIcon } from "./icons.tsx"

/** Icons of parts that come after the first picture, on the same grid. */
const PATHS = {
  target: "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM10 1.5v4M10 14.5v4M1.5 10h4M14.5 10h4",
  link: "M8 12a3 3 0 0 0 4.2 0l3-3A3 3 0 0 0 11 4.8l-1 1M12 8a3 3 0 0 0-4.2 0l-3 3A3 3 0 0 0 9 15.2l1-1",
  count: "M3 12h14M10 7v10M6 12v-2M14 12v-2M10 3h.01",
  keyboard: "M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.75h7",
} as const

export function LateIcon({ name }: { name: keyof typeof PATHS }) {
  return <LineIcon path={PATHS[name]} />
}
