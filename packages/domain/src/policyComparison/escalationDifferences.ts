/** What two policies tell people differently: reminders, the ladder of an alert, the morning summary. */
import type { Calendars } from "../calendar/calendar.ts"
import { formatInstant, type Instant } from "../calendar/instant.ts"
import { kindOf, type Reminder } from "../deadlines/reminder.ts"
import { remindersOf } from "../deadlines/reminders.ts"
import { ladderOf, type RungReached } from "../escalation/ladder.ts"
import type { ChildState } from "../pathway/state.ts"
import { rungWords } from "../policy/ladder.ts"
import type { Digest, Policy } from "../policy/policy.ts"
import type { ReminderKind } from "../policy/reminders.ts"
import type { ChildReference, EpisodeId } from "../vocabulary/identifiers.ts"

export type EscalationDifference =
  | {
      /** Of what is still owed; gained where `from` is undefined, lost where `to` is. */
      readonly _tag: "ReminderMoved"
      readonly child: ChildReference
      readonly episodeId: EpisodeId
      readonly reminder: ReminderKind
      readonly from: Instant | undefined
      readonly to: Instant | undefined
      readonly words: string
    }
  | {
      /** The people an alert about a missing child would have come to by now, each rung with its time. */
      readonly _tag: "LadderClimbsOtherwise"
      readonly child: ChildReference
      readonly episodeId: EpisodeId
      readonly from: ReadonlyArray<RungReached>
      readonly to: ReadonlyArray<RungReached>
      readonly words: string
    }

/** Of no child: when the morning summary goes out, by a London clock; undefined where the policy has none. */
export interface DigestDifference {
  readonly _tag: "DigestMoved"
  readonly from: Digest | undefined
  readonly to: Digest | undefined
  readonly words: string
}

const timeWords = (time: Instant | undefined): string => (time === undefined ? "none" : formatInstant(time))

/** The same reminder under either policy, whenever each says that it is due. */
const nameOf = ({ episodeId, stage }: Reminder): string => JSON.stringify([episodeId, stage])

const reminderDifferences = (
  child: ChildReference,
  before: ChildState,
  after: ChildState,
  now: Instant,
  on: Calendars
): ReadonlyArray<EscalationDifference> => {
  const named = (state: ChildState) => new Map(remindersOf(state, now, on).map((one) => [nameOf(one), one]))
  const [old, next] = [named(before), named(after)]
  return [...new Map([...old, ...next])].flatMap(
    ([name, { episodeId, stage }]): ReadonlyArray<EscalationDifference> => {
      const [from, to] = [old.get(name)?.at, next.get(name)?.at]
      if (from === to) return []
      const reminder = kindOf(stage)
      const words = `${child}, ${episodeId}: the reminder ${reminder} would move from ${timeWords(from)} to ${timeWords(to)}.`
      return [{ _tag: "ReminderMoved", child, episodeId, reminder, from, to, words }]
    }
  )
}

const climbWords = (reached: ReadonlyArray<RungReached>): string =>
  reached.length === 0
    ? "nobody"
    : reached
        .map(
          ({ rung: { who, by }, at }) =>
            `${rungWords[who]}${by === undefined ? "" : ` by ${by}`} at ${formatInstant(at)}`
        )
        .join(", ")

const ladderDifferences = (
  child: ChildReference,
  before: ChildState,
  after: ChildState,
  now: Instant,
  on: Calendars
): ReadonlyArray<EscalationDifference> => {
  const reachedIn = (state: ChildState) =>
    new Map(ladderOf(state, now, on).map((climb) => [climb.episode.id, climb.reached]))
  const [old, next] = [reachedIn(before), reachedIn(after)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((episodeId): ReadonlyArray<EscalationDifference> => {
    const [from, to] = [old.get(episodeId) ?? [], next.get(episodeId) ?? []]
    if (climbWords(from) === climbWords(to)) return []
    const words = `${child}, ${episodeId}: the alert would have climbed otherwise by now. Before, to ${climbWords(from)}. After, to ${climbWords(to)}.`
    return [{ _tag: "LadderClimbsOtherwise", child, episodeId, from, to, words }]
  })
}

/** @param before the child's state with the one policy on each episode, `after` with the other */
export const escalationDifferences = (
  child: ChildReference,
  before: ChildState,
  after: ChildState,
  now: Instant,
  on: Calendars
): ReadonlyArray<EscalationDifference> => [
  ...reminderDifferences(child, before, after, now, on),
  ...ladderDifferences(child, before, after, now, on)
]

const summaryWords = (digest: Digest | undefined): string =>
  digest === undefined ? "none" : `${digest.at} (${digest.until} at the latest)`

export const digestDifferences = (a: Policy, b: Policy): ReadonlyArray<DigestDifference> => {
  const [from, to] = [a.digest?.value, b.digest?.value]
  if (summaryWords(from) === summaryWords(to)) return []
  const words = `The morning summary would move from ${summaryWords(from)} to ${summaryWords(to)}, London time.`
  return [{ _tag: "DigestMoved", from, to, words }]
}
