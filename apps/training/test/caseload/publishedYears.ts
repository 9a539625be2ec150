/**
 * DfE's counts of looked-after children missing and away, each year to 31 March as its latest release has it. England's are rounded to the
 * nearest 10; a `c` is withheld by DfE, and is 1 to 4.
 *
 * Source: DfE, Children looked after in England including adoptions: 2018 from reporting year 2022, 2019 from 2023, the
 * others from 2024, data set "CLA who were missing or away from placement without authorisation - LA" (Open Government
 * Licence).
 */

/** Children, incidents, children more than once, children not back on 31 March. */
type Counts = readonly [children: Count, incidents: Count, moreThanOnce: Count, notBack: Count]
export type Count = number | "c"

export interface PublishedYear {
  readonly area: "England" | "Rotherham"
  /** Ending on 31 March. */
  readonly year: number
  readonly missing: Counts
  readonly away: Counts
}

const england = (year: number, missing: Counts, away: Counts): PublishedYear => ({
  area: "England",
  year,
  missing,
  away
})
const rotherham = (year: number, missing: Counts, away: Counts): PublishedYear => ({
  area: "Rotherham",
  year,
  missing,
  away
})

export const publishedYears: ReadonlyArray<PublishedYear> = [
  rotherham(2018, [105, 932, 81, "c"], ["c", "c", 0, 0]),
  rotherham(2019, [100, 647, 68, "c"], ["c", "c", 0, 0]),
  rotherham(2020, [92, 665, 65, 0], ["c", "c", 0, 0]),
  rotherham(2021, [79, 654, 59, "c"], [8, 12, "c", 0]),
  rotherham(2022, [65, 368, 46, 0], ["c", "c", 0, 0]),
  rotherham(2023, [59, 296, 30, 0], [0, 0, 0, 0]),
  rotherham(2024, [57, 318, 35, 0], [0, 0, 0, 0]),
  england(2018, [11_520, 70_170, 7_440, 300], [3_870, 15_670, 2_060, 50]),
  england(2019, [11_930, 74_010, 7_700, 270], [3_610, 13_650, 1_900, 40]),
  england(2020, [12_470, 81_430, 8_030, 190], [3_410, 13_740, 1_820, 40]),
  england(2021, [10_910, 71_660, 7_020, 200], [2_620, 10_420, 1_400, 30]),
  england(2022, [12_180, 77_120, 7_780, 200], [2_520, 8_910, 1_260, 30]),
  england(2023, [12_790, 82_110, 8_150, 220], [2_640, 10_520, 1_360, 40]),
  england(2024, [13_010, 83_920, 8_210, 300], [2_720, 10_780, 1_380, 60])
]
