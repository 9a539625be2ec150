/** Where a person is on their App Home: a tab, what it is narrowed to, and the page. */

import type { Role } from "@safe-return/casework"
import { Schema } from "effect"

export const HomeTab = Schema.Literals(["mine", "queue", "team", "education", "joined-up", "settings"])
export type HomeTab = typeof HomeTab.Type

/** What the co-ordinator's tab is narrowed to; the other tabs know only `all`. */
export const HomeFilter = Schema.Literals(["all", "unassigned", "still-missing", "not-offered"])
export type HomeFilter = typeof HomeFilter.Type

export const HomePlace = Schema.Struct({
  tab: HomeTab,
  filter: HomeFilter,
  /** Counted from 0. */
  page: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
})
export type HomePlace = typeof HomePlace.Type

const HomePlaceJson = Schema.fromJsonString(HomePlace)
export const encodeHomePlace: (place: HomePlace) => string = Schema.encodeSync(HomePlaceJson)
/** None when a button is not one of ours, or of a version that knew other tabs. */
export const decodeHomePlace = Schema.decodeUnknownOption(HomePlaceJson)

/** Whose each tab is. A person who holds several roles has the tabs of all of them. */
const readers: Readonly<Record<HomeTab, ReadonlyArray<Role>>> = {
  team: ["team-manager", "head-of-service"],
  queue: ["missing-coordinator", "team-manager", "mash", "out-of-hours-duty"],
  mine: ["interviewer", "worker", "missing-coordinator", "team-manager"],
  education: ["education-officer", "education-manager", "attendance", "admissions"],
  "joined-up": ["inclusion-lead", "inclusion-panel"],
  settings: ["administrator"]
}

/** The tabs of a person with these roles, the one that opens first of all. */
export const tabsOf = (roles: ReadonlySet<Role>): ReadonlyArray<HomeTab> =>
  (Object.keys(readers) as ReadonlyArray<HomeTab>).filter((tab) => readers[tab].some((role) => roles.has(role)))

export const onTab = (tab: HomeTab, filter: HomeFilter = "all", page = 0): HomePlace => ({ tab, filter, page })
