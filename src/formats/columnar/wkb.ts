/** Coordinates of a shape, gathered as the box around them. */
interface Box {
  west: number
  east: number
  south: number
  north: number
}

/** Collections in collections beyond this are no map. */
const DEEPEST = 8

/**
 * The middle of a shape in well-known binary (OGC 06-103r4, 8.2; also with the flags of PostGIS), [x, y] as it stands there:
 * of a point the point, of all else the middle of the box around it. Null where the bytes hold none or are no WKB.
 */
export function middleOfWkb(bytes: Uint8Array): readonly [number, number] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const box: Box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  try {
    gather(view, 0, box, 0)
  } catch (error) {
    // Whatever lies beyond the end.
    if (error instanceof RangeError) return null
    throw error
  }
  const middle = [(box.west + box.east) / 2, (box.south + box.north) / 2] as const
  return middle.every(Number.isFinite) ? middle : null
}

/** Gathers the shape that begins at a byte, and gives the byte behind it. */
function gather(view: DataView, from: number, box: Box, depth: number): number {
  const isLittle = view.getUint8(from) === 1
  const code = view.getUint32(from + 1, isLittle)
  const type = (code & 0xffff) % 1000
  const dimensions = 2 + extraDimensions(code)
  let at = from + (code & 0x20000000 ? 9 : 5)
  const count = () => {
    at += 4
    return view.getUint32(at - 4, isLittle)
  }
  const points = (many: number) => {
    for (let i = 0; i < many; i++) {
      take(box, view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle))
      at += dimensions * 8
    }
  }
  if (type === 1) points(1)
  else if (type === 2) points(count())
  else if (type === 3) for (let rings = count(); rings > 0; rings--) points(count())
  else if (type <= 7 && depth < DEEPEST)
    for (let parts = count(); parts > 0; parts--) at = gather(view, at, box, depth + 1)
  else throw new RangeError("no shape that is known")
  return at
}

/** Height and measure: by thousands in the standard, by flags in PostGIS. */
function extraDimensions(code: number): number {
  const thousands = Math.floor((code & 0xffff) / 1000)
  const flags = (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0)
  return flags || (thousands === 3 ? 2 : thousands > 0 ? 1 : 0)
}

function take(box: Box, x: number, y: number): void {
  box.west = Math.min(box.west, x)
  box.east = Math.max(box.east, x)
  box.south = Math.min(box.south, y)
  box.north = Math.max(box.north, y)
}
