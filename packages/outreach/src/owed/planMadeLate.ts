import type { Instant } from "@safe-return/domain/calendar"
import { elapsedClockOf } from "@safe-return/domain/deadlines"
import { type Episode, episodeById, fold } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** What may move the end of an episode, and with it the deadline. */
const movesTheEnd: ReadonlySet<string> = new Set(["EpisodeCorrected", "EndRevised", "ChildReturned"])

/**
 * The version of what last made a plan late that was in time before it: its interviewer has to move it, and an edit rings
 * nowhere. Undefined where nothing did since the plan was made at `version`.
 */
export const planMadeLate = (
  { entries }: Pick<CaseSnapshot, "entries">,
  { id }: Episode,
  plannedFor: Instant,
  version: number
): number | undefined => {
  const isLateBy = (until: number): boolean => {
    const known = fold(entries.filter((entry) => entry.version <= until).map(({ recorded }) => recorded))
    const due = Option.flatMap(episodeById(known, id), elapsedClockOf)
    return Option.exists(due, ({ dueAt }) => plannedFor > dueAt)
  }
  return entries.findLast(
    ({ version: later, recorded: { event } }) =>
      later > version &&
      movesTheEnd.has(event._tag) &&
      "episodeId" in event &&
      event.episodeId === id &&
      isLateBy(later) &&
      !isLateBy(later - 1)
  )?.version
}
