import type { CivilDay } from "@safe-return/domain/calendar"
import {
  type CmeCaseRow,
  censusGapsOf,
  censusMovesOf,
  censusReturnOf,
  compareReturns
} from "@safe-return/domain/education"
import { badInput } from "@safe-return/exchange/reading"
import { type Reconciliation, reconciliationOf, writeQuestions } from "@safe-return/report"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { dayIn } from "../../input/dayOption.ts"
import { caseReferences } from "../../input/episodeOptions.ts"
import { cases, readCases } from "../../input/readCases.ts"
import { type LastReturn, last, readLastReturn } from "../../input/readLastReturn.ts"
import { reconciliationAnswer, reconciliationInWords } from "../../output/reconciliationAnswer.ts"
import { out, writeContent } from "../../output/writeOut.ts"
import { json } from "../options.ts"
import { formatAmong } from "../reportFormat.ts"
import { censusDay } from "./return.ts"

const previous = Flag.String("previous").pipe(
  Flag.withDescription("The census day before, such as 2026-05-21: say what changed since"),
  Flag.optional
)

const notEarlier = badInput({
  field: "--previous",
  message: "This is not before the census day. Give the day of the return before it."
})

const format = Flag.Literals("format", ["json", "html"]).pipe(
  Flag.withDescription("json: for scripts; html: a page to go through before the return is sent (default: text)"),
  Flag.optional
)

const twoInputs = badInput({
  field: "--last",
  message: "Standard input is read once. Name a file for the return before it."
})

const besideLast = (
  rows: ReadonlyArray<CmeCaseRow>,
  day: CivilDay,
  { day: lastDay, census, rows: sent }: LastReturn
): NonNullable<Reconciliation["last"]> => ({
  day: lastDay,
  compared: compareReturns(census, censusReturnOf(rows, day)),
  ...(sent === undefined ? {} : { moves: censusMovesOf(sent, rows, { lastDay, day }) })
})

const writtenAs = (chosen: "json" | "html" | undefined, found: Reconciliation): Effect.Effect<string | Uint8Array> => {
  if (chosen === "html") return Effect.promise(() => writeQuestions(reconciliationOf(found), "html"))
  return Effect.succeed(
    `${chosen === "json" ? JSON.stringify(reconciliationAnswer(found), null, 2) : reconciliationInWords(found)}\n`
  )
}

export const censusGaps = Command.make(
  "gaps",
  { cases, censusDay, previous, last, format, out, caseReferences, json },
  Effect.fn("cmeGaps")(function* (given) {
    const chosen = yield* formatAmong(given)
    const day = yield* dayIn("--census-day", given.censusDay)
    const named = Option.isNone(given.previous) ? undefined : yield* dayIn("--previous", given.previous.value)
    if (Option.contains(given.last, "-")) return yield* twoInputs
    const before = Option.isNone(given.last)
      ? undefined
      : yield* readLastReturn({ ...given, file: given.last.value, previous: named })
    const since = before?.day ?? named
    if (since !== undefined && since >= day) return yield* notEarlier
    const lines = yield* readCases({ ...given, day, isSuppressed: false })
    const rows = lines.map(({ row }) => row)
    const found: Reconciliation = {
      gaps: censusGapsOf(rows, day, since),
      ...(before === undefined ? {} : { last: besideLast(rows, day, before) })
    }
    yield* writeContent(yield* writtenAs(chosen, found), given.out)
  })
).pipe(
  Command.withDescription(
    "What to ask for before a return is sent: open cases without a start, a reason, a sex or a year group, case by case"
  ),
  Command.withExamples([
    { command: "safe-return cme gaps --cases cases.csv --census-day 2026-10-01", description: "For people" },
    {
      command: "safe-return cme gaps --cases cases.csv --census-day 2026-10-01 --previous 2026-05-21 --json",
      description: "For scripts, with what changed since the return before"
    },
    {
      command:
        "safe-return cme gaps --cases cases.csv --census-day 2026-10-01 --last may.csv --previous 2026-05-21 --format html --out before.html",
      description: "A page: what is missing, what changed case by case, and the totals beside one another"
    }
  ])
)
