/** A made-up council's episodes, from which scorecards of any month are reckoned. Nobody here exists. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import {
  type ScorecardRow,
  startScorecard,
  suppressInterviewTimes,
  suppressScorecard
} from "@safe-return/domain/scorecard"
import { Result } from "effect"
import type { ReportedMonth } from "../src/index.ts"

const statuses = ["looked-after", "child-protection", "child-in-need", "early-help", "not-known"] as const
const areas = ["=Maltby", "Wath, Swinton", "Rother Valley"]
const risks = ["low", "medium", "high"] as const

/** The same every time, with counts on both sides of 5. */
export const rowsOf = (episodesAMonth: number, months = 26): ReadonlyArray<ScorecardRow> =>
  Array.from({ length: months }, (_, back) => back).flatMap((back) =>
    Array.from({ length: episodesAMonth === 0 ? 0 : episodesAMonth + ((back * 7) % 5) }, (_, made): ScorecardRow => {
      const missingAt: Instant = addHours(utc(2026, 6 - back, 1, 2), (made * 37) % 640)
      const hours = 2 + ((made * made * 5) % 70)
      const returnedAt = addHours(missingAt, hours)
      const wasHeld = made % 6 !== 5
      return {
        child_ref: `LCS-${(made * made) % Math.max(7, Math.floor(episodesAMonth / 2))}`,
        absence: made % 11 === 3 ? "away" : "missing",
        missing_from: made % 4 === 0 ? "home" : "care",
        case_status: statuses[made % 7 > 4 ? 0 : made % 5],
        area: areas[made % 3],
        risk: risks[made % 3],
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

export const AS_OF = utc(2026, 8, 1)

/** A month as it is, and as it is suppressed. */
export const monthOf = (episodesAMonth: number, month = "2026-06") => {
  const counting = Result.getOrThrow(startScorecard({ month, asOf: AS_OF, policy: rotherham }))
  for (const row of rowsOf(episodesAMonth)) counting.add(row)
  const [scorecard, times] = [counting.finish(), counting.interviewTimes()]
  const whole: ReportedMonth = { scorecard, interviewTimes: times, isSuppressed: false }
  const suppressed: ReportedMonth = {
    scorecard: suppressScorecard(scorecard, rotherham),
    interviewTimes: suppressInterviewTimes(times, scorecard.rhi, rotherham),
    isSuppressed: true
  }
  return { whole, suppressed }
}
