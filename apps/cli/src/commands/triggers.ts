import { calendars, type Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildReference } from "@safe-return/domain/pathway"
import type { ChildHistory } from "@safe-return/domain/risk"
import { type Firing, type TriggerContext, triggersFired, triggersNotKnown } from "@safe-return/domain/risk"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { choosePolicy } from "../input/choosePolicy.ts"
import { asOf, caseReferences, episodes } from "../input/episodeOptions.ts"
import { readHistories } from "../input/readHistories.ts"
import { firingAnswer, firingInWords } from "../output/firingAnswer.ts"
import { count, print, printJsonList, tell } from "../output/print.ts"
import { json, policy } from "./options.ts"

interface ChildFirings {
  readonly child: ChildReference
  readonly firings: ReadonlyArray<Firing>
}

const inWords = (fired: ReadonlyArray<ChildFirings>, now: Instant): string => {
  const number = fired.reduce((sum, { firings }) => sum + firings.length, 0)
  const children = fired.map(({ child, firings }) =>
    [child, ...firings.map((firing) => `  ${firingInWords(firing)}`)].join("\n")
  )
  return [`${count(number, "trigger")} met by ${londonDateTimeInFull(now)}`, ...children].join("\n")
}

const contextOf = ({ facts }: ChildHistory, now: Instant): TriggerContext => ({
  now,
  calendars,
  ...definedFields({ facts })
})

/** Rules that an episode table tells too little for: that they did not fire means nothing. */
const notJudged = (histories: ReadonlyArray<ChildHistory>, now: Instant): ReadonlyArray<string> => {
  const children = new Map<string, number>()
  for (const history of histories) {
    for (const { rule, needs } of triggersNotKnown(history.state, contextOf(history, now))) {
      const line = `${rule} could not be judged, not known: ${needs}`
      children.set(line, (children.get(line) ?? 0) + 1)
    }
  }
  return [...children].map(([line, number]) => `${line} (${number} of ${histories.length} children)`)
}

export const triggers = Command.make(
  "triggers",
  { episodes, policy, asOf, caseReferences, json },
  Effect.fn("triggers")(function* (given) {
    const chosen = yield* choosePolicy(given.policy)
    const { histories, now } = yield* readHistories({ ...given, policy: chosen, isSuppressed: false })
    const fired = histories.flatMap((history): ReadonlyArray<ChildFirings> => {
      const firings = triggersFired(history.state, contextOf(history, now))
      return firings.length === 0 ? [] : [{ child: history.child, firings }]
    })
    const notes = notJudged(histories, now)
    if (notes.length > 0) yield* tell(notes.join("\n"))
    yield* given.json
      ? printJsonList(fired.flatMap(({ child, firings }) => firings.map((firing) => firingAnswer(child, firing))))
      : print(inWords(fired, now))
  })
).pipe(
  Command.withDescription(
    "The risk triggers each child's episodes have met, with the evidence and where each number is from"
  ),
  Command.withExamples([
    { command: "safe-return triggers --episodes episodes.csv --policy derbyshire --as-of 2026-11-30T23:59:00Z" }
  ])
)
