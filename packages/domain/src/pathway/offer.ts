import type { Instant } from "../calendar/instant.ts"
import type { Response } from "../vocabulary/caseWords.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import type { Episode, Interview, RecordedAnswer, RecordedOffer } from "./state.ts"

/** What the offer of an interview is to one of the episodes it covers. */
export type Offer =
  | { readonly _tag: "NotOffered" }
  /** It counts for this episode, from that moment. */
  | { readonly _tag: "Offered"; readonly offeredAt: Instant }
  /** Made after an earlier return that the interview covers too, so it is no offer for this one. */
  | { readonly _tag: "OfferedBefore"; readonly offeredAt: Instant }

/** Since when the interview could be offered for this episode. Where the finding is not known, it was before the return. */
const offerableSince = ({ progress, missingAt, missingAfterAllAt = missingAt }: Episode): Instant => {
  if ("foundAt" in progress && progress.foundAt !== undefined) return progress.foundAt
  // Back from before the report that said otherwise: the child was not missing again.
  const isBackBefore = progress._tag === "Returned" && progress.returnedAt <= missingAfterAllAt
  return isBackBefore || missingAfterAllAt < missingAt ? missingAt : missingAfterAllAt
}

/** Beyond this many a list is searched faster as a set, which is worth making. */
const SEARCHED_AS_LIST = 16

const sets = new WeakMap<ReadonlyArray<EpisodeId>, ReadonlySet<EpisodeId>>()

const isAmong = (ids: ReadonlyArray<EpisodeId>, id: EpisodeId): boolean => {
  if (ids.length <= SEARCHED_AS_LIST) return ids.includes(id)
  const made = sets.get(ids) ?? new Set(ids)
  sets.set(ids, made)
  return made.has(id)
}

/** Whether a fact of an interview is one of this episode. */
export const isFor = ({ episodeIds }: { readonly episodeIds?: ReadonlyArray<EpisodeId> }, id: EpisodeId): boolean =>
  episodeIds === undefined || isAmong(episodeIds, id)

interface Places {
  /** How much of the list was read, and its last item then. */
  upTo: number
  isShortened: boolean
  last: object | undefined
  readonly of: Map<EpisodeId, Array<number>>
  readonly ofAll: Array<number>
}

const places = new WeakMap<ReadonlyArray<object>, Places>()

/** The last place within the list; those beyond it are gone. */
const lastWithin = (found: Array<number> | undefined, length: number): number => {
  while (found !== undefined && (found.at(-1) ?? -1) >= length) found.pop()
  return found?.at(-1) ?? -1
}

const noPlaces = (): Places => ({ upTo: 0, isShortened: false, last: undefined, of: new Map(), ofAll: [] })

/** Where the items for each episode stand, read on where the list has grown since. */
const placesIn = (list: ReadonlyArray<{ readonly episodeIds?: ReadonlyArray<EpisodeId> }>): Places => {
  const before = places.get(list)
  // What was taken off its end is skipped where it is looked up.
  if (before !== undefined && list.length < before.upTo) {
    before.upTo = list.length
    before.isShortened = true
    before.last = list.at(-1)
  }
  const isAsRead = before !== undefined && list[before.upTo - 1] === before.last
  const read = isAsRead && !(before.isShortened && list.length > before.upTo) ? before : noPlaces()
  for (; read.upTo < list.length; read.upTo += 1) {
    const { episodeIds } = list[read.upTo] ?? {}
    if (episodeIds === undefined) read.ofAll.push(read.upTo)
    for (const id of episodeIds ?? []) {
      const theirs = read.of.get(id)
      if (theirs === undefined) read.of.set(id, [read.upTo])
      else theirs.push(read.upTo)
    }
  }
  read.last = list.at(-1)
  places.set(list, read)
  return read
}

/** The last fact of a list that is one of this episode, at a cost that does not grow with the list. */
export const lastFor = <Fact extends { readonly episodeIds?: ReadonlyArray<EpisodeId> }>(
  list: ReadonlyArray<Fact>,
  id: EpisodeId
): Fact | undefined => {
  if (list.length <= SEARCHED_AS_LIST) return list.findLast((fact) => isFor(fact, id))
  const read = placesIn(list)
  return list[Math.max(lastWithin(read.of.get(id), list.length), lastWithin(read.ofAll, list.length))]
}

