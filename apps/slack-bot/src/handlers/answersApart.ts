import { mayAnswerApart, People, type Role } from "@safe-return/casework"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  isAnsweredApart,
  type PersonId
} from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { coveredBy } from "./coveredBy.ts"
import { workersOf } from "./workersOf.ts"

/** Whether a person answers what is considered apart from a worker who was left out of this episode's interview. */
export const isReaderApart = Effect.fn("isReaderApart")(function* (
  child: ChildReference,
  state: ChildState,
  episode: Episode,
  person: PersonId
) {
  if (!isAnsweredApart(state, episode.id)) return false
  const people = yield* People
  const roles = yield* people.rolesOf(person)
  const workers = yield* workersOf(child, state)
  const covered = yield* coveredBy(person)
  return mayAnswerApart(state, episode, {
    person,
    holds: (role: Role) => roles.has(role),
    actsFor: workers.filter((worker) => worker === person || covered.has(worker)),
    isAllocated: workers.length > 0
  })
})

/** What a card for one reader says of it. */
export const apartOnCard = Effect.fn("apartOnCard")(function* (...asked: Parameters<typeof isReaderApart>) {
  return (yield* isReaderApart(...asked)) ? ({ isReaderApart: true } as const) : {}
})
