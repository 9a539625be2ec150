/** Caseloads of one year after another, the latest first, each of children of its own. */
import { Instant, MILLISECONDS_A_DAY } from "@safe-return/domain/calendar"
import type { EpisodeRow } from "@safe-return/exchange"
import { episodeRows } from "./episodeRows.ts"
import { type CaseloadChild, type CaseloadOptions, syntheticCaseload } from "./syntheticCaseload.ts"

const A_YEAR = 365 * MILLISECONDS_A_DAY

export interface ChildOfYear {
  readonly child: CaseloadChild
  readonly rows: ReadonlyArray<EpisodeRow>
  /** 0 for the latest year, 1 for the one before it. */
  readonly yearsBack: number
}

/** Each year ends 365 days before the next and is made from the next seed. */
export function* caseloadOfYears(years: number, options: CaseloadOptions): Generator<ChildOfYear> {
  let [children, episodes] = [0, 0]
  for (let yearsBack = 0; yearsBack < years; yearsBack += 1) {
    const year = {
      ...options,
      seed: options.seed + yearsBack,
      endsAt: Instant(options.endsAt - yearsBack * A_YEAR),
      after: { children, episodes }
    }
    for (const child of syntheticCaseload(year)) {
      const rows = episodeRows(child)
      children += 1
      episodes += rows.length
      yield { child, rows, yearsBack }
    }
  }
}
