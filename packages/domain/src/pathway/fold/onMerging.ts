import type { EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import { alertOf, climbStartOf } from "../alert.ts"
import type { DuplicateFact } from "../events/correctionEvents.ts"
import type { Episode, Interview, Progress } from "../state.ts"
import type { Change } from "./change.ts"
import { changeEpisode, changeInterview, type Draft } from "./draft.ts"
import { movedTo } from "./interviewFacts.ts"
import { withLinksOf, withLinksStanding, withoutLinksOf } from "./missingTogether.ts"
import { withPersonsWord } from "./personsWord.ts"
import { withoutQuestionsOf, withQuestionsOf } from "./questionedReports.ts"

/** What is recorded around an episode: the one that is kept takes from its duplicate what it lacks. */
const factsAround = [
  "caseReference",
  "allocation",
  "coordinator",
  "considerations",
  "consideredApart",
  "preventionInterviewAt",
  "interviewNotDone",
  "placements",
  "unborn"
] as const

const recordedAround = (episode: Episode): Partial<Episode> =>
  Object.fromEntries(factsAround.flatMap((fact) => (fact in episode ? [[fact, episode[fact]]] : [])))

/** An interview of the duplicate becomes one of the episode that is kept, unless that has its own. */
const moveInterview = (draft: Draft, duplicateId: EpisodeId, keptId: EpisodeId): void => {
  const ofKept = draft.interviews.items.find(({ episodeIds }) => episodeIds.includes(keptId))
  for (const interview of draft.interviews.items) {
    if (!interview.episodeIds.includes(duplicateId)) continue
    const others = interview.episodeIds.filter((id) => id !== duplicateId)
    const [first, ...rest] = ofKept === undefined ? [keptId, ...others] : others
    if (first === undefined) continue
    changeInterview(draft, interview.id, (own): Interview => {
      const told = ofKept === undefined ? movedTo(own, duplicateId, keptId) : own
      return { ...told, episodeIds: [first, ...rest] }
    })
  }
}

/** Who answered the alert of one record of a disappearance has answered for it: the other's climbs no further past them. */
const withAnswersOf = (kept: Episode, duplicate: Episode): Episode => {
  const { number: alert } = alertOf(kept)
  const carried = alertOf(duplicate).acknowledgements.map((answer) => ({ ...answer, alert, from: duplicate.id }))
  if (carried.length === 0) return kept
  const answers = [...(kept.acknowledgements ?? []), ...carried]
  return { ...kept, acknowledgements: answers.toSorted((one, other) => one.at - other.at) }
}

/** Of two alerts that nobody has answered the earlier goes on: joined, they reach nobody later than they would have apart. */
const withClimbOf = (kept: Episode, duplicate: Episode): Episode => {
  if (kept.progress._tag !== "Missing" || duplicate.progress._tag !== "Missing") return kept
  const [own, joined] = [alertOf(kept), alertOf(duplicate)]
  const from = climbStartOf(joined)
  if (own.acknowledgements.length > 0 || joined.acknowledgements.length > 0) return kept
  return from < climbStartOf(own) ? { ...kept, joinedClimb: { alert: own.number, from } } : kept
}

const withClimbAlone = ({ joinedClimb: _, ...own }: Episode, { joinedClimb }: Episode): Episode =>
  joinedClimb === undefined ? own : { ...own, joinedClimb }

const withoutAnswersOf = ({ acknowledgements, ...kept }: Episode, duplicate: EpisodeId): Episode => {
  const own = acknowledgements?.filter(({ from }) => from !== duplicate) ?? []
  return own.length === 0 ? kept : { ...kept, acknowledgements: own }
}

const interviewIdOf = (draft: Draft, id: EpisodeId): InterviewId | undefined =>
  draft.interviews.items.find(({ episodeIds }) => episodeIds.includes(id))?.id

export const merge: Change<"EpisodesMerged"> = (draft, { duplicateId, episodeId, sentAt }) => {
  const duplicate = draft.episodes.find(duplicateId)
  const kept = draft.episodes.find(episodeId)
  if (duplicate === undefined || kept === undefined || duplicateId === episodeId) return
  const [ofDuplicate, ofKept] = [interviewIdOf(draft, duplicateId), interviewIdOf(draft, episodeId)]
  const interviews = {
    ...(ofDuplicate === undefined ? {} : { duplicate: ofDuplicate }),
    ...(ofKept === undefined ? {} : { kept: ofKept })
  }
  changeEpisode(draft, duplicateId, (episode) => ({
    ...episode,
    progress: {
      _tag: "Cancelled",
      reason: "duplicate",
      duplicateOf: episodeId,
      before: {
        joinedBy: sentAt === undefined ? "person" : "notification",
        progress: episode.progress,
        kept,
        interviews
      }
    }
  }))
  changeEpisode(draft, episodeId, (episode) => {
    const own = withQuestionsOf({ ...recordedAround(duplicate), ...episode }, duplicate)
    const whole = withAnswersOf(withClimbOf(withLinksOf(own, duplicate), duplicate), duplicate)
    if (sentAt === undefined) return withPersonsWord(draft, whole, whole.progress)
    const [ours, theirs] = [episode.personsWord, duplicate.personsWord]
    return theirs !== undefined && (ours === undefined || ours.at < theirs.at)
      ? { ...whole, personsWord: theirs }
      : whole
  })
  moveInterview(draft, duplicateId, episodeId)
}

/** What was written while the child was missing, part two of their plan, is there again if they still are. */
const progressWithout = (progress: Progress, before: Progress, takenBack: ReadonlyArray<DuplicateFact>): Progress => {
  if (progress._tag === "Missing" || progress._tag === "Cancelled") return progress
  const foundAt = takenBack.includes("found") ? undefined : progress.foundAt
  if (progress._tag === "Returned" && !takenBack.includes("returned")) {
    const { returnedAt } = progress
    return foundAt === undefined ? { _tag: "Returned", returnedAt } : { _tag: "Returned", returnedAt, foundAt }
  }
  if (foundAt !== undefined) return { _tag: "Found", foundAt }
  return before._tag === "Missing" ? before : { _tag: "Missing" }
}

/** The episode without what it had from its duplicate alone. A child who was not found was not talked to either. */
const givenBack = (episode: Episode, before: Episode, takenBack: ReadonlyArray<DuplicateFact>): Episode => {
  const progress = progressWithout(episode.progress, before.progress, takenBack)
  const own: Episode = { ...episode, progress }
  for (const fact of takenBack) {
    if (fact === "found" || fact === "returned") continue
    if (before[fact] === undefined) Reflect.deleteProperty(own, fact)
    else Object.assign(own, { [fact]: before[fact] })
  }
  if (progress._tag === "Missing") Reflect.deleteProperty(own, "preventionInterviewAt")
  return own
}

/** What goes with the end of an episode when it no longer stands. */
const goneWithEnd = [
  "interviewNotDone",
  "preventionInterviewAt",
  "questionedCancellation",
  "missingAfterAllAt",
  "stays",
  "returnedTo"
] as const

const gone = (episode: Episode): Partial<Episode> =>
  Object.fromEntries(goneWithEnd.flatMap((fact) => (episode[fact] === undefined ? [] : [[fact, episode[fact]]])))

/** A child who was missing after all by what was sent of the other alone is back again, as before the two were joined. */
const asBeforeJoin = (draft: Draft, own: Episode, before: Episode): Episode => {
  const { missingAfterAllAt: _, ...rest } = own
  if (own.progress._tag !== "Missing") return withPersonsWord(draft, { ...gone(before), ...rest }, own.progress)
  return withPersonsWord(draft, { ...gone(before), ...rest }, before.progress)
}

export const separate: Change<"EpisodesSeparated"> = (
  draft,
  { duplicateId, episodeId, takenBack, interviewId, reason }
) => {
  const duplicate = draft.episodes.find(duplicateId)
  const kept = draft.episodes.find(episodeId)
  const progress = duplicate?.progress
  if (duplicate === undefined || progress?._tag !== "Cancelled" || progress.duplicateOf !== episodeId) return
  const { before } = progress
  changeEpisode(draft, duplicateId, (episode) => ({
    ...withLinksStanding(episode, kept ?? before.kept),
    progress: before.progress,
    separatedBecause: reason
  }))
  changeEpisode(draft, episodeId, (episode) => {
    const given = withClimbAlone(givenBack(episode, before.kept, takenBack), before.kept)
    const alone = withoutAnswersOf(given, duplicateId)
    const own = withoutQuestionsOf(withoutLinksOf(alone, before.kept, duplicate), duplicate)
    const isMissingByJoin = episode.missingAfterAllAt !== before.kept.missingAfterAllAt
    return isMissingByJoin ? asBeforeJoin(draft, own, before.kept) : withPersonsWord(draft, own, own.progress)
  })
  if (interviewId === undefined) return
  changeInterview(draft, interviewId, (interview): Interview => {
    const others = interview.episodeIds.filter((id) => id !== episodeId && id !== duplicateId)
    return { ...movedTo(interview, episodeId, duplicateId), episodeIds: [duplicateId, ...others] }
  })
}
