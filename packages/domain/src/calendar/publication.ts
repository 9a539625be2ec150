/** The lists this build holds; a projected one is an expectation, and answers that use it say so. */
import type { HolidayTable } from "./bankHoliday.ts"
import { englandAndWalesPublished } from "./published/englandAndWales.ts"
import { northernIrelandPublished } from "./published/northernIreland.ts"
import { scotlandPublished } from "./published/scotland.ts"

/** The three lists of bank holidays in the United Kingdom, by the names GOV.UK publishes them under. */
export const nations = ["england-and-wales", "scotland", "northern-ireland"] as const

export type Nation = (typeof nations)[number]

export const VERSION = "gov.uk 2026-08-21"

/** The first and the last day for which GOV.UK's lists are held here. */
export const PUBLISHED_FROM = "2012-01-01"
export const PUBLISHED_THROUGH = "2028-12-31"

/** The last day of the projection; past it only weekends are known. */
export const PROJECTED_THROUGH = "2040-12-31"

export const publishedTables: Readonly<Record<Nation, HolidayTable>> = {
  "england-and-wales": englandAndWalesPublished,
  scotland: scotlandPublished,
  "northern-ireland": northernIrelandPublished
}
