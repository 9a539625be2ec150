/** What people on the duty rota are told: of each duty some days before it, and that it was taken off. */
import { addHours, Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { Duty, DutyRota } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { earliest } from "../look/earliest.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import type { Roster } from "../recipients/Roster.ts"
import { type HandOverFacts, keptTrueFrom } from "./handOversOwed.ts"
import { type OwedMessage, once } from "./OwedMessage.ts"

const HOURS_A_DAY = 24

export interface DutyFacts extends Pick<HandOverFacts, "now" | "actedOnDays"> {
  readonly rota: DutyRota
  /** Who holds the role by the settings: others on the rota are told nothing as duty. */
  readonly named: ReadonlyArray<PersonId>
  readonly there: Roster
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  /** How many days before it begins a duty is told of. */
  readonly daysBefore: number
}

type Span = Omit<Duty, "id">

const saidFrom = ({ from }: Span, daysBefore: number): Instant => addHours(from, -daysBefore * HOURS_A_DAY)

const spanOf = ({ from, until }: Span): string => `${from}:${until}`

const keyOf = (duty: Duty): MessageKey => `duty-given:${duty.id}:${spanOf(duty)}:${duty.person}`
const offKeyOf = (duty: Duty): MessageKey => `duty-off:${duty.id}:${spanOf(duty)}:${duty.person}`

const to = (key: MessageKey, { person }: Span, message: Parameters<typeof once>[2]): OwedMessage => ({
  ...once(key, { _tag: "Person", person }, message, "task"),
  keptCurrent: true
})

/** The duties that people were told of, by the keys of what was sent. */
const dutiesTold = (facts: DutyFacts): ReadonlyArray<Duty> => {
  const since = keptTrueFrom(facts)
  return [...facts.delivered.values()].flatMap((delivery) => {
    const [kind, id, from, until, person] = delivery.key.split(":")
    if (kind !== "duty-given" || delivery._tag !== "Sent" || londonDayOf(delivery.sentAt) < since) return []
    if (id === undefined || person === undefined) return []
    return [{ id, person: PersonId.make(person), from: Instant(Number(from)), until: Instant(Number(until)) }]
  })
}

export const dutyMessages = (facts: DutyFacts): ReadonlyArray<OwedMessage> => {
  const { rota, named, there, now, daysBefore } = facts
  const toCome = rota.duties.filter(({ until }) => until > now)
  const soon = toCome.filter(
    (duty) => saidFrom(duty, daysBefore) <= now && named.includes(duty.person) && there.canBeTold(duty.person)
  )
  const keys = new Set<string>(soon.map(keyOf))
  const given = soon.map(({ from, until, ...duty }) =>
    to(keyOf({ from, until, ...duty }), { from, until, ...duty }, () => ({ _tag: "DutyGiven", from, until }))
  )
  const over = dutiesTold(facts).flatMap((duty): ReadonlyArray<OwedMessage> => {
    if (keys.has(keyOf(duty))) return []
    const { from, until } = duty
    const isOnRota = rota.duties.some(({ id }) => id === duty.id)
    const because = isOnRota && until <= now ? ("over" as const) : ("taken off" as const)
    const ended = to(keyOf(duty), duty, () => ({ _tag: "DutyOff", from, until, because }))
    // A message that changes rings nowhere, and they may still come.
    const isNews = !isOnRota && (until > now || facts.delivered.has(offKeyOf(duty))) && there.canBeTold(duty.person)
    return isNews ? [ended, to(offKeyOf(duty), duty, () => ({ _tag: "DutyOff", from, until, because }))] : [ended]
  })
  return [...given, ...over]
}

/** When time alone next brings a duty that is told of, or ends one. */
export const nextDutyAt = (
  { duties }: Pick<DutyRota, "duties">,
  daysBefore: number,
  now: Instant
): Instant | undefined =>
  earliest(duties.flatMap((duty) => [saidFrom(duty, daysBefore), duty.until]).filter((at) => at > now))
