import { latinDigits } from "./looseDates.ts"

/** [longitude, latitude] in degrees. */
export type Point = readonly [number, number]

const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)/g
const DEGREES =
  /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:"|″|”|'')\s*)?([NSEWشجقغ]?)$/i

/**
 * Degrees in a text: a decimal number with a point or a comma, degrees with minutes and seconds, with or without the letter
 * of a direction; NaN for anything else.
 */
export function degreesIn(text: string): number {
  const found = DEGREES.exec(plain(text).replace(/^(-?\d+),(\d+)$/, "$1.$2"))
  if (!found) return Number.NaN
  const [, degrees, minutes = "0", seconds = "0", direction = ""] = found
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600
  return degrees!.startsWith("-") || /[SWجغ]/i.test(direction) ? -size : size
}

/**
 * The point in one cell: latitude before longitude as people write them, WKT and GeoJSON the other way round as those do;
 * of a line or an area its middle. Null where there is none, NaN in it where it is not read.
 */
export function pointIn(cell: string): Point | null {
  const text = plain(cell)
  if (text === "") return null
  if (/[a-z]\s*\(|^\s*\{.*coordinates/is.test(text)) return middleOf(text)
  const parts = text.split(/\s*[;/|]\s*|\s*,\s+|\s+(?=[+-]?\d)/).filter(Boolean)
  const [lat, lon] = parts.length === 2 ? parts : text.split(",")
  if (lat === undefined || lon === undefined) return [Number.NaN, Number.NaN]
  const [y, x] = [degreesIn(lat.replace(/,$/, "")), degreesIn(lon)]
  // What can be no latitude is a longitude that was written first.
  return Math.abs(y) > 90 && Math.abs(x) <= 90 ? [y, x] : [x, y]
}

/** Whether a point lies on the earth. */
export function isOnEarth([x, y]: Point): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90
}

function middleOf(text: string): Point {
  const from = Math.max(text.indexOf("("), text.indexOf("["))
  const numbers = (text.slice(from).match(NUMBER) ?? []).map(Number)
  const [xs, ys] = [0, 1].map(at => numbers.filter((_, i) => i % 2 === at))
  return xs!.length === ys!.length ? [mean(xs!), mean(ys!)] : [Number.NaN, Number.NaN]
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length
}

function plain(text: string): string {
  return latinDigits(text)
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/[−–]/g, "-")
    .replace(/[٫]/g, ".")
    .replace(/[،]/g, ",")
    .trim()
}
