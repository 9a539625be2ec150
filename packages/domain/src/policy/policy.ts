import { Schema } from "effect"

/**
 * Where a number comes from, beside the number. `verified` is true only when the text itself was seen; an
 * unverified number is a working choice that a person confirms before go-live.
 */
const sourced = <S extends Schema.Top>(value: S) =>
  Schema.Struct({ value, source: Schema.NonEmptyString, verified: Schema.Boolean })

const PositiveInt = Schema.Int.check(Schema.isGreaterThan(0))
const NotNegative = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** How the two clocks of the return home interview run. */
export const InterviewClocks = Schema.Struct({
  /** Elapsed hours from the return within which the interview should be carried out. */
  hours: sourced(PositiveInt),
  /** Working days after the day of return (day 0), to the end of the London day. */
  workingDays: sourced(PositiveInt),
  calendar: Schema.Literals(["england-and-wales"])
})

/** When people are reminded of an interview that is owed, in hours before the 72-hour deadline. */
export const Reminders = Schema.Struct({
  hoursBefore: sourced(Schema.NonEmptyArray(PositiveInt)),
  atBreach: Schema.Boolean
})

/** Repeat episodes: `count` or more whose `missingAt` falls in any `windowDays` rolling days. */
export const RepeatEpisodes = Schema.Struct({
  count: sourced(PositiveInt),
  windowDays: sourced(PositiveInt),
  level: Schema.Literals(["must", "consider"]),
  action: sourced(Schema.NonEmptyString),
  owner: Schema.NonEmptyString
})

/**
 * The rules one council works by, as data. The policy in force when an episode opens is frozen onto it, so that
 * a later edit cannot change a deadline somebody was given.
 */
export const Policy = Schema.Struct({
  id: Schema.NonEmptyString,
  title: Schema.NonEmptyString,
  /** First London day on which this policy governs new episodes, `YYYY-MM-DD`. */
  effectiveFrom: Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/)),
  interview: InterviewClocks,
  reminders: Reminders,
  repeatEpisodes: RepeatEpisodes,
  /** Minutes by which a reported time may lie ahead of our clock before it is refused as in the future. */
  futureToleranceMinutes: sourced(NotNegative)
})

export type Policy = typeof Policy.Type
