import type { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { type Check, firstRefusal, newlyRefused, pass, refuseIf } from "../check.ts"
import type { PathwayEvent } from "../events.ts"
import { preview } from "../evolve.ts"
import { isFor } from "../offer.ts"
import {
  AttemptBeforeFound,
  CarerOfferBeforeChild,
  CompletedBeforeOffer,
  CompletedBeforeReturn,
  FoundBeforeMissing,
  OfferedBeforeFound,
  PreventionInterviewBeforeFound,
  ReturnedBeforeFound,
  ReturnedBeforeMissing,
  ReturnNotRecorded,
  WrittenBeforeHeld
} from "../refusals.ts"
import { foundOrReturnedAt, interviewOf, isOpen } from "../standing.ts"
import type { ChildState, Episode, Interview, RecordedOffer } from "../state.ts"
import { heardElsewhereFrom } from "../stays.ts"
import { accept, type Decision, decideAfter } from "./decision.ts"

/** Out of order. The same moment is in order, and so is a time that is not known. */
export const isBefore = (time: Instant | undefined, earliest: Instant | undefined): boolean =>
  time !== undefined && earliest !== undefined && time < earliest

const checkEpisode = ({ progress, missingAt, preventionInterviewAt }: Episode): Check => {
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const returnedAt = "returnedAt" in progress ? progress.returnedAt : undefined
  return firstRefusal(
    () => refuseIf(isBefore(foundAt, missingAt), FoundBeforeMissing),
    () => refuseIf(isBefore(returnedAt, missingAt), ReturnedBeforeMissing),
    () => refuseIf(isBefore(returnedAt, foundAt), ReturnedBeforeFound),
    () => refuseIf(isBefore(preventionInterviewAt, foundAt ?? missingAt), PreventionInterviewBeforeFound)
  )
}

/** The open episodes an interview covers. */
export const openCovered = (state: ChildState, { episodeIds }: Interview): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => episodeIds.includes(episode.id) && isOpen(episode))

/** Every episode an interview covers, the closed ones too: what was offered after their return is in order for good. */
export const allCovered = (state: ChildState, { episodeIds }: Interview): ReadonlyArray<Episode> =>
  state.episodes.filter(({ id }) => episodeIds.includes(id))

/** When the first of several episodes was over: an offer or attempt after it is in order. */
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
export const checkHeldOnceBack = (completedAt: Instant, episodes: ReadonlyArray<Episode>): Check => {
  const own = episodes.filter((episode) => !isLeftToLater(episode, episodes))
  const times = own.map(hearableFrom)
  return firstRefusal(
    () => refuseIf(times.includes(undefined), ReturnNotRecorded),
    () =>
      refuseIf(
        times.some((from) => isBefore(completedAt, from)),
        CompletedBeforeReturn
      )
  )
}

const checkInterview = (state: ChildState, interview: Interview): Check => {
  const { offeredAt, response, offers = [], carerOffer, attempts = [], completed, record } = interview
  const covered = allCovered(state, interview)
  const since = earliestEnd(covered)
  const isEarly = (offer: RecordedOffer) =>
    isBefore(offer.offeredAt, earliestEnd(covered.filter(({ id }) => isFor(offer, id))))
  return firstRefusal(
    () => refuseIf(offers.some(isEarly), OfferedBeforeFound),
    () =>
      refuseIf(
        attempts.some(({ attemptedAt }) => isBefore(attemptedAt, since)),
        AttemptBeforeFound
      ),
    // After a decline alone: a parent or carer who refused access may have been asked before the child.
    () => refuseIf(response === "declined" && isBefore(carerOffer?.offeredAt, offeredAt), CarerOfferBeforeChild),
    () => refuseIf(isBefore(completed?.completedAt, offeredAt), CompletedBeforeOffer),
    () => refuseIf(isBefore(record?.writtenAt, completed?.completedAt), WrittenBeforeHeld),
    () => (completed === undefined ? pass : checkHeldOnceBack(completed.completedAt, openCovered(state, interview)))
  )
}

/** Refuses the first pair of times of this episode and its interview that is out of order. */
export const checkOrder = (state: ChildState, episodeId: EpisodeId): Check => {
  const episode = state.episodes.find(({ id }) => id === episodeId)
  const interview = interviewOf(state, episodeId)
  return firstRefusal(
    () => (episode === undefined ? pass : checkEpisode(episode)),
    () => (interview === undefined ? pass : checkInterview(state, interview))
  )
}

/** These events, if they put no time out of order that was in order before. */
export const acceptInOrder = (
  state: ChildState,
  episodeId: EpisodeId,
  ...events: ReadonlyArray<PathwayEvent>
): Decision =>
  decideAfter(
    newlyRefused(() => checkOrder(state, episodeId), checkOrder(preview(state, events), episodeId)),
    () => accept(...events)
  )
