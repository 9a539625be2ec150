import type { Instant } from "@safe-return/domain/calendar"
import {
  type AnsweredBy,
  answersOf,
  type Consideration,
  type Episode,
  isAnsweredApart,
  isLeftOut,
  leftApart,
  type PersonId,
  unanswered
} from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { holdersOrFallback, recipientsFor } from "../recipients/Roster.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { workersOf } from "./rungRecipients.ts"

/** A person who is asked, and what they have not answered yet. */
export interface AskedToConsider {
  readonly person: PersonId
  readonly questions: ReadonlyArray<Consideration>
  /** Apart from a worker who was left out. */
  readonly isApart?: true
}

interface Request {
  readonly keyed: MessageKey
  readonly at: Instant | undefined
}

/** The allocated worker and who stands in for them, whether or not they were left out: they see no difference. */
const ofWorker = (snapshot: CaseSnapshot, person: PersonId, { keyed, at }: Request): ReadonlyArray<PersonId> =>
  recipientsFor({ ...snapshot, person, key: `${keyed}:${person}`, ...(at === undefined ? {} : { at }) })

/** A worker who was not left out; else the team managers, and never by covering for one who was. */
const apartFrom = (
  snapshot: CaseSnapshot,
  { id }: Episode,
  person: PersonId,
  { keyed, at }: Request
): ReadonlyArray<PersonId> => {
  const { state, there } = snapshot
  const mayKnow = (one: PersonId): boolean => !isLeftOut(state, [id], one)
  const managers = holdersOrFallback(there, "team-manager").filter(mayKnow)
  if (!mayKnow(person)) return managers
  const acting = there.acting(person)
  const mayCover = acting._tag !== "Cover" || mayKnow(acting.person)
  return recipientsFor({
    ...snapshot,
    person,
    key: `${keyed}:${person}`,
    ...(at === undefined ? {} : { at }),
    mayCover,
    otherwise: mayCover ? holdersOrFallback(there, "missing-coordinator").filter(mayKnow) : managers
  })
}

/**
 * Who is asked for what the allocated worker has to consider, and for which of it. Where a person was left out of the
 * interview, others are asked the same apart from them, each by one message.
 *
 * @param keyed what its key to each person begins with, before the person
 */
export const askedToConsider = (
  snapshot: CaseSnapshot,
  episode: Episode,
  keyed: MessageKey,
  at: Instant | undefined
): ReadonlyArray<AskedToConsider> => {
  const { allocatedWorker: person, state } = snapshot
  if (person === undefined) return []
  const request = { keyed, at }
  const apart = leftApart(state, episode)
  const isOut = (one: PersonId): boolean => isLeftOut(state, [episode.id], one)
  const isWorkers = !isAnsweredApart(state, episode.id) || isOut(person)
  const questions = unanswered(answersOf(episode, "worker"))
  const others = apart.length === 0 ? [] : [...new Set(apartFrom(snapshot, episode, person, request))]
  // One who was left out and covers for the worker is asked as they would be in any case.
  const theirs =
    questions.length === 0 ? [] : ofWorker(snapshot, person, request).filter((one) => isWorkers || isOut(one))
  return [
    ...others.map((one) => ({ person: one, questions: apart, isApart: true }) as const),
    ...theirs.filter((one) => !others.includes(one)).map((one) => ({ person: one, questions }))
  ]
}

/** Whose answers a person was asked for, where they were asked. */
export const askedAs = (snapshot: CaseSnapshot, episode: Episode, person: PersonId): AnsweredBy => {
  const { state, there } = snapshot
  if (!isAnsweredApart(state, episode.id) || isLeftOut(state, [episode.id], person)) return "worker"
  const isApart =
    workersOf(snapshot, episode).includes(person) || holdersOrFallback(there, "team-manager").includes(person)
  return isApart ? "apart" : "worker"
}
