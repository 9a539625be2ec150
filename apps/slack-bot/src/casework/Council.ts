import {
  type Calendar,
  type CalendarOverride,
  type Calendars,
  calendars,
  type OverrideRefusal,
  withOverrides
} from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { Context, Result } from "effect"

/** Whose bot this is, and the rules that new episodes are opened under. */
export class Council extends Context.Service<
  Council,
  {
    /** The council, as people call it. */
    readonly authority: string
    readonly policy: Policy
    /** Where the records are kept, in words that hold no password. */
    readonly keptIn?: string
    /** The days it adds to its non-working days or strikes from its bank holidays. */
    readonly calendarOverrides?: ReadonlyArray<CalendarOverride>
  }
>()("@safe-return/slack-bot/Council") {}

/** Ours, with its own in the place of its nation's. */
export const councilCalendars = (council: Council["Service"]): Result.Result<Calendars, OverrideRefusal> =>
  Result.map(councilCalendar(council), (own) => ({ ...calendars, [council.policy.interview.calendar]: own }))

/** The calendar its people work by: its nation's, with its own days. */
export const councilCalendar = ({
  policy,
  calendarOverrides = []
}: Council["Service"]): Result.Result<Calendar, OverrideRefusal> =>
  withOverrides(calendars[policy.interview.calendar], calendarOverrides)
