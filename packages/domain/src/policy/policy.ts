import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Nation } from "../calendar/nation.ts"
import { CouncilWording } from "./councilWording.ts"
import { DecisionLadder } from "./decisionLadder.ts"
import { Ladder } from "./ladder.ts"
import { MessageTimes } from "./messageTimes.ts"
import { PolicySource } from "./policySource.ts"
import { Reminders } from "./reminders.ts"
import { ScorecardRules } from "./scorecardRules.ts"
import { ReportsUsed } from "./senderWords.ts"
import { ShownFact } from "./shownFacts.ts"
import { convention, NotNegative, PositiveInt, sourced } from "./sourced.ts"
import { AnyTriggerSetting } from "./triggers.ts"
import { TimeOfDay, WorkingHours } from "./workingHours.ts"

/** When the morning summary goes out by a London clock, and until when it may still go out late. */
export const Digest = Schema.Struct({ at: TimeOfDay, until: TimeOfDay })
export type Digest = typeof Digest.Type

/** A time on a London clock, `HH:MM`. */
const LondonTime = Schema.String.pipe(
  Schema.refine((text): text is `${string}:${string}` => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text), {
    expected: "end-of-day, or a time on a London clock such as 17:00"
  })
)

/**
 * How the two clocks of the return home interview run.
 *
 * No source says how "3 working days" is counted, so that each convention says whose reading it is. An episode
 * recorded before they were written down was counted by the first of each.
 */
export const InterviewClocks = Schema.Struct({
  /** Elapsed hours from the anchor within which the interview should be carried out. */
  hours: sourced(PositiveInt),
  /** Working days after day zero, to the cut-off of the last. */
  workingDays: sourced(PositiveInt),
  /** What starts both clocks: the return, the finding, or the later of the return and the council being told. */
  anchor: convention(Schema.Literals(["returned", "found", "notified"])).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("returned" as const))
  ),
  /** The day not counted: the London day of the anchor, or the day before it, so that the day itself can be day 1. */
  dayZero: convention(Schema.Literals(["return-day", "day-before-return"])).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("return-day" as const))
  ),
  /** When the last working day stops counting: at its end, or at a time on a London clock such as 17:00. */
  cutoff: convention(Schema.Union([Schema.Literal("end-of-day"), LondonTime])).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("end-of-day" as const))
  ),
  /** The nation whose bank holidays are not working days. */
  calendar: convention(Nation),
  /** What is in time: the interview held, or offered. No rate of a scorecard looks at it. */
  measure: convention(Schema.Literals(["held", "offered"])).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("held" as const))
  )
})

/** The one repeat rule of policies in older journals: `count` or more in any `windowDays` rolling days. */
export const RepeatEpisodes = Schema.Struct({
  count: sourced(PositiveInt),
  windowDays: sourced(PositiveInt),
  level: Schema.Literals(["must", "consider"]),
  action: sourced(Schema.NonEmptyString),
  owner: Schema.NonEmptyString
})

const CivilDate = Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}-\d{2}$/, { expected: "a day such as 2026-12-01" }))

/** The rules of one council, frozen onto each episode so that a later edit changes no deadline. */
export const Policy = Schema.Struct({
  id: Schema.NonEmptyString,
  title: Schema.NonEmptyString,
  /** First London day on which this policy governs new episodes, `YYYY-MM-DD`. */
  effectiveFrom: CivilDate,
  /** Last London day on which it governs new episodes; without one, until another pack takes over. */
  effectiveTo: Schema.optionalKey(CivilDate),
  interview: InterviewClocks,
  reminders: Reminders,
  /** The people an alert climbs to while nobody acknowledges it; without one, nobody is asked to acknowledge. */
  ladder: Schema.optionalKey(Ladder),
  /** The people who hear that nobody has decided on a trigger; without one, only those who decide are told. */
  decisionLadder: Schema.optionalKey(DecisionLadder),
  /** Read only where there are no `triggers`. */
  repeatEpisodes: Schema.optionalKey(RepeatEpisodes),
  triggers: Schema.optionalKey(Schema.Array(AnyTriggerSetting)),
  /** For what is counted in working hours, or held until the office opens. */
  workingHours: Schema.optionalKey(sourced(WorkingHours)),
  /** The morning summary to the team and its managers; without it none is sent. */
  digest: Schema.optionalKey(sourced(Digest)),
  /** Days during which an interviewer may see what is held of the child; without it, until the record ends. */
  revealDays: Schema.optionalKey(sourced(PositiveInt)),
  /** Minutes by which a reported time may lie ahead of our clock before it is refused as in the future. */
  futureToleranceMinutes: sourced(NotNegative),
  /** For how long people are told of what happened; without it, the usual times. */
  messageTimes: Schema.optionalKey(MessageTimes),
  /** What messages show of where a child is missing from and of answers; without it, neither. */
  shownFacts: Schema.optionalKey(sourced(Schema.Array(ShownFact))),
  /** How a scorecard shows what it counted; without it, the usual way. */
  scorecard: Schema.optionalKey(ScorecardRules),
  /** What notifications may say of an absence and its risk. */
  reports: Schema.optionalKey(ReportsUsed),
  /** What messages, forms and pages call the council's roles and teams; without it, as Rotherham does. */
  wording: Schema.optionalKey(CouncilWording),
  /** What the numbers rest on, each with the day it was last checked. */
  sources: Schema.optionalKey(Schema.Array(PolicySource)),
  /** Months after which a check of a source is old. */
  sourceCheckMonths: Schema.optionalKey(sourced(PositiveInt))
})

type PolicyFields = typeof Policy.Type

/** See the schema of the same name. An interface, so that a signature says `Policy` and not everything in it. */
export interface Policy extends PolicyFields {}
