import type { Instant } from "../../calendar/instant.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAll } from "../evolve.ts"
import type { EpisodeId } from "../identifiers.ts"
import { isFor } from "../offer.ts"
import {
  AttemptBeforeFound,
  CarerOfferBeforeChild,
  CompletedBeforeOffer,
  CompletedBeforeReturn,
  FoundBeforeMissing,
  OfferedBeforeFound,
  PreventionInterviewBeforeFound,
  type Refusal,
  ReturnedBeforeFound,
  ReturnedBeforeMissing,
  ReturnNotRecorded
} from "../refusals.ts"
import { foundOrReturnedAt, interviewOf, isOpen } from "../standing.ts"
import type { ChildState, Episode, Interview, RecordedOffer } from "../state.ts"
import { heardElsewhereFrom } from "../stays.ts"
import { accept, type Decision, refuse } from "./decision.ts"

/** Out of order. The same moment is in order, and so is a time that is not known. */
export const isBefore = (time: Instant | undefined, earliest: Instant | undefined): boolean =>
  time !== undefined && earliest !== undefined && time < earliest

const ofEpisode = ({ progress, missingAt, preventionInterviewAt }: Episode): Refusal | undefined => {
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const returnedAt = "returnedAt" in progress ? progress.returnedAt : undefined
  if (isBefore(foundAt, missingAt)) return new FoundBeforeMissing()
  if (isBefore(returnedAt, missingAt)) return new ReturnedBeforeMissing()
  if (isBefore(returnedAt, foundAt)) return new ReturnedBeforeFound()
  return isBefore(preventionInterviewAt, foundAt ?? missingAt) ? new PreventionInterviewBeforeFound() : undefined
}

/** The open episodes an interview covers. */
export const openCovered = (state: ChildState, { episodeIds }: Interview): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => episodeIds.includes(episode.id) && isOpen(episode))

/** Every episode an interview covers, the closed ones too: what was offered after their return is in order for good. */
export const allCovered = (state: ChildState, { episodeIds }: Interview): ReadonlyArray<Episode> =>
  state.episodes.filter(({ id }) => episodeIds.includes(id))

/**
 * When the first of several episodes was over. An offer or attempt after it is in order, though the child went missing
 * again since; what the offer is to the later return, `offerOf` says.
 */
export const earliestEnd = (episodes: ReadonlyArray<Episode>): Instant | undefined => {
  const ends = episodes.flatMap((episode) => foundOrReturnedAt(episode) ?? [])
  return ends.length === 0 ? undefined : (Math.min(...ends) as Instant)
}

/** From when an interview can be held for an episode: where the child was found, if that is recorded, or once back. */
const hearableFrom = (episode: Episode): Instant | undefined =>
  heardElsewhereFrom(episode) ?? (episode.progress._tag === "Returned" ? episode.progress.returnedAt : undefined)

/** Missing again before they came back: the interview waits for the end of a later disappearance that it is about too. */
const isLeftToLater = (episode: Episode, episodes: ReadonlyArray<Episode>): boolean =>
  hearableFrom(episode) === undefined &&
  episode.stays?.at(-1)?.whereabouts === "missing-again" &&
  episodes.some(({ missingAt }) => missingAt > episode.missingAt)

/** An interview is held when the child is back from every disappearance it is about, or where they are if they are not. */
export const heldTooSoon = (completedAt: Instant, episodes: ReadonlyArray<Episode>): Refusal | undefined => {
  const own = episodes.filter((episode) => !isLeftToLater(episode, episodes))
  const times = own.map(hearableFrom)
  if (times.includes(undefined)) return new ReturnNotRecorded()
  return times.some((from) => isBefore(completedAt, from)) ? new CompletedBeforeReturn() : undefined
}

const ofInterview = (state: ChildState, interview: Interview): Refusal | undefined => {
  const { offeredAt, response, offers = [], carerOffer, attempts = [], completed } = interview
  const covered = allCovered(state, interview)
  const since = earliestEnd(covered)
  const isEarly = (offer: RecordedOffer) =>
    isBefore(offer.offeredAt, earliestEnd(covered.filter(({ id }) => isFor(offer, id))))
  if (offers.some(isEarly)) return new OfferedBeforeFound()
  if (attempts.some(({ attemptedAt }) => isBefore(attemptedAt, since))) return new AttemptBeforeFound()
  // After a decline alone: a parent or carer who refused access may have been asked before the child.
  if (response === "declined" && isBefore(carerOffer?.offeredAt, offeredAt)) return new CarerOfferBeforeChild()
  if (completed === undefined) return undefined
  const { completedAt } = completed
  if (isBefore(completedAt, offeredAt)) return new CompletedBeforeOffer()
  return heldTooSoon(completedAt, openCovered(state, interview))
}

/** The first pair of times of this episode and its interview that is out of order. */
export const outOfOrder = (state: ChildState, episodeId: EpisodeId): Refusal | undefined => {
  const episode = state.episodes.find(({ id }) => id === episodeId)
  const interview = interviewOf(state, episodeId)
  const wrong = episode === undefined ? undefined : ofEpisode(episode)
  return wrong ?? (interview === undefined ? undefined : ofInterview(state, interview))
}

/**
 * These events, if every time of the episode is still in order once they have happened. What was out of order before
 * them (an interview's other episode was cancelled since) is not their doing and stops nothing.
 */
export const acceptInOrder = (
  state: ChildState,
  episodeId: EpisodeId,
  ...events: ReadonlyArray<PathwayEvent>
): Decision => {
  const refusal = outOfOrder(evolveAll(state, events), episodeId)
  const isNew = refusal !== undefined && refusal._tag !== outOfOrder(state, episodeId)?._tag
  return isNew ? refuse(refusal) : accept(...events)
}
