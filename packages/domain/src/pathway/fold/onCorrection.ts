import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import type { correctionEvents } from "../events/correctionEvents.ts"
import type { EventOf } from "../events.ts"
import { isFor } from "../offer.ts"
import { type CompletedInterview, type Episode, type Interview, type Progress, reportedFacts } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, changeInterview, type Draft } from "./draft.ts"
import { withAnswers, withOffers } from "./interviewFacts.ts"
import { merge, separate } from "./onMerging.ts"
import { withPersonsWord } from "./personsWord.ts"
import { withoutApplied, withoutQuestions } from "./questionedReports.ts"

type Corrected = EventOf<"EpisodeCorrected">

const correctedProgress = (progress: Progress, { foundAt, returnedAt, withdrawn }: Corrected): Progress => {
  switch (progress._tag) {
    case "Missing":
    case "Cancelled":
      return progress
    case "Found":
      return withdrawn === "found" ? { _tag: "Missing" } : { _tag: "Found", foundAt: foundAt ?? progress.foundAt }
    case "Returned": {
      const found = foundAt ?? progress.foundAt
      if (withdrawn === "found") return { _tag: "Missing" }
      if (withdrawn === "returned") return found === undefined ? { _tag: "Missing" } : { _tag: "Found", foundAt: found }
      const back: Progress = { _tag: "Returned", returnedAt: returnedAt ?? progress.returnedAt }
      return found === undefined ? back : { ...back, foundAt: found }
    }
  }
}

const corrected = (draft: Draft, episode: Episode, event: Corrected): Episode => {
  const { _tag, episodeId, reason, foundAt, returnedAt, withdrawn, correctedAt, ...facts } = event
  const progress = correctedProgress(episode.progress, event)
  const { preventionInterviewAt, ...rest } = episode
  // A child who was not found after all was not talked to either.
  const talk = progress._tag === "Missing" || preventionInterviewAt === undefined ? {} : { preventionInterviewAt }
  const at = draft.at ?? correctedAt
  const times = Object.fromEntries(
    reportedFacts.flatMap((fact) => (fact in facts && at !== undefined ? [[fact, at]] : []))
  )
  const own: Episode = {
    ...rest,
    ...talk,
    ...facts,
    ...(Object.keys(times).length === 0 ? {} : { correctedAt: { ...episode.correctedAt, ...times } })
  }
  const isOfProgress = (foundAt ?? returnedAt ?? withdrawn) !== undefined
  return isOfProgress ? withoutQuestions(withPersonsWord(draft, own, progress)) : withoutApplied({ ...own, progress })
}

/** What was cancelled is again what it was before; what was closed is open. */
const reopened = (
  draft: Draft,
  { closure: _, ...episode }: Episode,
  { reason: reopenedBecause }: EventOf<"EpisodeReopened">
): Episode => {
  const { progress } = episode
  const own = withoutQuestions({ ...episode, reopenedBecause })
  if (progress._tag === "Cancelled" && progress.duplicateOf !== undefined) return own
  const before = progress._tag === "Cancelled" ? (progress.previous ?? { _tag: "Missing" as const }) : progress
  const again = withPersonsWord(draft, own, before)
  const { personsWord: word } = again
  if (word === undefined) return again
  // What was told of the child's coming back while it was cancelled counts now.
  const received = episode.personsWord?.received ?? 0
  return { ...again, personsWord: { ...word, received, cancellationsReceived: word.received } }
}

/** The last fact for the episode put right, for all that share it; each of them where no episode is named. */
const righted = <Fact extends { readonly episodeIds?: ReadonlyArray<EpisodeId> }>(
  facts: ReadonlyArray<Fact>,
  id: EpisodeId | undefined,
  right: Partial<Fact>
): ReadonlyArray<Fact> => {
  const last = id === undefined ? undefined : facts.findLastIndex((fact) => isFor(fact, id))
  return facts.map((fact, at) => (last === undefined || at === last ? { ...fact, ...right } : fact))
}

const correctedInterview = (interview: Interview, event: EventOf<"InterviewCorrected">): Interview => {
  const { _tag, interviewId, reason, episodeId, offeredAt, response, ...completed } = event
  const { offers = [], answers = [] } = interview
  const offered = offeredAt === undefined ? interview : withOffers(interview, righted(offers, episodeId, { offeredAt }))
  const answered = response === undefined ? offered : withAnswers(offered, righted(answers, episodeId, { response }))
  return answered.completed === undefined
    ? answered
    : { ...answered, completed: { ...answered.completed, ...completed } satisfies CompletedInterview }
}

export const onCorrection: ChangesOf<typeof correctionEvents> = {
  EpisodeClosed: (draft, { episodeId, closedAt, reason }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...withoutQuestions(episode),
      closure: { _tag: reason === "turned-18" ? "ClosedAtEighteen" : "Closed", closedAt }
    })),
  EpisodeReopened: (draft, event) =>
    changeEpisode(draft, event.episodeId, (episode) => reopened(draft, episode, event)),
  EpisodeTransferred: (draft, { episodeId, to, transferredAt }) => {
    const recorded = draft.at === undefined ? {} : { recordedAt: draft.at }
    changeEpisode(draft, episodeId, (episode) => ({
      ...withoutQuestions(episode),
      closure: { _tag: "Transferred", to, transferredAt, ...recorded }
    }))
  },
  EpisodesMerged: merge,
  EpisodesSeparated: separate,
  EpisodeCorrected: (draft, event) =>
    changeEpisode(draft, event.episodeId, (episode) => corrected(draft, episode, event)),
  InterviewCorrected: (draft, event) =>
    changeInterview(draft, event.interviewId, (interview) => correctedInterview(interview, event))
}