/** An interview told with its offer alone was offered for all that it covers. */
const offersOf = ({ offers, offeredAt }: Interview): ReadonlyArray<RecordedOffer> =>
  offers ?? (offeredAt === undefined ? [] : [{ offeredAt }])

const answersOf = ({ answers, response }: Interview): ReadonlyArray<RecordedAnswer> =>
  answers ?? (response === undefined ? [] : [{ response }])

/**
 * The offer as it counts for this episode. An interview is offered every time a child is found, so an offer from
 * before that cannot be in time for it: measured from this return, its time would come out negative.
 *
 * Source: tri.x, independent return interview: offered every time a child is found.
 *
 * @example
 * ```ts
 * import { offerOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { episode, interview } = syntheticCase("offered")
 * offerOf(interview, episode)._tag // "Offered"
 * offerOf(undefined, episode) // {"_tag":"NotOffered"}
 * ```
 */
export const offerOf = (interview: Interview | undefined, episode: Episode): Offer => {
  const offers = interview === undefined ? [] : offersOf(interview)
  const since = offerableSince(episode)
  const own = lastFor(offers, episode.id)
  if (own !== undefined) return { _tag: own.offeredAt < since ? "OfferedBefore" : "Offered", offeredAt: own.offeredAt }
  const before = offers.findLast(({ offeredAt }) => offeredAt < since)
  return before === undefined ? { _tag: "NotOffered" } : { _tag: "OfferedBefore", offeredAt: before.offeredAt }
}

/**
 * When the interview was offered after this return, in epoch milliseconds; undefined where it was not, or only before
 * it.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { offeredAtOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { episode, interview } = syntheticCase("offered")
 * const offeredAt = offeredAtOf(interview, episode)
 * offeredAt && formatInstant(offeredAt) // "2026-11-23T10:00:00.000Z"
 * offeredAtOf(undefined, episode) // undefined
 * ```
 */
export const offeredAtOf = (interview: Interview | undefined, episode: Episode): Instant | undefined => {
  const offer = offerOf(interview, episode)
  return offer._tag === "Offered" ? offer.offeredAt : undefined
}

/**
 * The child's last answer for this episode; an interview that was held was accepted. Undefined where there is none.
 *
 * @example
 * ```ts
 * import { answerOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { episode, interview } = syntheticCase("interviewed")
 * answerOf(interview, episode) // "accepted"
 * answerOf(undefined, episode) // undefined
 * ```
 */
export const answerOf = (interview: Interview | undefined, { id }: Episode): Response | undefined => {
  if (interview === undefined) return undefined
  if (interview.completed !== undefined) return "accepted"
  return lastFor(answersOf(interview), id)?.response
}

/**
 * The child's last answer for this episode as it was recorded; that the interview was held is no answer.
 * Undefined where there is none.
 *
 * @example
 * ```ts
 * import { answerOf, recordedAnswerOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { episode, interview } = syntheticCase("interviewed")
 * recordedAnswerOf(interview, episode) // undefined
 * answerOf(interview, episode) // "accepted"
 * ```
 */
export const recordedAnswerOf = (interview: Interview | undefined, { id }: Episode): Response | undefined =>
  lastFor(interview?.answers ?? [], id)?.response

/**
 * Whether the child declined for this episode, and nobody is to hear them in another way.
 *
 * @example
 * ```ts
 * import { EpisodeId, InterviewId, isDeclined } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const episodeId = EpisodeId.make("episode-1")
 * const logged = { newInterviewId: InterviewId.make("interview-1"), episodeId, isInterviewer: true }
 * const { episode, interview } = syntheticCase("offered", [{ _tag: "LogInterview", ...logged, response: "declined" }])
 * isDeclined(interview, episode) // true
 * ```
 */
export const isDeclined = (interview: Interview | undefined, episode: Episode): boolean =>
  answerOf(interview, episode) === "declined" && interview?.takenUpAgain?.includes(episode.id) !== true
