/**
 * The published figures a synthetic caseload is made to match. Counts only, of the year to 31 March 2024; England's
 * and the region's are rounded to the nearest 10 by DfE.
 *
 * Source: DfE, Children looked after in England including adoptions, reporting year 2024 (Open Government Licence).
 */

/** Looked-after children of one absence kind. */
export interface AbsenceFigures {
  /** At least one incident in the year. */
  readonly children: number
  readonly incidents: number
  readonly childrenMoreThanOnce: number
  /** Children whose last incident had not ended on 31 March. */
  readonly notBack: number
}

export interface CaseloadFigures {
  readonly missing: AbsenceFigures
  /** Away from placement without authorisation: whereabouts known. */
  readonly away: AbsenceFigures
}

/** Source: the release's data set "CLA who were missing or away from placement without authorisation - LA". */
export const areas = {
  england: {
    missing: { children: 13_010, incidents: 83_920, childrenMoreThanOnce: 8_210, notBack: 300 },
    away: { children: 2_720, incidents: 10_780, childrenMoreThanOnce: 1_380, notBack: 60 }
  },
  "yorkshire-and-the-humber": {
    missing: { children: 1_170, incidents: 5_760, childrenMoreThanOnce: 700, notBack: 20 },
    away: { children: 200, incidents: 960, childrenMoreThanOnce: 100, notBack: 10 }
  },
  rotherham: {
    missing: { children: 57, incidents: 318, childrenMoreThanOnce: 35, notBack: 0 },
    away: { children: 0, incidents: 0, childrenMoreThanOnce: 0, notBack: 0 }
  }
} as const satisfies Record<string, CaseloadFigures>

export type Area = keyof typeof areas

/**
 * Incidents for each child who was missing, to one decimal place: published beside the counts it comes of.
 *
 * Source: as for `areas`.
 */
export const incidentsPerChild: Readonly<Record<Area, number>> = {
  england: 6.5,
  "yorkshire-and-the-humber": 4.9,
  rotherham: 5.6
}

/**
 * How England's missing incidents lasted. DfE publishes durations, ages and placements for the country, not for a
 * council: every size takes England's shares. An incident that had not ended is counted by its length so far, because
 * the bands add up to all incidents. The region's and England's rounding leaves sums a few tens from the total.
 *
 * Source: the release's data set "CLA who were missing from placement - NATIONAL" (formerly table G1), durations of
 * missing from placement periods.
 */
export const englandDurations = {
  "under-1": 28_000,
  "1-2": 47_460,
  "3-7": 6_630,
  "8-10": 650,
  "11-15": 420,
  "16-20": 180,
  "21-30": 190,
  "over-30": 400
} as const

/** Days for each incident, England. Source: as for `englandDurations`, average (mean) and average (median). */
export const englandDays = { mean: 1.9, median: 1 } as const

/** Incidents by the child's age when it began. Source: as for `englandDurations`, age. From the youngest up. */
export const englandAges = {
  "under-1": 10,
  "1-4": 30,
  "5-9": 120,
  "10-15": 37_350,
  "16-and-over": 46_400
} as const

/** Incidents by the placement the child was missing from; none was from adoption. Source: as above, placements. */
export const englandPlacements = {
  foster: 15_030,
  "with-parents": 1_400,
  "secure-or-childrens-home": 27_270,
  other: 12_150,
  independent: 28_070
} as const

/**
 * Of the interviews carried out nationally, the share within 72 hours of the return.
 *
 * Source: Missing People, Delivery of Return Interviews across England 2023-24 (mean of the councils that answered).
 */
export const shareWithin72Hours = 0.63

/** Share of offers declined: a working choice. Councils completed anything from 19 % to 100 % of what they offered. */
export const shareDeclined = 0.2
