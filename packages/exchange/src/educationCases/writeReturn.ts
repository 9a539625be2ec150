import type { CivilDay } from "@safe-return/domain/calendar"
import { censusPeriodOf, type PublishedLine } from "@safe-return/domain/education"
import { Stream } from "effect"
import { tableText } from "../text/tableText.ts"

/** The columns of DfE's published table that were seen, in DfE's order. */
export const publishedReturnColumns = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "old_la_code",
  "new_la_code",
  "la_name",
  "breakdown_topic",
  "breakdown",
  "child_count",
  "child_percent",
  "rate_per_100"
] as const

/** The council as DfE names it; blank where it was not said. */
export interface ReturningAuthority {
  readonly oldCode?: string
  readonly newCode?: string
  readonly name?: string
}

/** A rate needs the number of children of school age, which no case table has: DfE's mark for not available. */
const RATE = "x"

const write = tableText(publishedReturnColumns, (cells: Readonly<Record<string, string>>) => cells)

/** A return as CSV in the columns of DfE's published table, a line for each of DfE's labels. */
export const writeCensusReturn = (
  lines: ReadonlyArray<PublishedLine>,
  { censusDay, authority }: { readonly censusDay: CivilDay; readonly authority: ReturningAuthority }
) => {
  const { timePeriod, timeIdentifier } = censusPeriodOf(censusDay)
  const { oldCode = "", newCode = "", name = "" } = authority
  return write(
    Stream.fromIterable(lines).pipe(
      Stream.map(({ topic, breakdown, childCount, childPercent }) => ({
        time_period: timePeriod,
        time_identifier: timeIdentifier,
        geographic_level: "Local authority",
        old_la_code: oldCode,
        new_la_code: newCode,
        la_name: name,
        breakdown_topic: topic,
        breakdown,
        child_count: String(childCount),
        child_percent: String(childPercent),
        rate_per_100: RATE
      }))
    ),
    "csv"
  )
}
