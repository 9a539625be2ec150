/** The lists inside an interview, and beside each what they come to for the interview as a whole. */
import { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { isFor, lastFor } from "../offer.ts"
import type {
  CarerOffer,
  Episode,
  Interview,
  NotDone,
  RecordedAnswer,
  RecordedNotDone,
  RecordedOffer
} from "../state.ts"
import { type Draft, withItem } from "./draft.ts"

interface OfEpisodes {
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** The event's facts as a list keeps them: without the key where it is absent. */
export const ofEpisodes = <Fact extends object>(fact: Fact, episodeIds: ReadonlyArray<EpisodeId> | undefined) =>
  episodeIds === undefined ? fact : { ...fact, episodeIds }

/** An interview that was held was accepted, whatever was said before. */
const lastAnswer = ({ completed }: Interview, answers: ReadonlyArray<RecordedAnswer>) =>
  completed === undefined ? answers.at(-1)?.response : "accepted"

const sooner = (a: Instant, b: Instant): Instant => Instant(Math.min(a, b))

export const withOffers = (interview: Interview, offers: ReadonlyArray<RecordedOffer>): Interview => {
  const { offers: _, offeredAt: before, ...rest } = interview
  const [first] = offers
  if (first === undefined) return rest
  const offeredAt = offers.reduce<Instant>((earliest, offer) => sooner(earliest, offer.offeredAt), first.offeredAt)
  return { ...rest, offers, offeredAt }
}

export const withAnswers = (interview: Interview, answers: ReadonlyArray<RecordedAnswer>): Interview => {
  const { answers: _, response: before, ...rest } = interview
  const response = lastAnswer(interview, answers)
  return {
    ...rest,
    ...(answers.length === 0 ? {} : { answers }),
    ...(response === undefined ? {} : { response })
  }
}

export const withCarerOffers = (interview: Interview, carerOffers: ReadonlyArray<CarerOffer>): Interview => {
  const { carerOffers: _, carerOffer: before, ...rest } = interview
  const carerOffer = carerOffers.at(-1)
  return carerOffer === undefined ? rest : { ...rest, carerOffers, carerOffer }
}

export const withReasons = (
  interview: Interview,
  reasons: ReadonlyArray<RecordedNotDone>,
  notDone?: NotDone
): Interview => {
  const { reasons: _, notDone: before, ...rest } = interview
  return {
    ...rest,
    ...(reasons.length === 0 ? {} : { reasons }),
    ...(notDone === undefined ? {} : { notDone })
  }
}

/** One more offer, at a cost that does not grow with those there are. */
export const addOffer = (draft: Draft, interview: Interview, offer: RecordedOffer): Interview => ({
  ...interview,
  offers: withItem(draft, interview.offers ?? [], offer),
  offeredAt:
    interview.offeredAt === undefined || offer.offeredAt < interview.offeredAt ? offer.offeredAt : interview.offeredAt
})

/** One more answer, at a cost that does not grow with those there are. It decides again whether the interview is declined. */
export const addAnswer = (draft: Draft, interview: Interview, answer: RecordedAnswer): Interview => {
  const { takenUpAgain: before = [] } = interview
  const ended = before.filter((id) => isFor(answer, id))
  return {
    ...notTakenUp(interview, ended),
    answers: withItem(
      draft,
      interview.answers ?? [],
      ended.length === 0 ? answer : { ...answer, afterTakingUp: ended }
    ),
    response: interview.completed === undefined ? answer.response : "accepted"
  }
}

/** Those for these episodes, or all, taken out; a fact that was for others too stays theirs. */
export const without = <Fact extends OfEpisodes>(
  facts: ReadonlyArray<Fact>,
  episodeIds: ReadonlyArray<EpisodeId>,
  covered: ReadonlyArray<EpisodeId>
): ReadonlyArray<Fact> =>
  facts.flatMap((fact) => {
    const theirs = fact.episodeIds ?? covered
    const left = theirs.filter((id) => !episodeIds.includes(id))
    if (left.length === theirs.length) return [fact]
    return left.length === 0 ? [] : [{ ...fact, episodeIds: left }]
  })

/** The last fact for these episodes taken from them: what was said before it stands again. */
export const withoutLast = <Fact extends OfEpisodes>(
  facts: ReadonlyArray<Fact>,
  episodeIds: ReadonlyArray<EpisodeId>,
  covered: ReadonlyArray<EpisodeId>
): ReadonlyArray<Fact> =>
  episodeIds.reduce<ReadonlyArray<Fact>>((left, id) => {
    const place = left.findLastIndex((fact) => isFor(fact, id))
    return left.flatMap((fact, at) => (at === place ? without([fact], [id], covered) : [fact]))
  }, facts)

/** An interview taken up again: its reasons and declines no longer hold, except for closed episodes. */
export const takenUpAgain = (draft: Draft, interview: Interview): Interview => {
  const { episodeIds, reasons = [] } = interview
  const isClosed = (id: EpisodeId) => draft.episodes.find(id)?.closure !== undefined
  const open = reasons.length === 0 ? [] : episodeIds.filter((id) => !isClosed(id))
  return reasons.length === 0 ? interview : withReasons(interview, without(reasons, open, episodeIds))
}

/** The open episodes of an interview for which the child declined: who must be heard in another way. */
export const heardAnotherWay = (draft: Draft, interview: Interview): Interview => {
  const declined = interview.episodeIds.filter((id) => {
    const episode: Episode | undefined = draft.episodes.find(id)
    return episode?.closure === undefined && lastFor(interview.answers ?? [], id)?.response === "declined"
  })
  if (declined.length === 0) return interview
  const { takenUpAgain: before = [] } = interview
  return { ...interview, takenUpAgain: [...before, ...declined.filter((id) => !before.includes(id))] }
}

/** Not to be heard in another way any more: they answered, or it is not asked of them. */
export const notTakenUp = (interview: Interview, episodeIds: ReadonlyArray<EpisodeId>): Interview => {
  const { takenUpAgain: before, ...rest } = interview
  if (before === undefined) return interview
  const left = before.filter((id) => !episodeIds.includes(id))
  return left.length === 0 ? rest : { ...rest, takenUpAgain: left }
}

/** The last answer of these episodes taken back: what was before it stands again, also that it had been taken up. */
export const withoutLastAnswer = (interview: Interview, episodeIds: ReadonlyArray<EpisodeId>): Interview => {
  const { answers = [], episodeIds: covered } = interview
  const again = episodeIds.filter(
    (id) => answers.findLast((answer) => isFor(answer, id))?.afterTakingUp?.includes(id) === true
  )
  const left = notTakenUp(withAnswers(interview, withoutLast(answers, episodeIds, covered)), episodeIds)
  return again.length === 0 ? left : { ...left, takenUpAgain: [...(left.takenUpAgain ?? []), ...again] }
}

type Renaming = (episodeIds: ReadonlyArray<EpisodeId>) => ReadonlyArray<EpisodeId>

const renamedIn = <Fact extends OfEpisodes>(facts: ReadonlyArray<Fact>, rename: Renaming): ReadonlyArray<Fact> =>
  facts.map((fact) => (fact.episodeIds === undefined ? fact : { ...fact, episodeIds: rename(fact.episodeIds) }))

/** The interview with each fact for other episodes: those they were recorded on were merged or separated. */
const withEpisodesOfFacts = (interview: Interview, rename: Renaming): Interview => {
  const { offers, answers, reasons, takenUpAgain: again } = interview
  return {
    ...interview,
    ...(offers === undefined ? {} : { offers: renamedIn(offers, rename) }),
    ...(answers === undefined ? {} : { answers: renamedIn(answers, rename) }),
    ...(reasons === undefined ? {} : { reasons: renamedIn(reasons, rename) }),
    ...(again === undefined ? {} : { takenUpAgain: rename(again) })
  }
}

/** What was recorded for one episode is for the other instead. */
export const movedTo = (interview: Interview, from: EpisodeId, to: EpisodeId): Interview =>
  withEpisodesOfFacts(interview, (ids) =>
    ids.includes(from) ? [...new Set(ids.map((id) => (id === from ? to : id)))] : ids
  )

const explicit = <Fact extends OfEpisodes>(facts: ReadonlyArray<Fact> = [], covered: ReadonlyArray<EpisodeId>) =>
  facts.map((fact) => (fact.episodeIds === undefined ? { ...fact, episodeIds: covered } : fact))

/** The interview without what was recorded of it for these episodes alone. */
export const forgetting = (interview: Interview, episodeIds: ReadonlyArray<EpisodeId>): Interview => {
  const { episodeIds: covered, offers, answers, reasons, notDone } = interview
  const offered = offers === undefined ? interview : withOffers(interview, without(offers, episodeIds, covered))
  const answered = answers === undefined ? offered : withAnswers(offered, without(answers, episodeIds, covered))
  const left = without(reasons ?? [], episodeIds, covered)
  const decided = reasons === undefined ? answered : withReasons(answered, left, notDone && left.at(-1))
  return notTakenUp(decided, episodeIds)
}

/** One interview with everything that was recorded of another, which covered other episodes. */
export const joined = (interview: Interview, other: Interview): Interview => {
  const { episodeIds: own, attempts = [], ...rest } = interview
  const theirs = other.episodeIds.filter((id) => !own.includes(id))
  const tried = [...attempts, ...(other.attempts ?? [])].toSorted((a, b) => a.attemptedAt - b.attemptedAt)
  const all: Interview = {
    ...rest,
    episodeIds: [...own, ...theirs],
    ...(tried.length === 0 ? {} : { attempts: tried })
  }
  const offered = withOffers(all, [...explicit(interview.offers, own), ...explicit(other.offers, other.episodeIds)])
  const answered = withAnswers(offered, [
    ...explicit(other.answers, other.episodeIds),
    ...explicit(interview.answers, own)
  ])
  const carers = [...(other.carerOffers ?? []), ...(interview.carerOffers ?? [])]
  const told = carers.length === 0 ? answered : withCarerOffers(answered, carers)
  const again = [...(interview.takenUpAgain ?? []), ...(other.takenUpAgain ?? [])]
  const kept = new Set([...(other.keptFrom ?? []), ...(interview.keptFrom ?? [])])
  const passed = [...(other.passedOn ?? []), ...(interview.passedOn ?? [])]
  return {
    ...told,
    ...(kept.size === 0 ? {} : { keptFrom: [...kept] }),
    ...(again.length === 0 ? {} : { takenUpAgain: again }),
    ...(passed.length === 0 ? {} : { passedOn: passed })
  }
}
