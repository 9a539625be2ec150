/** Who is told that a trigger waits for a decision, and which of them may take it. */
import { type DecidingPerson, decidingRoles, keptFromOf, mayDecideOn, ownersOf, type Role } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { allocatedWorkers, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import type { TriggerOwner } from "@safe-return/domain/policy"
import type { Firing } from "@safe-return/domain/risk"
import { Option } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentOf, type Roster, recipientsFor, standIn } from "../recipients/Roster.ts"
import { firingsIn } from "./firingsIn.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

export interface Deciders {
  /** They may decide, and are asked. */
  readonly deciding: ReadonlyArray<PersonId>
  /** They stand in for a person who may, and may not themselves. */
  readonly hearing: ReadonlyArray<PersonId>
  /** Whose the decision is, for those who may not take it. */
  readonly whose: ReadonlyArray<Role>
}

/** By the profile, and by the latest episode. */
const workersOf = ({ allocatedWorker, state }: CaseSnapshot): ReadonlyArray<PersonId> => [
  ...new Set([
    ...(allocatedWorker === undefined ? [] : [allocatedWorker]),
    ...Option.match(latestEpisode(state), { onNone: () => [], onSome: allocatedWorkers })
  ])
]

const holdersOf = ({ holders, beside }: Roster, role: Role): ReadonlyArray<PersonId> => {
  if (role === "mash" || role === "worker" || role === "interviewer") return beside?.[role] ?? []
  return role in holders ? holders[role as keyof typeof holders] : []
}

const decidingPerson = (
  snapshot: CaseSnapshot,
  firing: Pick<Firing, "episodeIds" | "mayGoToChat">,
  person: PersonId
): DecidingPerson => {
  const { there, state } = snapshot
  const workers = workersOf(snapshot)
  return {
    person,
    // Where nobody has said who can be a worker, the allocated worker is one.
    holds: (role) => (role === "worker" && there.beside === undefined) || holdersOf(there, role).includes(person),
    actsFor: workers.filter((worker) => {
      if (worker === person) return true
      const acting = there.acting(worker)
      return acting._tag === "Cover" && acting.person === person
    }),
    isAllocated: workers.length > 0,
    keptFrom: keptFromOf(state, firing)
  }
}

export const mayDecide = (snapshot: CaseSnapshot, firing: Firing, person: PersonId): boolean =>
  mayDecideOn(firing, decidingPerson(snapshot, firing, person))

/** Whether they may decide on any of this child's triggers that are never posted. */
export const mayDecideInQuiet = (snapshot: CaseSnapshot, person: PersonId): boolean =>
  firingsIn(snapshot).some((firing) => !firing.mayGoToChat && mayDecide(snapshot, firing, person))

const rolesThatMay = [
  "team-manager",
  "missing-coordinator",
  "mash",
  "head-of-service"
] as const satisfies ReadonlyArray<TriggerOwner>

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
  const keptFrom = keptFromOf(snapshot.state, firing)
  const owners = ownersOf(firing, { isAllocated: workers.length > 0, keptFrom })
  const wanted = owners.flatMap((owner) =>
    owner === "worker"
      ? workers
          .filter((person) => !keptFrom.has(person))
          .flatMap((person) =>
            recipientsFor({ ...snapshot, person, key: `${keyed}:${person}`, at: since, otherwise: [] })
          )
      : presentOf(there, holdersOf(there, owner))
  )
  const people = [...new Set(wanted)].filter((person) => !keptFrom.has(person))
  const own = people.filter((person) => mayDecide(snapshot, firing, person))
  // What is only to be considered and has been posted waits in the channel where nobody owns it.
  const isPosted = firing.mayGoToChat && firing.level === "consider"
  const isSeenTo = isPosted || own.some((person) => standIn(there, person) === person)
  const deciding = isSeenTo ? own : [...new Set([...own, ...inTheirPlace(snapshot, firing)])]
  const hearing = people.filter((person) => !deciding.includes(person))
  return { deciding, hearing, whose: decidingRoles(firing, workers.length > 0) }
}

/**
 * Who can be reached about a decision, of all who are asked for it: those who hold a role above the worker's. Nobody
 * reads that it is with the worker, nor with the head of service while another has it, or who was left out would show.
 */
export const reachedAmong = ({ there }: CaseSnapshot, asked: ReadonlyArray<PersonId>): ReadonlyArray<PersonId> => {
  const inRole = (role: Role) => presentOf(there, holdersOf(there, role)).filter((person) => asked.includes(person))
  const others = [...new Set(rolesThatMay.filter((role) => role !== "head-of-service").flatMap(inRole))]
  return others.length > 0 ? others : inRole("head-of-service")
}
