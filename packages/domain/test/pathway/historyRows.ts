/** Rows of the time before, as a case system tells them: with blanks, and with what the record tells as well. */
import fc from "fast-check"
import { EpisodeId, type HistoryRow, InterviewId } from "../../src/pathway/index.ts"
import {
  absences,
  foundTimes,
  hoursBetween,
  missingTimes,
  orAbsent,
  places,
  record,
  responses,
  returnTimes,
  withoutAbsent
} from "./arbitraryFacts.ts"

const longAgo = hoursBetween(-2_400, -24)

const ids = fc
  .constantFrom("earlier-1", "earlier-2", "earlier-3", "earlier-4", "episode-0", "episode-1")
  .map((id) => EpisodeId.make(id))

const interviewIds = fc.constantFrom("earlier-interview-1", "earlier-interview-2").map((id) => InterviewId.make(id))

/** Mostly one after another and long before; now and then in the days of the record, or with ends in no order. */
export const historyRows: fc.Arbitrary<HistoryRow> = fc
  .tuple(
    record({
      episode_id: ids,
      absence: orAbsent(absences),
      missing_from: orAbsent(places),
      case_status: orAbsent(fc.constantFrom("looked-after", "child-in-need")),
      area: orAbsent(fc.constant("S60")),
      risk: orAbsent(fc.constantFrom("no-apparent", "low", "medium", "high")),
      missing_at: orAbsent(fc.oneof({ weight: 4, arbitrary: longAgo }, missingTimes)),
      reported_at: orAbsent(fc.oneof(longAgo, missingTimes)),
      notified_at: orAbsent(fc.oneof(longAgo, missingTimes)),
      found_at: orAbsent(fc.oneof(longAgo, foundTimes)),
      returned_at: orAbsent(fc.oneof(longAgo, returnTimes))
    }),
    record({
      rhi_id: orAbsent(interviewIds),
      rhi_offered_at: orAbsent(fc.oneof(longAgo, returnTimes)),
      rhi_response: orAbsent(responses),
      rhi_completed_at: orAbsent(fc.oneof(longAgo, hoursBetween(6, 34))),
      rhi_not_done: orAbsent(fc.constantFrom("missing-again", "unable-to-contact", "assessed-not-required"))
    })
  )
  .map(([episode, interview]) => withoutAbsent({ ...episode, ...interview }))

export const someHistoryRows = fc.array(historyRows, { minLength: 1, maxLength: 4 }).map(([first, ...others]) => {
  if (first === undefined) throw new Error("There is one at least.")
  return [first, ...others] as const
})
