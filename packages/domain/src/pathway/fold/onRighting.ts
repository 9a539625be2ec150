import type { rightingEvents } from "../events/rightingEvents.ts"
import type { EventOf } from "../events.ts"
import type { EpisodeId } from "../identifiers.ts"
import { isFor } from "../offer.ts"
import type { CompletedInterview, Episode, Interview, Progress } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode, changeInterview } from "./draft.ts"
import { withAnswers, withOffers } from "./interviewFacts.ts"
import { merge, separate } from "./onMerging.ts"

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

const corrected = (episode: Episode, event: Corrected): Episode => {
  const { _tag, episodeId, reason, foundAt, returnedAt, withdrawn, ...facts } = event
  const progress = correctedProgress(episode.progress, event)
  const { preventionInterviewAt, ...rest } = episode
  // A child who was not found after all was not talked to either.
  const talk = progress._tag === "Missing" || preventionInterviewAt === undefined ? {} : { preventionInterviewAt }
  return { ...rest, ...talk, ...facts, progress }
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

export const onRighting: ChangesOf<typeof rightingEvents> = {
  EpisodeClosed: (draft, { episodeId, closedAt, reason }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      closure: { _tag: reason === "turned-18" ? "ClosedAtEighteen" : "Closed", closedAt }
    })),
  EpisodeReopened: (draft, { episodeId }) =>
    changeEpisode(draft, episodeId, ({ closure: _, ...episode }): Episode => episode),
  EpisodeTransferred: (draft, { episodeId, to, transferredAt }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, closure: { _tag: "Transferred", to, transferredAt } })),
  EpisodesMerged: merge,
  EpisodesSeparated: separate,
  EpisodeCorrected: (draft, event) => changeEpisode(draft, event.episodeId, (episode) => corrected(episode, event)),
  InterviewCorrected: (draft, event) =>
    changeInterview(draft, event.interviewId, (interview) => correctedInterview(interview, event))
}
