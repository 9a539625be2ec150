/** DfE's figures reckoned from episodes, as anybody could from the table that is written: nothing is taken on trust. */
import { type Instant, londonDayOf, MILLISECONDS_A_DAY } from "@safe-return/domain/calendar"
import type { Absence } from "@safe-return/domain/pathway"
import type { EpisodeRow } from "@safe-return/exchange"
import { ageOn, type SyntheticProfile } from "../profile.ts"
import { type Counts, countsOf } from "./apportioned.ts"
import {
  type AgeBand,
  ageBand,
  ageBands,
  type DurationBand,
  durationBand,
  durationBands,
  type Placement,
  placementTypes
} from "./bands.ts"
import type { AbsenceFigures } from "./published.ts"

type Changing<Figures> = { -readonly [Key in keyof Figures]: Figures[Key] }

const nobody = (): Changing<AbsenceFigures> => ({ children: 0, incidents: 0, childrenMoreThanOnce: 0, notBack: 0 })

/** Takes one child after another, so that a country's table is never held whole. */
export class Reckoning {
  readonly missing = nobody()
  readonly away = nobody()
  /** Missing incidents alone, here and below, as DfE breaks down no others. */
  readonly byDuration: Changing<Counts<DurationBand>> = countsOf(durationBands, () => 0)
  readonly byAge: Changing<Counts<AgeBand>> = countsOf(ageBands, () => 0)
  readonly byPlacement: Changing<Counts<Placement>> = countsOf(placementTypes, () => 0)
  readonly #endsAt: Instant
  #days = 0
  /** How many incidents lasted so many whole days. */
  readonly #wholeDays: Array<number> = []

  /** `endsAt`: the end of the year. An episode that has not ended is counted by its length so far. */
  constructor(endsAt: Instant) {
    this.#endsAt = endsAt
  }

  /** All of one child's rows. A row without `missing_at` cannot be counted and is passed over. */
  add(rows: ReadonlyArray<EpisodeRow>, profile: SyntheticProfile): void {
    this.#addKind("missing", rows)
    this.#addKind("away", rows)
    for (const row of rows) {
      if (row.absence === "missing" && row.missing_at !== undefined) this.#addIncident(row, row.missing_at, profile)
    }
  }

  /** The mean to the hundredth; the median in whole days, as DfE publishes it. */
  get days(): { readonly mean: number; readonly median: number } {
    let below = 0
    const median = this.#wholeDays.findIndex((incidents = 0) => {
      below += incidents
      return below * 2 >= this.missing.incidents
    })
    return { mean: Math.round((100 * this.#days) / this.missing.incidents) / 100, median }
  }

  #addKind(absence: Absence, rows: ReadonlyArray<EpisodeRow>): void {
    const own = rows.filter((row) => row.absence === absence && row.missing_at !== undefined)
    if (own.length === 0) return
    const figures = this[absence]
    figures.children += 1
    figures.incidents += own.length
    if (own.length > 1) figures.childrenMoreThanOnce += 1
    if (own.some((row) => row.found_at === undefined && row.returned_at === undefined)) figures.notBack += 1
  }

  #addIncident(row: EpisodeRow, missingAt: Instant, { born, placements }: SyntheticProfile): void {
    const elapsed = (row.found_at ?? row.returned_at ?? this.#endsAt) - missingAt
    this.byDuration[durationBand(elapsed)] += 1
    this.#days += elapsed / MILLISECONDS_A_DAY
    const whole = Math.floor(elapsed / MILLISECONDS_A_DAY)
    this.#wholeDays[whole] = (this.#wholeDays[whole] ?? 0) + 1
    const day = londonDayOf(missingAt)
    this.byAge[ageBand(ageOn(day, born))] += 1
    const placement = placements.findLast(({ from }) => from === undefined || from <= day)?.placement
    if (placement !== undefined) this.byPlacement[placement] += 1
  }
}
