/** Where DfE's bands begin and end. */
import { MILLISECONDS_A_DAY } from "@safe-return/domain/calendar"
import { Struct } from "effect"
import { englandAges, englandDurations, englandPlacements } from "./published.ts"

export type DurationBand = keyof typeof englandDurations
export const durationBands: ReadonlyArray<DurationBand> = Struct.keys(englandDurations)

/** Days of 24 hours, `from` included and `before` not; 60 days in DfE's open last band make every history fit. */
export const daysOf: Readonly<Record<DurationBand, { readonly from: number; readonly before: number }>> = {
  "under-1": { from: 0, before: 1 },
  "1-2": { from: 1, before: 3 },
  "3-7": { from: 3, before: 8 },
  "8-10": { from: 8, before: 11 },
  "11-15": { from: 11, before: 16 },
  "16-20": { from: 16, before: 21 },
  "21-30": { from: 21, before: 31 },
  "over-30": { from: 31, before: 60 }
}

/** The band of an elapsed time. */
export const durationBand = (milliseconds: number): DurationBand =>
  durationBands.find((band) => milliseconds < daysOf[band].before * MILLISECONDS_A_DAY) ?? "over-30"

export type AgeBand = keyof typeof englandAges
export const ageBands: ReadonlyArray<AgeBand> = Struct.keys(englandAges)

/** Whole years: a band takes in `from` and ends before `before`. Nobody looked after is 18. */
export const yearsOf: Readonly<Record<AgeBand, { readonly from: number; readonly before: number }>> = {
  "under-1": { from: 0, before: 1 },
  "1-4": { from: 1, before: 5 },
  "5-9": { from: 5, before: 10 },
  "10-15": { from: 10, before: 16 },
  "16-and-over": { from: 16, before: 18 }
}

/** The band of an age in whole years. */
export const ageBand = (years: number): AgeBand =>
  ageBands.find((band) => years < yearsOf[band].before) ?? "16-and-over"

export type Placement = keyof typeof englandPlacements
export const placementTypes: ReadonlyArray<Placement> = Struct.keys(englandPlacements)
