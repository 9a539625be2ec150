import { type CivilDay, formatCivilDay, londonDayOf } from "@safe-return/domain/calendar"
import { defaultRetention, RetentionPolicy } from "@safe-return/domain/retention"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { readJson } from "../../input/readJson.ts"
import { count, print, printJson } from "../../output/print.ts"
import {
  byCohort,
  type CohortName,
  cohortNames,
  type RetentionLine,
  retentionLines,
  type StaffAbsences,
  staffAbsences,
  untilOf
} from "../../records/retentionReport.ts"
import { json } from "../options.ts"
import { council, dataOrDatabase, keyFile, momentFrom } from "./options.ts"
import { asker, audited, by, now, withRecords } from "./records.ts"

/** The council's own retention rules; what comes with us when none are named. */
const chooseRetention = (name: Option.Option<string>) =>
  Option.match(name, {
    onNone: () => Effect.succeed(defaultRetention),
    onSome: (file) => readJson(file, RetentionPolicy)
  })

const asOf = Flag.String("as-of").pipe(
  Flag.withDescription("The moment to look from, with an offset (default: now)"),
  Flag.optional
)

const policy = Flag.String("policy").pipe(
  Flag.withDescription("The council's own retention rules, as JSON (default: what comes with us)"),
  Flag.optional
)

const reachedAnswer = (line: RetentionLine) => {
  const until = untilOf(line)
  return { child: line.child, keptUntil: until === undefined ? null : formatCivilDay(until), underHold: line.isHeld }
}

const noDate = (line: RetentionLine): string => {
  switch (line.retention._tag) {
    case "NoRule":
      return "no-rule"
    case "NotKnown":
      return `${line.retention.wanting}-not-known`
    case "KeptUntil":
      return ""
  }
}

interface Found {
  readonly cohorts: ReturnType<typeof byCohort>
  readonly staff: StaffAbsences
}

const answer = ({ cohorts, staff }: Found, rules: RetentionPolicy, day: CivilDay) => ({
  asOf: formatCivilDay(day),
  policy: rules.id,
  staffAbsences: {
    rule: { from: "last-day", days: staff.rule.value, source: staff.rule.source, verified: staff.rule.verified },
    people: staff.people,
    past: staff.past
  },
  cohorts: cohorts.map(({ cohort, children, reached, withoutDate }) => {
    const rule = cohort === "unknown" ? undefined : rules.rules[cohort]
    return {
      cohort,
      children,
      rule:
        rule === undefined
          ? null
          : { from: rule.from, years: rule.years.value, source: rule.years.source, verified: rule.years.verified },
      reached: reached.map(reachedAnswer),
      withoutDate: withoutDate.map((line) => ({ child: line.child, because: noDate(line) }))
    }
  })
})

const fromWords = { birth: "the birth", "last-recorded": "the day something was last recorded" } as const

const ruleInWords = (rules: RetentionPolicy, cohort: CohortName): ReadonlyArray<string> => {
  const rule = cohort === "unknown" ? undefined : rules.rules[cohort]
  if (cohort === "unknown") return ["  The profile has no case status, and no episode was from care."]
  if (rule === undefined) return ["  No rule: kept until the council decides."]
  const { value, source, verified } = rule.years
  return [
    `  Kept for ${count(value, "year")} from ${fromWords[rule.from]}${verified ? "" : " [not confirmed]"}. Source: ${source}.`
  ]
}

const reachedInWords = (line: RetentionLine): string => {
  const until = untilOf(line)
  return `  ${line.child}: kept to ${until === undefined ? "" : londonDayInFull(until)}${line.isHeld ? "; under a legal hold" : ""}`
}

const staffInWords = ({ rule, people, past }: StaffAbsences): ReadonlyArray<string> => [
  `People who work here: ${count(people, "person", "people")} with leave or sickness on record, ${count(past, "time", "times")} past the date`,
  `  Why is let go of on the day after, the time itself after ${count(rule.value, "day")}${rule.verified ? "" : " [not confirmed]"}. Source: ${rule.source}.`,
  ...(past === 0 ? [] : ["  The bot lets go of it by itself: it has not run since."])
]

const inWords = ({ cohorts, staff }: Found, rules: RetentionPolicy, day: CivilDay): string =>
  [
    `Retention on ${londonDayInFull(day)} by "${rules.title}" (${rules.id}). Nothing is erased by this.`,
    ...cohorts.flatMap(({ cohort, children, reached, withoutDate }) => [
      `${cohortNames[cohort]}: ${count(children, "child", "children")}, ${reached.length} past their date, ${withoutDate.length} without one`,
      ...ruleInWords(rules, cohort),
      ...reached.map(reachedInWords)
    ]),
    ...staffInWords(staff),
    "A child who has died is kept by another rule: a death is not recorded here, so look in the case system."
  ].join("\n")

export const retention = Command.make(
  "retention",
  { asOf, policy, by, data: dataOrDatabase, council, keyFile, json },
  Effect.fn("retention")(function* (given) {
    const who = yield* asker(given.by)
    const moment = Option.match(given.asOf, { onNone: () => now, onSome: (text) => momentFrom(text, "--as-of") })
    const day = londonDayOf(yield* moment)
    const rules = yield* chooseRetention(given.policy)
    const found = yield* withRecords(given)(
      Effect.gen(function* () {
        yield* audited({ act: "report-retention", by: who }, Effect.void)
        const cohorts = byCohort(yield* retentionLines(rules), day)
        return { cohorts, staff: yield* staffAbsences(rules, day) }
      })
    )
    yield* given.json ? printJson(answer(found, rules, day)) : print(inWords(found, rules, day))
  })
).pipe(
  Command.withDescription("Whose records have reached the end of their time, by cohort; nothing is erased"),
  Command.withExamples([{ command: "safe-return journal retention --as-of 2027-01-01T00:00:00Z --json" }])
)
