import {
  type CalendarOverride,
  type Calendars,
  calendars,
  type OverrideRefusal,
  withOverrides
} from "@safe-return/domain/calendar"
import type { ReferencePatterns } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { Context, Effect, Layer, Result } from "effect"

/** What is configured of a council. */
export interface CouncilSettings {
  /** The council, as people call it. */
  readonly authority: string
  readonly policy: Policy
  /** The forms of its references; absent where nothing is known of them, and any is taken that is no name. */
  readonly references?: ReferencePatterns
  /** Where the records are kept, in words that hold no password. */
  readonly keptIn?: string
  /** The days it adds to its non-working days or strikes from its bank holidays. */
  readonly calendarOverrides?: ReadonlyArray<CalendarOverride>
}

/** Whose bot this is, and the rules that new episodes are opened under. */
export class Council extends Context.Service<
  Council,
  CouncilSettings & {
    /** With its own days in its nation's: what people are shown is counted on these, like what they are reminded of. */
    readonly calendars: Calendars
  }
>()("@safe-return/slack-bot/Council") {}

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
    Effect.map(Effect.fromResult(councilCalendars(settings)), (own) => ({ ...settings, calendars: own }))
  )
