/** That nobody is on the rota of the duty soon: said before it comes, to those who can put it right. */
import { opening, whoMay } from "@safe-return/casework"
import { addHours, type Calendar, type Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import { type Availability, actingFor, type Duty, type DutyRota, dutyGaps } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { messageTimesOf, type Policy } from "@safe-return/domain/policy"
import { datesSeenFrom } from "@safe-return/wording"
import { Effect } from "effect"
import { Incidents } from "../incidents/Incidents.ts"

const HOURS_A_DAY = 24

const PLACE = "duty rota"

export interface RotaFacts {
  readonly rota: DutyRota
  readonly availability: ReadonlyMap<PersonId, Availability>
  /** Who holds the role by the settings: others on the rota are told nothing. */
  readonly named: ReadonlyArray<PersonId>
  readonly policy: Policy
  readonly calendar: Calendar
  readonly now: Instant
}

/** Whether a person acts on this duty, from its first day that is to come: themselves or their cover. */
const isThere =
  ({ availability, named, now }: Omit<RotaFacts, "rota" | "policy" | "calendar">) =>
  ({ person, from }: Duty): boolean => {
    const day = startOfLondonDay(londonDayOf(from > now ? from : now))
    return named.includes(person) && actingFor(person, day, (one) => availability.get(one))._tag !== "Nobody"
  }

/** Until when a gap is said before it comes. */
const soonUntil = ({ now, policy }: Pick<RotaFacts, "now" | "policy">): Instant =>
  addHours(now, messageTimesOf(policy).rotaDays.value * HOURS_A_DAY)

/** The times soon in which nobody would be on duty; none where no rota is kept. */
export const rotaGaps = (facts: RotaFacts): ReturnType<typeof dutyGaps> => {
  const { rota, policy, calendar, now } = facts
  if (rota.version === 0) return []
  const hours = policy.workingHours?.value
  const asked = { from: now, until: soonUntil(facts), calendar, isThere: isThere(facts) }
  return dutyGaps(rota, hours === undefined ? asked : { ...asked, hours })
}

/** The duties soon of people who are away then, with nobody acting for them. */
export const dutiesOfAbsent = (facts: RotaFacts): ReadonlyArray<Duty> =>
  facts.rota.duties.filter((duty) => duty.until > facts.now && duty.from < soonUntil(facts) && !isThere(facts)(duty))

export const tellOfRotaGaps = Effect.fn("tellOfRotaGaps")(function* (facts: RotaFacts) {
  const incidents = yield* Incidents
  const [gap] = rotaGaps(facts)
  if (gap === undefined) return yield* incidents.end("role-empty", "A person is on duty at all times soon.", PLACE)
  const [absent] = dutiesOfAbsent(facts)
  const why = absent === undefined ? "" : " A person on it is away then and nobody covers, or holds the role no more."
  const { dateTime } = datesSeenFrom(gap.from)
  const what = `From ${dateTime(gap.from)} to ${dateTime(gap.until)} nobody is on the rota of the out-of-hours duty.${why} Everybody who is set up as duty is told meanwhile.`
  const remedy = `${opening(whoMay("keep-duty-rota"))} adds a duty on their Home tab, under Team.`
  yield* incidents.raise({ kind: "role-empty", place: PLACE, what, remedy, duty: { sentence: `${what} ${remedy}` } })
})
