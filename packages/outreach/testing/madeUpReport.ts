/** A made-up council's month, as the scorecard of it is reported. Nobody here exists. */
import { addHours, calendars, utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { parseMonth, type ScorecardRow } from "@safe-return/domain/scorecard"
import { countedReport, type PicturedReport } from "@safe-return/report/tables"
import { Option, Result } from "effect"

const statuses = ["looked-after", "child-protection", "child-in-need", "early-help", "not-known"] as const
const MONTHS = 26

/** The same every time. */
const rowsOf = (episodesAMonth: number): ReadonlyArray<ScorecardRow> =>
  Array.from({ length: MONTHS }, (_, back) => back).flatMap((back) =>
    Array.from({ length: episodesAMonth }, (_, made): ScorecardRow => {
      const missingAt = addHours(utc(2026, 10 - back, 1, 2), (made * 37) % 640)
      const returnedAt = addHours(missingAt, 2 + ((made * 5) % 70))
      const wasHeld = made % 6 !== 5
      return {
        child_ref: `LCS-${(made * made) % Math.max(7, Math.floor(episodesAMonth / 2))}`,
        absence: made % 11 === 3 ? "away" : "missing",
        missing_from: made % 4 === 0 ? "home" : "care",
        case_status: statuses[made % statuses.length],
        risk: made % 2 === 0 ? "low" : "high",
        missing_at: missingAt,
        reported_at: addHours(missingAt, 1),
        notified_at: addHours(missingAt, made % 5 === 0 ? 3 : 1.5),
        found_at: returnedAt,
        returned_at: returnedAt,
        rhi_offered_at: addHours(returnedAt, 4),
        rhi_response: wasHeld ? "accepted" : "declined",
        rhi_completed_at: wasHeld ? addHours(returnedAt, 5 + ((made * 13) % 110)) : undefined,
        rhi_not_done: wasHeld ? undefined : "declined-by-child"
      }
    })
  )

/** October 2026 with so many episodes a month. */
export const madeUpReport = (episodesAMonth: number, isSuppressed = true): PicturedReport =>
  Result.getOrThrow(
    countedReport(rowsOf(episodesAMonth), {
      month: Option.getOrThrow(parseMonth("2026-10")),
      asOf: utc(2026, 11, 2, 8, 30),
      policy: rotherham,
      publishedBy: () => rotherham,
      calendars,
      published: [],
      isSuppressed
    })
  ).report
