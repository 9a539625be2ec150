/** A message as it is for its reader: who they stand in for, and what they may do. */
import {
  type CaseTies,
  isGivenInterview,
  isLeftOutOf,
  mayOnCase,
  openToChannel,
  type Permission,
  permissions,
  type Role,
  reachOf
} from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { allocatedWorkers, type EpisodeId, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import type { LeftToDo, Message } from "../message/Message.ts"
import { type MessageKind, messageKindOf } from "../message/messageKinds.ts"
import { escalationRoles, type Roster } from "../recipients/Roster.ts"
import { isAsking } from "./asking.ts"
import { leftToDo } from "./moreToDo.ts"
import { type CaseSnapshot, type OwedMessage, whenAsked } from "./OwedMessage.ts"

const some = (person: PersonId | undefined): ReadonlyArray<PersonId> => (person === undefined ? [] : [person])

type Groups = ReadonlyArray<ReadonlyArray<PersonId>>

const ofDecisions: ReadonlySet<MessageKind | undefined> = new Set([
  "decision",
  "decision-elsewhere",
  "decision-nobody",
  "decision-off"
] as const)

/** What a person who was left out must not know of: it comes to nobody by covering for them. */
const isKeptFromSome = (key: DeliveryKey, message: Message): boolean =>
  ofDecisions.has(messageKindOf(key)) || ("isApart" in message && message.isApart === true)

/** The people of the case, and the holders of each role that is told of it. */
const groupsOf = ({
  allocatedWorker,
  state,
  there
}: CaseSnapshot): ((key: DeliveryKey, message: Message) => Groups) => {
  const leftOut = new Set(state.interviews.flatMap(({ keptFrom = [] }) => keptFrom))
  const workers = [...some(allocatedWorker), ...state.episodes.flatMap(allocatedWorkers)]
  const groups = [
    workers,
    state.interviews.flatMap(({ interviewer }) => some(interviewer)),
    state.episodes.flatMap(({ coordinator }) => some(coordinator)),
    ...Object.values(there.holders)
  ]
  const mayBeNamed = (group: ReadonlyArray<PersonId>) => group.filter((person) => !leftOut.has(person))
  return (key, message) => {
    const named = (of: Groups) => (isKeptFromSome(key, message) ? of.map(mayBeNamed) : of)
    const [kind, , , who] = key.split(":")
    const byLadder = kind === "ladder" ? escalationRoles.find((one) => one === who) : undefined
    const role = kind === "coordinator-alert" ? "missing-coordinator" : byLadder
    if (role !== undefined) return named([there.holders[role]])
    return named(kind === "worker-alert" || kind === "considerations" ? [workers] : groups)
  }
}

const isCoveredBy = ({ acting }: Roster, person: PersonId, cover: PersonId): boolean => {
  const stands = acting(person)
  return stands._tag === "Cover" && stands.person === cover
}

/** Nobody, where the person is of the same role in their own right. */
const coveredPerson = (there: Roster, groups: Groups, person: PersonId): PersonId | undefined => {
  for (const group of groups) {
    if (group.includes(person)) continue
    const covered = group.find((one) => isCoveredBy(there, one, person))
    if (covered !== undefined) return covered
  }
  return undefined
}

export const rolesOf = ({ holders, beside, education }: Roster, person: PersonId): ReadonlySet<Role> | undefined =>
  beside &&
  new Set(
    Object.entries({ ...holders, ...beside, ...education }).flatMap(([role, people]) =>
      people.includes(person) ? [role as Role] : []
    )
  )

interface Readers {
  readonly there: Roster
  /** The people in whose place a reader may have a message. */
  readonly groups: (key: DeliveryKey, message: Message) => Groups
  readonly mayAs: (roles: ReadonlySet<Role>, person: PersonId, message: Message) => (permission: Permission) => boolean
  readonly leftTo?: (message: Message, person: PersonId) => LeftToDo | undefined
}

const asRead = <Owed extends OwedMessage>({ there, groups, mayAs, leftTo }: Readers, owed: Owed): Owed => {
  const { place } = owed
  if (place._tag === "MissingChannel") {
    return { ...owed, message: whenAsked(() => ({ ...owed.message(), readerMay: openToChannel })) }
  }
  if (place._tag !== "Person") return owed
  const { person } = place
  // Made with the message: of most that are owed only that they were sent matters.
  const message = whenAsked(() => {
    const roles = rolesOf(there, person)
    const said = owed.message()
    const reader = definedFields({
      // Also who never knew of an alert and hears how it ended reads why they do.
      coversFor:
        isAsking(said) || said._tag === "AlertAllClear"
          ? coveredPerson(there, groups(owed.key, said), person)
          : undefined,
      leftToDo: leftTo?.(said, person),
      readerMay: roles && new Set(permissions.filter(mayAs(roles, person, said)))
    })
    return { ...said, ...reader }
  })
  return { ...owed, message }
}

/** Which episode a message is about, where it is about one. */
const episodeOf = (message: Message): EpisodeId | undefined =>
  "episode" in message ? message.episode?.id : "episodeId" in message ? message.episodeId : undefined

const tiesOf = (
  { allocatedWorker, state, there }: CaseSnapshot,
  person: PersonId,
  episodeId: EpisodeId | undefined
): CaseTies => {
  const latest = Option.match(latestEpisode(state), { onNone: () => [], onSome: allocatedWorkers })
  const workers = [...some(allocatedWorker), ...latest]
  const covered = workers.filter((worker) => isCoveredBy(there, worker, person))
  return {
    isWorker: workers.includes(person),
    isCover: covered.length > 0,
    isLeftOut: isLeftOutOf(state, person, episodeId),
    isInterviewer: isGivenInterview(state, person, episodeId),
    isAllocated: workers.length > 0,
    isPersonLeftOut: state.interviews.some(({ keptFrom = [] }) => keptFrom.length > 0)
  }
}

/** What asks nothing any more says what is left to its reader all the same. */
const isEnd = ({ _tag }: Message): boolean => _tag === "RequestOver" || _tag === "DecisionOver"

/**
 * About one child.
 *
 * @param all everything that is owed about them
 */
export const forItsReader = (
  snapshot: CaseSnapshot,
  all: ReadonlyArray<OwedMessage> = []
): ((owed: OwedMessage) => OwedMessage) => {
  const { there } = snapshot
  const leftTo = leftToDo(snapshot, all)
  const groups = groupsOf(snapshot)
  const readers: Readers = {
    there,
    groups,
    mayAs: (roles, person, message) => {
      const ties = tiesOf(snapshot, person, episodeOf(message))
      return (permission) => mayOnCase(roles, permission, ties)
    },
    leftTo: (message, person) => (isEnd(message) ? leftTo(person) : undefined)
  }
  return (owed) => asRead(readers, owed)
}

/**
 * About several children, or none.
 *
 * @param whose whose work it is about, where it is of one person
 */
export const forItsTeamReader =
  (there: Roster, whose: ReadonlyArray<PersonId> = []) =>
  <Owed extends OwedMessage>(owed: Owed): Owed =>
    asRead(
      {
        there,
        groups: () => [whose, ...Object.values(there.holders)],
        // A known adult does for their own interview what an interviewer does for any.
        mayAs: (roles, person, message) => (permission) => {
          const reach = reachOf(roles, permission)
          // The lines of a morning say themselves which interviews are the reader's own.
          const isGiven = whose.includes(person) || message._tag === "Morning"
          return reach === "given" ? isGiven : reach !== "none"
        }
      },
      owed
    )
