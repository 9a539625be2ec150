/**
 * The published figures the training caseload is made to match: counts only, of the year to 31 March 2024.
 *
 * Source of both tables: DfE, Children looked after in England, 2024 release.
 */

/** Looked-after children who were missing at least once. Source: DfE, 2024 release, Rotherham. */
export const rotherham2024 = {
  source: "DfE, Children looked after in England, 2024 release, Rotherham",
  children: 57,
  incidents: 318,
  childrenMissingMoreThanOnce: 35,
  incidentsPerChild: 5.6
} as const

export type DurationBand = "under-1" | "1-2" | "3-7" | "8-10" | "11-15" | "16-20" | "21-30" | "over-30"

/**
 * How long England's incidents lasted: DfE publishes durations for the country, not for a council. A day is 24
 * elapsed hours; a band takes in `fromDay` and ends before `beforeDay`. DfE's last band has no end: no training
 * absence lasts longer than 60 days, so that every history fits its year.
 *
 * Source: DfE, 2024 release, England, durations of missing from placement periods.
 */
export const englandDurations2024: Readonly<
  Record<DurationBand, { readonly fromDay: number; readonly beforeDay: number; readonly incidents: number }>
> = {
  "under-1": { fromDay: 0, beforeDay: 1, incidents: 28_000 },
  "1-2": { fromDay: 1, beforeDay: 3, incidents: 47_460 },
  "3-7": { fromDay: 3, beforeDay: 8, incidents: 6_630 },
  "8-10": { fromDay: 8, beforeDay: 11, incidents: 650 },
  "11-15": { fromDay: 11, beforeDay: 16, incidents: 420 },
  "16-20": { fromDay: 16, beforeDay: 21, incidents: 180 },
  "21-30": { fromDay: 21, beforeDay: 31, incidents: 190 },
  "over-30": { fromDay: 31, beforeDay: 60, incidents: 400 }
}

export const durationBands = Object.keys(englandDurations2024) as ReadonlyArray<DurationBand>

/**
 * Of the interviews carried out nationally, the share within 72 hours of the return.
 *
 * Source: Missing People, Delivery of Return Interviews across England 2023-24 (mean of the councils that answered).
 */
export const shareWithin72Hours = 0.63

/** Share of offers declined: a working choice. Councils completed anything from 19 % to 100 % of what they offered. */
export const shareDeclined = 0.2
