/**
 * A scenario as data: what is done in the training workspace, step by step, and what must be seen after each.
 *
 * Synthetic by its shape: children and police reports are made-up references, people are the workspace's personas,
 * and there is no field for a name, a birth date or an address.
 */
import { parseCivilDay } from "@safe-return/domain/calendar"
import { CmeReason, GroundLetter } from "@safe-return/domain/education"
import { Option, Schema } from "effect"
import {
  ChannelName,
  MadeUpChild,
  MadeUpPoliceReference,
  MadeUpPupil,
  MadeUpReference,
  MadeUpSchoolReference,
  Persona
} from "./cast.ts"
import { LondonTime, When } from "./when.ts"

export const FORMAT = "safe-return-scenario"
export const VERSION = 1

const contactDetails = [/\S+@\S+\.\S+/, /\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b/, /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/]

/** Told to the player; anything like a real email address, telephone number or postcode is refused. */
const Prose = Schema.NonEmptyString.check(
  Schema.isMaxLength(600, { expected: "at most 600 characters" }),
  Schema.makeFilter((text) =>
    contactDetails.some((pattern) => pattern.test(text))
      ? "This looks like an email address, a telephone number or a postcode: a scenario is about nobody real"
      : undefined
  )
)
const Words = Schema.NonEmptyString.check(Schema.isMaxLength(300, { expected: "at most 300 characters" }))

const report = { policeReference: MadeUpPoliceReference, child: MadeUpChild }

/** By kind. */
export const notifyShapes = {
  missing: Schema.Struct({
    kind: Schema.Literal("missing"),
    ...report,
    absence: Schema.Literals(["missing", "away"]),
    missingFrom: Schema.Literals(["home", "care"]),
    risk: Schema.Literals(["no-apparent", "low", "medium", "high", "not-graded"]),
    missingAt: When,
    reportedAt: When
  }),
  found: Schema.Struct({ kind: Schema.Literal("found"), ...report, foundAt: When }),
  returned: Schema.Struct({ kind: Schema.Literal("returned"), ...report, returnedAt: When }),
  cancelled: Schema.Struct({
    kind: Schema.Literal("cancelled"),
    ...report,
    reason: Schema.Literals(["reported in error", "duplicate report"])
  })
}
export const Notify = Schema.Union(Object.values(notifyShapes))
export type Notify = typeof Notify.Type

const Day = Schema.String.check(
  Schema.makeFilter((text) => (Option.isSome(parseCivilDay(text)) ? undefined : "Give a day such as 2026-09-01"))
)

/** What a school sends to the council's intake. */
export const SchoolSends = Schema.Struct({
  kind: Schema.Literals(["deletion", "ten-day-absence", "referral"]),
  schoolReference: MadeUpSchoolReference,
  child: MadeUpPupil,
  ground: Schema.optionalKey(GroundLetter),
  from: Day,
  to: Schema.optionalKey(Day),
  reason: Schema.optionalKey(CmeReason)
})
export type SchoolSends = typeof SchoolSends.Type

/** Where a button is: by default on the child's newest card that has it; else on the newest message that has it. */
const buttonPlaces = ["card", "channel", "thread", "direct", "reply", "form", "home"] as const

/** What a person does, by its first word; buttons, fields and choices go by their labels. */
export const doesShapes = {
  notify: Schema.Struct({ notify: Notify }),
  type: Schema.Struct({
    type: Words.check(Schema.isPattern(/^\/\S/, { expected: "a slash command" })),
    in: Schema.optionalKey(ChannelName)
  }),
  click: Schema.Struct({
    click: Words,
    about: Schema.optionalKey(MadeUpReference),
    on: Schema.optionalKey(Schema.Literals(buttonPlaces))
  }),
  /** One answer a field, several choices as a list; `Reason [2]` is the second field of that label. */
  fill: Schema.Struct({
    fill: Schema.Record(Words, Schema.Union([Words, Schema.Array(Words)])),
    press: Words
  }),
  shortcut: Schema.Struct({ shortcut: Words }),
  close: Schema.Struct({ close: Schema.Literal("form") }),
  school: Schema.Struct({ school: SchoolSends }),
  slack: Schema.Struct({ slack: Schema.Literals(["goes down", "comes back"]) })
}
export const Does = Schema.Union(Object.values(doesShapes))
export type Does = typeof Does.Type

const Times = Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 50 })))

/** What must now be seen, by its first word. `times` counts the messages that say so; without it one is enough. */
export const seesShapes = {
  card: Schema.Struct({ card: MadeUpReference, says: Words, times: Times }),
  thread: Schema.Struct({ thread: MadeUpReference, says: Words, times: Times }),
  channel: Schema.Struct({ channel: ChannelName, says: Words, times: Times }),
  direct: Schema.Struct({ direct: Persona, says: Words, times: Times }),
  /** Only visible to the person who acted, and said since this step began. */
  reply: Schema.Struct({ reply: Words }),
  form: Schema.Struct({ form: Words }),
  noForm: Schema.Struct({ noForm: Schema.Literal(true) }),
  /** What is written beside a field of the form as wrong with it. */
  field: Schema.Struct({ field: Words, error: Words }),
  home: Schema.Struct({ home: Persona, says: Words }),
  /** The intake's answer to the notification or the school's return of this step. */
  intake: Schema.Struct({ intake: Schema.Literals(["accepted", "already received", "refused"]) }),
  /** No new message anywhere. */
  nothing: Schema.Struct({ nothing: Schema.Literal("new") })
}
export const Sees = Schema.Union(Object.values(seesShapes))
export type Sees = typeof Sees.Type

export const Step = Schema.Struct({
  /** When, from the time of the step before: the clock is moved there first. */
  at: Schema.optionalKey(When),
  /** What happens here and why it matters, for the player. */
  tell: Prose,
  who: Persona,
  /** Left out where only time passes. */
  does: Schema.optionalKey(Does),
  sees: Schema.Array(Sees)
})
export type Step = typeof Step.Type

export const Scenario = Schema.Struct({
  format: Schema.Literal(FORMAT),
  version: Schema.Literal(VERSION),
  id: Schema.String.check(
    Schema.isPattern(/^[a-z0-9][a-z0-9-]{2,59}$/, { expected: "3 to 60 small letters, digits and hyphens" })
  ),
  title: Prose,
  why: Prose,
  opensAt: LondonTime,
  /** Nobody, or the year of synthetic children the training workspace begins with. */
  caseload: Schema.Literals(["empty", "a-year"]),
  steps: Schema.NonEmptyArray(Step)
})
export type Scenario = typeof Scenario.Type
