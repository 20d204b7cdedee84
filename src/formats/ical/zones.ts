import type ICAL from "ical.js"
import { instantAtClock, isZone, offsetAt } from "../../time/zone.ts"
import { fieldsOf, MINUTE, SECOND } from "../../time/instant.ts"
import { jCalOf, propertiesOf, textOf, type Component } from "./components.ts"

/** A zone as a calendar names it. Readings are what its clocks show, as the instant at which one in UTC shows the same. */
export interface Zone {
  /** The instant of a reading. */
  instantAt(reading: number): number
  /** The reading at an instant. */
  readingAt(instant: number): number
}

export const UTC: Zone = { instantAt: reading => reading, readingAt: instant => instant }

/**
 * The zones of a calendar by their names: those of IANA, also with the prefixes of programs; Outlook's; `(UTC+03:00) …`;
 * else the calendar's own VTIMEZONE, where it is sound. Null for a name that says nothing.
 */
export function zonesOf(timezones: readonly Component[], ical: typeof ICAL): (name: string) => Zone | null {
  const own = new Map(timezones.map(component => [textOf(component, "tzid"), component]))
  const known = new Map<string, Zone | null>()
  return name => {
    let zone = known.get(name)
    if (zone === undefined) known.set(name, (zone = find(name, own.get(name), ical)))
    return zone
  }
}

function find(name: string, own: Component | undefined, ical: typeof ICAL): Zone | null {
  const location = own ? textOf(own, "x-lic-location") : ""
  const iana = [name, ...suffixes(name), location, WINDOWS.get(name.toLowerCase().trim())].find(
    candidate => candidate && isZone(candidate),
  )
  if (iana) return ianaZone(iana)
  const offset = /^\W*(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(name)
  return (own && ownZone(own, ical)) ?? (offset && fixedZone(offset))
}

/** `/mozilla.org/20050126_1/Europe/Berlin`: the last two or three steps may be a zone. */
function suffixes(name: string): string[] {
  const steps = name.split("/").filter(Boolean)
  return [3, 2].filter(count => steps.length > count).map(count => steps.slice(-count).join("/"))
}

function ianaZone(zone: string): Zone {
  return {
    instantAt: reading => instantAtClock(reading, zone),
    readingAt: instant => instant + (offsetAt(instant, zone) ?? 0),
  }
}

function fixedZone([, sign, hours, minutes = "0"]: RegExpExecArray): Zone {
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === "-" ? -1 : 1)
  return { instantAt: reading => reading - offset, readingAt: instant => instant + offset }
}

function ownZone(component: Component, ical: typeof ICAL): Zone | null {
  const rules = component.inner.flatMap(part => propertiesOf(part, "rrule"))
  // A rule that is not of once or twice a year is no zone's, and could be one that never finds a day.
  if (component.inner.length === 0 || rules.some(({ text }) => !/FREQ=(YEARLY|MONTHLY)/i.test(text)))
    return null
  try {
    const zone = new ical.Timezone(new ical.Component(jCalOf(component) as never))
    const offsetOf = (reading: number) => {
      const { year, month, day, hour, minute, second } = fieldsOf(reading)
      const time = new ical.Time(
        { year, month, day, hour, minute, second, isDate: false },
        ical.Timezone.localTimezone,
      )
      return zone.utcOffset(time) * SECOND
    }
    if (!Number.isFinite(offsetOf(0))) return null
    return {
      instantAt: reading => reading - offsetOf(reading),
      readingAt: instant => instant + offsetOf(instant + offsetOf(instant)),
    }
  } catch {
    return null
  }
}

