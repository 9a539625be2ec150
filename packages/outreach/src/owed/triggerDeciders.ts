/** Who is told that a trigger waits for a decision, and which of them may take it. */
import { type DecidingPerson, mayDecideOn, ownersOf, type Role, type TriggerOwner } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { allocatedWorkers, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { Option } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentOf, type Roster, recipientsFor, standIn } from "../recipients/Roster.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

export interface Deciders {
  /** They may decide, and are asked. */
  readonly deciding: ReadonlyArray<PersonId>
  /** They stand in for a person who may, and may not themselves. */
  readonly hearing: ReadonlyArray<PersonId>
  /** Whose the decision is, for those who may not take it. */
  readonly whose: ReadonlyArray<TriggerOwner>
}

/** By the profile, and by the latest episode. */
const workersOf = ({ allocatedWorker, state }: CaseSnapshot): ReadonlyArray<PersonId> => [
  ...new Set([
    ...(allocatedWorker === undefined ? [] : [allocatedWorker]),
    ...Option.match(latestEpisode(state), { onNone: () => [], onSome: allocatedWorkers })
  ])
]

const holdersOf = ({ holders, beside }: Roster, role: Role): ReadonlyArray<PersonId> => {
  if (role === "mash" || role === "worker") return beside?.[role] ?? []
  return role in holders ? holders[role as keyof typeof holders] : []
}

const actsForWorker = ({ there }: CaseSnapshot, workers: ReadonlyArray<PersonId>, person: PersonId): boolean =>
  workers.some((worker) => {
    if (worker === person) return true
    const acting = there.acting(worker)
    return acting._tag === "Cover" && acting.person === person
  })

const decidingPerson = (snapshot: CaseSnapshot, person: PersonId): DecidingPerson => {
  const { there } = snapshot
  const workers = workersOf(snapshot)
  return {
    person,
    // Where nobody has said who can be a worker, the allocated worker is one.
    holds: (role) => (role === "worker" && there.beside === undefined) || holdersOf(there, role).includes(person),
    isWorker: actsForWorker(snapshot, workers, person),
    isAllocated: workers.length > 0
  }
}

export const mayDecide = (snapshot: CaseSnapshot, firing: Firing, person: PersonId): boolean =>
  mayDecideOn(firing, decidingPerson(snapshot, person))

/** Whether they may decide on this child's triggers that are never posted. */
export const mayDecideInQuiet = (snapshot: CaseSnapshot, person: PersonId): boolean =>
  mayDecideOn({ mayGoToChat: false }, decidingPerson(snapshot, person))

const rolesThatMay = ["team-manager", "missing-coordinator", "mash"] as const satisfies ReadonlyArray<TriggerOwner>

/** Where nobody who owns it is there: the next who may decide and is, and at last those who are away and can be told. */
const inTheirPlace = (snapshot: CaseSnapshot, firing: Firing): ReadonlyArray<PersonId> => {
  const { there } = snapshot
  const inTurn = [...rolesThatMay.map((role) => holdersOf(there, role)), workersOf(snapshot)].map((people) =>
    people.filter((person) => there.canBeTold(person) && mayDecide(snapshot, firing, person))
  )
  const present = inTurn.map((people) => people.filter((person) => standIn(there, person) === person))
  return [...present, ...inTurn].find(({ length }) => length > 0) ?? []
}

/** @param keyed what the key of its message to each person begins with */
export const decidersOf = (
  snapshot: CaseSnapshot,
  firing: Firing,
  { keyed, since }: { readonly keyed: MessageKey; readonly since: Instant }
): Deciders => {
  const { there } = snapshot
  const workers = workersOf(snapshot)
  const owners = ownersOf(firing, workers.length > 0)
  const wanted = owners.flatMap((owner) =>
    owner === "worker"
      ? workers.flatMap((person) =>
          recipientsFor({ ...snapshot, person, key: `${keyed}:${person}`, at: since, otherwise: [] })
        )
      : presentOf(there, holdersOf(there, owner))
  )
  const people = [...new Set(wanted)]
  const own = people.filter((person) => mayDecide(snapshot, firing, person))
  const isSeenTo = own.some((person) => standIn(there, person) === person)
  const deciding = isSeenTo || owners.length === 0 ? own : [...new Set([...own, ...inTheirPlace(snapshot, firing)])]
  const hearing = people.filter((person) => !deciding.includes(person))
  // A worker who is not asked must not be told apart by what others hear.
  const whose = owners.filter((owner) => owner !== "worker")
  return { deciding, hearing, whose: whose.length === 0 ? ["team-manager"] : whose }
}
