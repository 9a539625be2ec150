/** An alert that has come to everybody on its ladder and that nobody answers rings again, until a person does. */
import { Instant } from "@safe-return/domain/calendar"
import type { Climb } from "@safe-return/domain/escalation"
import type { Episode, PersonId } from "@safe-return/domain/pathway"
import { messageTimesOf } from "@safe-return/domain/policy"
import { earliest } from "../look/earliest.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { hasAnswered } from "./acknowledgement.ts"
import { climbsOf } from "./alertClimbs.ts"
import { alertFacts } from "./alertFacts.ts"
import { ladderKey } from "./alertReach.ts"
import { alertStandingOf } from "./alertStanding.ts"
import { alertUrgency, type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { peopleOn } from "./rungRecipients.ts"

const MILLISECONDS_A_MINUTE = 60_000

interface Repeats {
  /** When the last rung was told. */
  readonly top: Instant
  readonly every: number
  /** How often it rang again by now. */
  readonly times: number
}

const everyOf = ({ policy }: Episode): number => messageTimesOf(policy).askedAgainMinutes.value * MILLISECONDS_A_MINUTE

/** When the last rung was told, or the alert itself where it has no rung. */
const topOf = ({ alert, reached }: Climb): Instant => Instant(Math.max(alert.at, ...reached.map(({ at }) => at)))

/** Undefined while it climbs on, and once a person has answered. */
const repeatsOf = ({ now }: CaseSnapshot, climb: Climb): Repeats | undefined => {
  const { episode, alert, reached, stoppedAt, next } = climb
  const isOpen = stoppedAt === undefined && next === undefined && alert.acknowledgements.length === 0
  if (!isOpen || reached.length === 0) return undefined
  const top = topOf(climb)
  const every = everyOf(episode)
  return { top, every, times: Math.max(0, Math.floor((now - top) / every)) }
}

const readersOf = (snapshot: CaseSnapshot, { episode, reached }: Climb): ReadonlyArray<PersonId> => [
  ...new Set(reached.flatMap(({ rung }) => (rung.by === undefined ? peopleOn(snapshot, episode, rung) : [])))
]

/**
 * The newest to everybody who was told, and what was sent before: of those the newest alone stands.
 *
 * Named by how often, and not by when: a moment is read by a clock that may be put right at every look.
 */
export const alertsAskedAgain = (snapshot: CaseSnapshot, climb: Climb): ReadonlyArray<OwedMessage> => {
  const { episode, alert } = climb
  const start: MessageKey = `${ladderKey(episode, alert.number)}:again-`
  const timesIn = (key: string): number => Number(key.slice(start.length).split(":")[0])
  const repeats = repeatsOf(snapshot, climb)
  const readers = readersOf(snapshot, climb)
  const now =
    repeats === undefined || repeats.times === 0
      ? []
      : readers.map((reader) => ({ key: `${start}${repeats.times}:${reader}` as const, reader }))
  const before = [...snapshot.delivered.values()].flatMap((delivery) => {
    const reader = delivery.key.startsWith(start) ? recipientOf(delivery) : undefined
    const isTheirs = reader !== undefined && (readers.includes(reader) || hasAnswered(episode, reader))
    return isTheirs ? [{ key: delivery.key as MessageKey, reader }] : []
  })
  // Those before the last that was sent have ended, and stay so.
  const last = Map.groupBy(before, ({ reader }) => reader)
  const newest = [...last.values()].flatMap((sent) =>
    sent.toSorted((a, b) => timesIn(a.key) - timesIn(b.key)).slice(-1)
  )
  const each = new Map([...newest, ...now].map((one) => [one.key, one.reader]))
  const top = topOf(climb)
  return [...each].map(([key, reader]) => {
    const times = timesIn(key)
    return {
      ...once(
        key,
        { _tag: "Person", person: reader },
        () => {
          const told = alertStandingOf(snapshot, episode)?.told ?? []
          const others = told.map((rung) => ({ ...rung, people: rung.people.filter((person) => person !== reader) }))
          const before = others.filter(({ people }, place) => people.length > 0 || told[place]?.people.length === 0)
          return { _tag: "EscalationAlert", ...alertFacts(snapshot, episode), before, reader, isAgain: true }
        },
        alertUrgency(episode),
        Instant(top + times * everyOf(episode))
      ),
      keptCurrent: true
    }
  })
}

/** When an alert of this child next rings again by time alone. */
export const nextAskedAgainAt = (snapshot: CaseSnapshot): Instant | undefined =>
  earliest(
    climbsOf(snapshot).map((climb) => {
      const repeats = repeatsOf(snapshot, climb)
      return repeats && Instant(repeats.top + (repeats.times + 1) * repeats.every)
    })
  )