/** Names of time zones of Windows, as Outlook and Exchange write them, and the zone of each (Unicode CLDR, windowsZones). */
const WINDOWS: ReadonlyMap<string, string> = new Map(
  `Dateline Standard Time=Etc/GMT+12
UTC-11=Etc/GMT+11
Aleutian Standard Time=America/Adak
Hawaiian Standard Time=Pacific/Honolulu
Marquesas Standard Time=Pacific/Marquesas
Alaskan Standard Time=America/Anchorage
UTC-09=Etc/GMT+9
Pacific Standard Time (Mexico)=America/Tijuana
UTC-08=Etc/GMT+8
Pacific Standard Time=America/Los_Angeles
US Mountain Standard Time=America/Phoenix
Mountain Standard Time (Mexico)=America/Mazatlan
Mountain Standard Time=America/Denver
Yukon Standard Time=America/Whitehorse
Central America Standard Time=America/Guatemala
Central Standard Time=America/Chicago
Easter Island Standard Time=Pacific/Easter
Central Standard Time (Mexico)=America/Mexico_City
Canada Central Standard Time=America/Regina
SA Pacific Standard Time=America/Bogota
Eastern Standard Time (Mexico)=America/Cancun
Eastern Standard Time=America/New_York
Haiti Standard Time=America/Port-au-Prince
Cuba Standard Time=America/Havana
US Eastern Standard Time=America/Indiana/Indianapolis
Turks And Caicos Standard Time=America/Grand_Turk
Paraguay Standard Time=America/Asuncion
Atlantic Standard Time=America/Halifax
Venezuela Standard Time=America/Caracas
Central Brazilian Standard Time=America/Cuiaba
SA Western Standard Time=America/La_Paz
Pacific SA Standard Time=America/Santiago
Newfoundland Standard Time=America/St_Johns
Tocantins Standard Time=America/Araguaina
E. South America Standard Time=America/Sao_Paulo
SA Eastern Standard Time=America/Cayenne
Argentina Standard Time=America/Argentina/Buenos_Aires
Greenland Standard Time=America/Nuuk
Montevideo Standard Time=America/Montevideo
Magallanes Standard Time=America/Punta_Arenas
Saint Pierre Standard Time=America/Miquelon
Bahia Standard Time=America/Bahia
UTC-02=Etc/GMT+2
Mid-Atlantic Standard Time=Etc/GMT+2
Azores Standard Time=Atlantic/Azores
Cape Verde Standard Time=Atlantic/Cape_Verde
UTC=UTC
GMT Standard Time=Europe/London
Greenwich Standard Time=Atlantic/Reykjavik
Sao Tome Standard Time=Africa/Sao_Tome
Morocco Standard Time=Africa/Casablanca
W. Europe Standard Time=Europe/Berlin
Central Europe Standard Time=Europe/Budapest
Romance Standard Time=Europe/Paris
Central European Standard Time=Europe/Warsaw
W. Central Africa Standard Time=Africa/Lagos
Jordan Standard Time=Asia/Amman
GTB Standard Time=Europe/Bucharest
Middle East Standard Time=Asia/Beirut
Egypt Standard Time=Africa/Cairo
E. Europe Standard Time=Europe/Chisinau
Syria Standard Time=Asia/Damascus
West Bank Standard Time=Asia/Hebron
South Africa Standard Time=Africa/Johannesburg
FLE Standard Time=Europe/Kyiv
Israel Standard Time=Asia/Jerusalem
Jerusalem Standard Time=Asia/Jerusalem
South Sudan Standard Time=Africa/Juba
Kaliningrad Standard Time=Europe/Kaliningrad
Sudan Standard Time=Africa/Khartoum
Libya Standard Time=Africa/Tripoli
Namibia Standard Time=Africa/Windhoek
Arabic Standard Time=Asia/Baghdad
Turkey Standard Time=Europe/Istanbul
Arab Standard Time=Asia/Riyadh
Belarus Standard Time=Europe/Minsk
Russian Standard Time=Europe/Moscow
E. Africa Standard Time=Africa/Nairobi
Iran Standard Time=Asia/Tehran
Arabian Standard Time=Asia/Dubai
Astrakhan Standard Time=Europe/Astrakhan
Azerbaijan Standard Time=Asia/Baku
Russia Time Zone 3=Europe/Samara
Mauritius Standard Time=Indian/Mauritius
Saratov Standard Time=Europe/Saratov
Georgian Standard Time=Asia/Tbilisi
Volgograd Standard Time=Europe/Volgograd
Caucasus Standard Time=Asia/Yerevan
Afghanistan Standard Time=Asia/Kabul
West Asia Standard Time=Asia/Tashkent
Ekaterinburg Standard Time=Asia/Yekaterinburg
Pakistan Standard Time=Asia/Karachi
Qyzylorda Standard Time=Asia/Qyzylorda
India Standard Time=Asia/Kolkata
Sri Lanka Standard Time=Asia/Colombo
Nepal Standard Time=Asia/Kathmandu
Central Asia Standard Time=Asia/Bishkek
Bangladesh Standard Time=Asia/Dhaka
Omsk Standard Time=Asia/Omsk
Myanmar Standard Time=Asia/Yangon
SE Asia Standard Time=Asia/Bangkok
Altai Standard Time=Asia/Barnaul
W. Mongolia Standard Time=Asia/Hovd
North Asia Standard Time=Asia/Krasnoyarsk
N. Central Asia Standard Time=Asia/Novosibirsk
Tomsk Standard Time=Asia/Tomsk
China Standard Time=Asia/Shanghai
North Asia East Standard Time=Asia/Irkutsk
Singapore Standard Time=Asia/Singapore
W. Australia Standard Time=Australia/Perth
Taipei Standard Time=Asia/Taipei
Ulaanbaatar Standard Time=Asia/Ulaanbaatar
Aus Central W. Standard Time=Australia/Eucla
Transbaikal Standard Time=Asia/Chita
Tokyo Standard Time=Asia/Tokyo
North Korea Standard Time=Asia/Pyongyang
Korea Standard Time=Asia/Seoul
Yakutsk Standard Time=Asia/Yakutsk
Cen. Australia Standard Time=Australia/Adelaide
AUS Central Standard Time=Australia/Darwin
E. Australia Standard Time=Australia/Brisbane
AUS Eastern Standard Time=Australia/Sydney
West Pacific Standard Time=Pacific/Port_Moresby
Tasmania Standard Time=Australia/Hobart
Vladivostok Standard Time=Asia/Vladivostok
Lord Howe Standard Time=Australia/Lord_Howe
Bougainville Standard Time=Pacific/Bougainville
Russia Time Zone 10=Asia/Srednekolymsk
Magadan Standard Time=Asia/Magadan
Norfolk Standard Time=Pacific/Norfolk
Sakhalin Standard Time=Asia/Sakhalin
Central Pacific Standard Time=Pacific/Guadalcanal
Russia Time Zone 11=Asia/Kamchatka
New Zealand Standard Time=Pacific/Auckland
UTC+12=Etc/GMT-12
Fiji Standard Time=Pacific/Fiji
Kamchatka Standard Time=Asia/Kamchatka
Chatham Islands Standard Time=Pacific/Chatham
UTC+13=Etc/GMT-13
Tonga Standard Time=Pacific/Tongatapu
Samoa Standard Time=Pacific/Apia
Line Islands Standard Time=Pacific/Kiritimati`
    .split("\n")
    .map(line => {
      const [name, zone] = line.split("=")
      return [name!.toLowerCase(), zone!] as const
    }),
)
