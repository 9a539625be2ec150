/** Who holds the roles that are told of a child, and who covers for them, at one moment. */
import type { Instant } from "@safe-return/domain/calendar"
import type { EducationRole } from "@safe-return/domain/education"
import { type ActingPerson, awaySince } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import type { OnRung, Rung } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"

/** The roles an alert or a reminder can go to; the allocated worker is a person of the case. */
export type EscalationRole = Exclude<OnRung, "worker">

/** A way out of Slack. */
export type Way = NonNullable<Rung["by"]>

export interface Roster {
  readonly holders: Readonly<Record<EscalationRole, ReadonlyArray<PersonId>>>
  /** The roles that no alert climbs to; absent where nobody has said who holds them. */
  readonly beside?: Readonly<Record<"mash" | "worker" | "interviewer", ReadonlyArray<PersonId>>>
  /** The team of children missing education; absent where nobody has said who is in it. */
  readonly education?: Readonly<Record<EducationRole, ReadonlyArray<PersonId>>>
  readonly acting: (person: PersonId) => ActingPerson
  /** False for a person nothing can be sent to in Slack, as far as that is known. */
  readonly canBeTold: (person: PersonId) => boolean
  /** How many addresses outside Slack are known for a role; 0 too where that way out is not set up. */
  readonly addresses: (role: EscalationRole, way: Way) => number
}

/** Nobody holds a role, nobody is away, everybody can be told, and there is no way out of Slack. */
export const emptyRoster: Roster = {
  holders: { "missing-coordinator": [], "team-manager": [], "head-of-service": [], "out-of-hours-duty": [] },
  acting: () => ({ _tag: "Themselves" }),
  canBeTold: () => true,
  addresses: () => 0
}

/** Every role that an alert or a reminder can go to. */
export const escalationRoles = Object.keys(emptyRoster.holders) as ReadonlyArray<EscalationRole>

/** Who is told in a person's place today; none when they are away without cover, or when that person is unreachable. */
export const standIn = (there: Roster, person: PersonId): PersonId | undefined => {
  const acting = there.acting(person)
  if (acting._tag === "Nobody") return undefined
  const who = acting._tag === "Cover" ? acting.person : person
  return there.canBeTold(who) ? who : undefined
}

/** These people as they can be told today, each once: themselves, or the covers of those who are away. */
export const presentOf = (there: Roster, people: ReadonlyArray<PersonId>): ReadonlyArray<PersonId> => [
  ...new Set(people.flatMap((person) => standIn(there, person) ?? []))
]

/** Everybody to be told who holds a role, with the covers of those who are away. */
export const presentHolders = (there: Roster, role: EscalationRole): ReadonlyArray<PersonId> =>
  presentOf(there, there.holders[role])

/** Who answers for the children where nobody of a role can be told, the next first: as an alert climbs. */
const insteadOf: Readonly<Record<EscalationRole, ReadonlyArray<EscalationRole>>> = {
  "missing-coordinator": ["team-manager", "head-of-service", "out-of-hours-duty"],
  "out-of-hours-duty": ["missing-coordinator", "team-manager", "head-of-service"],
  "team-manager": ["head-of-service", "missing-coordinator", "out-of-hours-duty"],
  "head-of-service": ["team-manager", "missing-coordinator", "out-of-hours-duty"]
}

/** A council need not have one: what is for it then goes to nobody in its place. */
const isOptional = (role: EscalationRole): boolean => role === "out-of-hours-duty"

/** Recipients for a role: if every holder is absent or unreachable, the next role, and at last those away but reachable. */
export const holdersOrFallback = (there: Roster, role: EscalationRole): ReadonlyArray<PersonId> => {
  const present = presentHolders(there, role)
  if (present.length > 0 || (isOptional(role) && there.holders[role].length === 0)) return present
  const inTurn = [role, ...insteadOf[role]]
  const next = [
    ...inTurn.map((one) => presentHolders(there, one)),
    ...inTurn.map((one) => there.holders[one].filter(there.canBeTold))
  ]
  return next.find(({ length }) => length > 0) ?? []
}

/** Who expects what the police have still to send: the MASH or, where none of them can be told, the next role. */
export const mashOrFallback = (there: Roster): ReadonlyArray<PersonId> => {
  const present = presentOf(there, there.beside?.mash ?? [])
  return present.length > 0 ? present : holdersOrFallback(there, "missing-coordinator")
}

/** Something for one person. */
export interface RecipientQuestion {
  readonly there: Roster
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  readonly person: PersonId
  /** What it goes to them under: it did not reach them if it was tried without success. */
  readonly key: DeliveryKey
  /** When there was something to say: what was said before they went is told with the hand-over. */
  readonly at?: Instant
  /** False where their cover may not know of it. */
  readonly mayCover?: boolean
  /** Who is told where nobody acts for them; the Missing Co-ordinators, unless something else sees to it. */
  readonly otherwise?: ReadonlyArray<PersonId>
}

/** Who is told what is for one person: they and, while they are away, their cover, or `otherwise` without a reachable one. */
export const recipientsFor = ({
  there,
  delivered,
  person,
  key,
  at,
  mayCover = true,
  otherwise
}: RecipientQuestion): ReadonlyArray<PersonId> => {
  const acting = there.acting(person)
  const isAway = acting._tag !== "Themselves" && (at === undefined || at >= awaySince(acting.away))
  const before = delivered.get(key)?._tag
  if (!isAway && (there.canBeTold(person) || before === "Sent" || before === "Superseded")) return [person]
  const cover = isAway && mayCover && acting._tag === "Cover" ? [acting.person] : []
  const isSeenTo = (isAway ? cover : [person]).some(there.canBeTold)
  return [
    ...new Set([person, ...cover, ...(isSeenTo ? [] : (otherwise ?? holdersOrFallback(there, "missing-coordinator")))])
  ]
}
