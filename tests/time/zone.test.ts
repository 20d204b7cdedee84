process.env.TZ = "Asia/Kathmandu"
import { describe, expect, test } from "vitest"
import { HOUR, MINUTE, SECOND, instantOf } from "../../src/time/instant.ts"
import { clockIn, instantAtClock, isZone, offsetAt } from "../../src/time/zone.ts"

describe("zones", () => {
  test.each(["UTC", "Asia/Damascus", "America/St_Johns", "Etc/GMT+3"])("%s is one", zone => {
    expect(isZone(zone)).toBe(true)
  })

  test.each(["", "C", "Nowhere/At_All", "+03:00", "Asia/Damascus; x", "../etc", "x".repeat(80)])(
    "%j is none",
    zone => {
      expect(isZone(zone)).toBe(false)
      expect(offsetAt(0, zone)).toBeNull()
      expect(clockIn(5, zone)).toBe(5)
    },
  )

  test("Damascus was two hours ahead in November 2016 and is three in November 2023", () => {
    expect(offsetAt(Date.UTC(2016, 10, 16), "Asia/Damascus")).toBe(2 * HOUR)
    expect(offsetAt(Date.UTC(2023, 10, 16), "Asia/Damascus")).toBe(3 * HOUR)
  })

  test("half hours and the local mean time of old days count, west of Greenwich too", () => {
    expect(offsetAt(Date.UTC(2016, 0), "America/St_Johns")).toBe(-3.5 * HOUR)
    expect(offsetAt(Date.UTC(1900, 0), "Europe/Dublin")).toBe(-(25 * MINUTE + 21 * SECOND))
  })

  test("instants beyond the engine's years have the offset of its edge", () => {
    expect(offsetAt(instantOf({ year: 12e9 }), "Asia/Damascus")).toBe(3 * HOUR)
    expect(offsetAt(-Infinity, "Europe/Berlin")).toBe(offsetAt(-8.64e15, "Europe/Berlin"))
  })

  test("a clock reading leads back to its instant", () => {
    for (const zone of ["Asia/Damascus", "America/St_Johns", "Europe/Berlin", "UTC"]) {
      for (let month = 0; month < 24; month += 1) {
        const instant = Date.UTC(2016, month, 15, 9, 30)
        expect(instantAtClock(clockIn(instant, zone), zone)).toBe(instant)
      }
    }
  })

  test("a reading that spring skips is moved on by the gap", () => {
    expect(instantAtClock(Date.UTC(2016, 2, 27, 2, 30), "Europe/Berlin")).toBe(Date.UTC(2016, 2, 27, 1, 30))
  })
})
