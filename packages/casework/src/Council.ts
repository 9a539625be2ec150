import {
  type CalendarOverride,
  type Calendars,
  type CivilDay,
  calendars,
  formatCivilDay,
  Instant,
  londonDayOf,
  type OverrideRefusal,
  withOverrides
} from "@safe-return/domain/calendar"
import type { ReferencePattern, ReferencePatterns } from "@safe-return/domain/pathway"
import { type Policy, policyInForce } from "@safe-return/domain/policy"
import { Clock, Context, Effect, Layer, Option, Result } from "effect"

/** What is configured of a council. */
export interface CouncilSettings {
  /** The council, as people call it. */
  readonly authority: string
  /** The policy in force at the start. */
  readonly policy: Policy
  /** Every policy by its days, that one among them; absent where there is no other. */
  readonly policies?: ReadonlyArray<Policy>
  /** The forms of its references; absent where nothing is known of them, and any is taken that is no name. */
  readonly references?: ReferencePatterns
  /** The forms of the education system's references for children; absent where they are not known. */
  readonly educationReferences?: readonly [ReferencePattern, ...ReadonlyArray<ReferencePattern>]
  /** The days whose return of children missing education is prepared for: the council's word, and no law's. */
  readonly educationCensusDays?: ReadonlyArray<CivilDay>
  /** Where the records are kept, in words that hold no password. */
  readonly keptIn?: string
  /** The days it adds to its non-working days or strikes from its bank holidays. */
  readonly calendarOverrides?: ReadonlyArray<CalendarOverride>
}

/** Whose bot this is, and the rules that new episodes are opened under. */
export class Council extends Context.Service<
  Council,
  Omit<CouncilSettings, "policy" | "policies"> & {
    /** The policy under which an episode opens at this moment, and by which the council's day runs. */
    readonly policyAt: (at: Instant) => Policy
    /** With its own days in its nation's: what people are shown is counted on these, like what they are reminded of. */
    readonly calendars: Calendars
  }
>()("@safe-return/slack-bot/Council") {}

/** Where none is in force, the last that began stays, because an alert cannot wait for a policy. */
const policyFor = ({ policy, policies = [policy] }: CouncilSettings, at: Instant): Policy => {
  const day = londonDayOf(at)
  const date = formatCivilDay(day)
  return Option.getOrElse(policyInForce(policies, day), () => {
    const begun = policies.filter(({ effectiveFrom }) => effectiveFrom <= date)
    return begun.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1)).at(-1) ?? policy
  })
}

/** The policy by which the council's day runs now. */
export const policyNow = Effect.gen(function* () {
  const { policyAt } = yield* Council
  return policyAt(Instant(yield* Clock.currentTimeMillis))
})

/** The council of these settings, with the days that it works by. */
export const councilOn = (settings: CouncilSettings, calendars: Calendars): Council["Service"] => {
  const { policy: _, policies, ...rest } = settings
  return { ...rest, calendars, policyAt: (at) => policyFor(settings, at) }
}

/** Ours, with its own in the place of its nation's. */
const councilCalendars = ({
  policy,
  calendarOverrides = []
}: CouncilSettings): Result.Result<Calendars, OverrideRefusal> => {
  const nation = policy.interview.calendar.value
  return Result.map(withOverrides(calendars[nation], calendarOverrides), (own) => ({ ...calendars, [nation]: own }))
}

/** Does not start where the council's own days contradict the calendar. */
export const councilLayer = (settings: CouncilSettings): Layer.Layer<Council, OverrideRefusal> =>
  Layer.effect(
    Council,
    Effect.map(Effect.fromResult(councilCalendars(settings)), (own) => councilOn(settings, own))
  )
