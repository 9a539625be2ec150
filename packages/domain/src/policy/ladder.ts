/** The people told one after another while nobody answers an alert, frozen onto the episode with its policy. */
import * as Schema from "effect/Schema"
import { RiskGrade } from "../vocabulary/caseWords.ts"
import { closedList } from "../vocabulary/closedList.ts"
import { NotNegative, sourced } from "./sourced.ts"

/** Those who can stand on a rung: a person of the case, or everybody who holds a role. */
const list = closedList({
  worker: "the allocated worker",
  "missing-coordinator": "the Missing Co-ordinators",
  "team-manager": "the team managers",
  "head-of-service": "the head of service",
  "out-of-hours-duty": "the out-of-hours duty team"
})
export const rungWords = list.words
export const OnRung = list.schema
export type OnRung = typeof OnRung.Type

export const Rung = Schema.Struct({
  who: OnRung,
  /** The way outside the chat by which they are told; without one, in the chat. */
  by: Schema.optionalKey(Schema.Literals(["email", "sms"])),
  /** Minutes after the alert; 0 is with the alert itself. */
  afterMinutes: NotNegative,
  /** Whether the minutes run all the time or only while the office is open. */
  clock: Schema.Literals(["always", "working-hours"]),
  /** The grades of risk it is for; without one, every grade. */
  risks: Schema.optionalKey(Schema.NonEmptyArray(RiskGrade)),
  /** Passed over when it is reached while the office is open. */
  onlyOutOfHours: Schema.optionalKey(Schema.Boolean)
})
export type Rung = typeof Rung.Type

/** In the order in which they are told. */
export const Ladder = sourced(Schema.NonEmptyArray(Rung))
export type Ladder = typeof Ladder.Type
