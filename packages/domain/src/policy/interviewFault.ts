import { nations } from "../calendar/publication.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"

/** Far more than any council's, and few enough to count at once. */
const MOST_HOURS = 100_000
const MOST_WORKING_DAYS = 1_000

const LONDON_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const isCount = (value: unknown, most: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most

/** What a reckoning reads of a policy, each with what it has to be. */
const numbers: ReadonlyArray<readonly [field: string, isRight: (value: unknown) => boolean, message: string]> = [
  ["hours", (value) => isCount(value, MOST_HOURS), `Give a whole number of hours, from 1 to ${MOST_HOURS}.`],
  [
    "workingDays",
    (value) => isCount(value, MOST_WORKING_DAYS),
    `Give a whole number of working days, from 1 to ${MOST_WORKING_DAYS}.`
  ],
  [
    "dayZero",
    (value) => value === "return-day" || value === "day-before-return",
    "Give return-day or day-before-return."
  ],
  [
    "cutoff",
    (value) => value === "end-of-day" || (typeof value === "string" && LONDON_TIME.test(value)),
    "Give end-of-day, or a time on a London clock as HH:MM, such as 17:00."
  ],
  [
    "calendar",
    (value) => nations.some((nation) => nation === value),
    `Give the nation whose bank holidays count: ${nations.join(", ")}.`
  ]
]

const givenIn = (sourced: unknown): unknown => (isRecord(sourced) ? sourced["value"] : undefined)

/** The first number or convention by which no clock can be counted; undefined where there is none. */
export const interviewFault = (policy: unknown): InputFault | undefined => {
  const interview = isRecord(policy) ? policy["interview"] : undefined
  if (!isRecord(interview)) {
    return inputFault(
      "policy",
      "This is no policy. Give one that comes with the library, or read your own with checkPolicy."
    )
  }
  const wrong = numbers.find(([field, isRight]) => !isRight(givenIn(interview[field])))
  return wrong === undefined ? undefined : inputFault(`policy.interview.${wrong[0]}.value`, wrong[2])
}
