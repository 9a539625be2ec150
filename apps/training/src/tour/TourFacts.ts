/** What the steps of the tour are checked against, and the questions they ask of it. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import type { Delivery, JournalEntry } from "@safe-return/journal"
import { slackStyle } from "@safe-return/slack-bot"
import { londonDateTime } from "@safe-return/wording"
import type { TourPlace } from "../api.ts"
import type { TrainingPerson } from "../workspace/personas.ts"
import { missingChannel } from "../workspace/place.ts"

export interface TourFacts {
  readonly child: ChildReference
  readonly state: ChildState
  /** What was recorded of the child since the tour began, in order. */
  readonly entries: ReadonlyArray<JournalEntry>
  readonly delivered: ReadonlyMap<string, Delivery>
  readonly lastLook: (person: string, place: string, thread?: string) => Instant | undefined
}

type Sent = Delivery & { readonly _tag: "Sent" }

export const episodeOf = ({ state }: TourFacts): Episode | undefined => state.episodes.at(-1)

export const sentWhere = ({ delivered }: TourFacts, isMeant: (key: string) => boolean): Sent | undefined =>
  [...delivered.values()].find((delivery): delivery is Sent => delivery._tag === "Sent" && isMeant(delivery.key))

export const cardOf = (facts: TourFacts): Sent | undefined => {
  const id = episodeOf(facts)?.id
  return id === undefined ? undefined : sentWhere(facts, (key) => key === `card:${id}`)
}

export const entryOf = (
  { entries }: TourFacts,
  tag: JournalEntry["recorded"]["event"]["_tag"]
): JournalEntry | undefined => entries.findLast(({ recorded }) => recorded.event._tag === tag)

const recordedBy = ({ recorded: { recordedAt, recordedBy } }: JournalEntry): string =>
  `Recorded ${londonDateTime(recordedAt)} by ${slackStyle.person(recordedBy)}.`

export const recordedIf = (facts: TourFacts, tag: JournalEntry["recorded"]["event"]["_tag"]): string | undefined => {
  const entry = entryOf(facts, tag)
  return entry === undefined ? undefined : recordedBy(entry)
}

export const atTheCard = (facts: TourFacts): TourPlace => {
  const card = cardOf(facts)
  return { in: missingChannel.id, ...(card === undefined ? {} : { message: card.ts }) }
}

/** Sent, and looked at since by the person it is for. */
export const seenBy = (
  { lastLook }: TourFacts,
  { id }: TrainingPerson,
  sent: { readonly channel: string; readonly sentAt: Instant } | undefined
): boolean => sent !== undefined && (lastLook(id, sent.channel) ?? Number.NEGATIVE_INFINITY) >= sent.sentAt

export const interviewerAlert = (facts: TourFacts): Sent | undefined => {
  const assigned = entryOf(facts, "InterviewAssigned")
  return assigned === undefined ? undefined : sentWhere(facts, (key) => key === `interviewer-alert:${assigned.version}`)
}
