import type { Calendars, Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  type EpisodeId,
  gradeActedOn,
  type PersonId
} from "@safe-return/domain/pathway"
import type { ChildFacts } from "@safe-return/domain/risk"
import type { Delivery, DeliveryKey, JournalEntry } from "@safe-return/journal"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import type { EscalationRole, Roster, Way } from "../recipients/Roster.ts"
import { recipientOf } from "./recipientOf.ts"

export type Place =
  | { readonly _tag: "MissingChannel" }
  /** The private channel of the team that follows children missing education. */
  | { readonly _tag: "EducationChannel" }
  /** Another channel, which need not be private: for what says nothing of any child. */
  | { readonly _tag: "Channel"; readonly id: string }
  /** In the thread of another delivery, which has to be there first. */
  | { readonly _tag: "ThreadOf"; readonly key: MessageKey }
  | { readonly _tag: "Person"; readonly person: PersonId }
  /** Out of Slack, to the `nth` address that is set up for a role. */
  | { readonly _tag: "Outside"; readonly way: Way; readonly role: EscalationRole; readonly nth: number }

/** What goes first, over all children: alerts, a high risk and a new child first, then deadlines, and records last. */
export const urgencies = ["high-risk", "new-child", "alert", "statutory", "required", "task", "record"] as const
export type Urgency = (typeof urgencies)[number]

export const isAlert = (urgency: Urgency): boolean => urgencies.indexOf(urgency) <= urgencies.indexOf("alert")

/** An alert about this episode: a flood of others must not hold up a child at high risk. */
export const alertUrgency = (episode: Episode, otherwise: "new-child" | "alert" = "alert"): Urgency =>
  gradeActedOn(episode) === "high" ? "high-risk" : otherwise

export interface OwedMessage {
  readonly key: DeliveryKey
  readonly urgency: Urgency
  readonly place: Place
  /** Made when it is asked for, the same each time: of most messages only that they were sent matters. */
  readonly message: () => Message
  /** Since when it is owed, where that is known: of equally urgent messages the oldest goes first, also after a restart. */
  readonly owedSince?: Instant
  /** A card follows what happens; everything else is said once. */
  readonly keptCurrent: boolean
  /** Days in which what it stands in place of may be acted on: a new one says that it is over, where it cannot be changed. */
  readonly actedOnDays?: number
  /** It says nothing of any child, so that it may go to an account that Slack has not said anything of. */
  readonly holdsNoCase?: true
  /** Messages this one makes pointless if they have not been sent yet. */
  readonly supersedes: ReadonlyArray<DeliveryKey>
}

export interface CaseSnapshot {
  readonly child: ChildReference
  readonly state: ChildState
  readonly entries: ReadonlyArray<JournalEntry>
  readonly allocatedWorker?: PersonId
  readonly there: Roster
  /** How far the children have come who are missing together with this one, in words. */
  readonly togetherWith?: ReadonlyMap<ChildReference, string>
  /** The children that reports were moved to which had been recorded on this one, by their episodes here. */
  readonly movedTo?: ReadonlyMap<EpisodeId, ChildReference>
  /** With the council's own days. */
  readonly calendars: Calendars
  /** What is held of the child beyond what happened, for the rules that need it; never posted. */
  readonly facts?: ChildFacts
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  /** Nothing from before this moment is announced: it is history that was brought in. */
  readonly announceFrom: Instant
  readonly now: Instant
  /** A recorded moment as the wall clock would show it now, had it not jumped since; as recorded, where absent. */
  readonly steady?: (at: Instant) => Instant
}

/** Made when it is first asked for, and once: several people may be told the same. */
export const whenAsked = (make: () => Message): (() => Message) => {
  let made: Message | undefined
  return () => (made ??= make())
}

export const once = (
  key: MessageKey,
  place: Place,
  message: () => Message,
  urgency: Urgency,
  owedSince?: Instant
): OwedMessage => ({
  ...(owedSince === undefined ? {} : { owedSince }),
  key,
  urgency,
  place,
  message: whenAsked(message),
  keptCurrent: false,
  supersedes: []
})

export const channel: Place = { _tag: "MissingChannel" }

/**
 * These people, and everyone who has it already: left with a former stand-in, an alert would show as unanswered for ever.
 *
 * @param keyed what its key to each person begins with, before the person
 */
export const includeExistingRecipients = (
  { delivered }: Pick<CaseSnapshot, "delivered">,
  keyed: MessageKey,
  people: ReadonlyArray<PersonId>
): ReadonlyArray<PersonId> => {
  const start = `${keyed}:`
  const have = [...delivered.values()].flatMap((delivery) => {
    const person = recipientOf(delivery)
    return person !== undefined && delivery.key === `${start}${person}` ? [person] : []
  })
  return [...new Set([...people, ...have])]
}
