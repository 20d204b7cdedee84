/** Own line icons on a 20-unit grid; decoration only, the button around them carries the name. */
const PATHS = {
  search: "M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12.5 12.5 17 17",
  close: "M5 5l10 10M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  previous: "M12.5 4.5 7 10l5.5 5.5",
  next: "M7.5 4.5 13 10l-5.5 5.5",
  down: "M5 7.5 10 13l5-5.5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  filter: "M3 5h14M6 10h8M8.5 15h3",
  fit: "M3 4v12M17 4v12M6 10h8M8 7.5 5.5 10 8 12.5M12 7.5l2.5 2.5-2.5 2.5",
  pin: "M7 3h6l-1 5 3 3H5l3-3-1-5ZM10 11v6",
  open: "M2.5 15.5v-11h5l2 2.5h6v2M2.5 15.5l3-6.5h13l-3 6.5h-13Z",
  share: "M10 12.5v-9M6.5 6.5 10 3l3.5 3.5M4.5 10.5v6h11v-6",
} as const

export type IconName = keyof typeof PATHS

/** Icons that point along the line of reading turn round with it. */
const MIRRORED: ReadonlySet<IconName> = new Set(["previous", "next"])

export function Icon({ name }: { name: IconName }) {
  return <LineIcon path={PATHS[name]} isMirrored={MIRRORED.has(name)} width={name === "more" ? 2.5 : 1.6} />
}

interface LineIconProps {
  readonly path: string
  readonly isMirrored?: boolean
  readonly width?: number
}

/** An icon of its own path; lateIcons.tsx has those that the first picture does without. */
export function LineIcon({ path, isMirrored = false, width = 1.6 }: LineIconProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className={isMirrored ? "mirrors" : undefined}
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  )
}
