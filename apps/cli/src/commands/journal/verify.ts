import { type Inspection, inspectJournal } from "@safe-return/journal"
import { Data, Effect } from "effect"
import { Command } from "effect/cli"
import { print, printJson } from "../../output/print.ts"
import { showProgress } from "../../output/progress.ts"
import { count } from "../../output/wording.ts"
import { json } from "../options.ts"
import { keyFile, sealingOf } from "./key.ts"
import { data } from "./options.ts"

/** Something in the journal is not as it was written. What, has been printed. */
export class JournalDamaged extends Data.TaggedError("JournalDamaged")<{ readonly faults: number }> {
  override get message(): string {
    return `${count(this.faults, "fault")} in the journal. Nothing was changed. Look at what is named, and compare it with a backup.`
  }
}

export const whatItHolds = ({ events, children, documents, position }: Inspection): string =>
  `${count(events, "event")} of ${count(children, "child", "children")} in ${count(documents, "document")}, up to position ${position}`

const inWords = (inspection: Inspection): string =>
  [
    `${whatItHolds(inspection)}: ${inspection.faults.length === 0 ? "whole" : "NOT as it was written"}.`,
    ...inspection.faults.flatMap(({ document, reason, previous }) => [
      `  ${document}: ${reason}`,
      ...(previous === undefined ? [] : [`    The text before its last write: ${previous}`])
    ]),
    ...(inspection.ahead.length === 0
      ? []
      : [
          `${count(inspection.ahead.length, "document")} written just before the process stopped, or just now: ${inspection.ahead.join(", ")}`
        ]),
    ...(inspection.unchecked === 0
      ? []
      : [`${count(inspection.unchecked, "document")} of the first format, without checksums until the next write.`])
  ].join("\n")

export const verify = Command.make(
  "verify",
  { data, keyFile, json },
  Effect.fn("verify")(function* (given) {
    const sealing = yield* sealingOf(given.keyFile)
    const inspection = yield* inspectJournal(given.data, sealing, yield* showProgress("verifying"))
    yield* given.json ? printJson(inspection) : print(inWords(inspection))
    if (inspection.faults.length > 0) return yield* new JournalDamaged({ faults: inspection.faults.length })
  })
).pipe(
  Command.withDescription("Whether every record is as it was written; what is not is named, and nothing is changed"),
  Command.withExamples([{ command: "safe-return journal verify --json", description: "For scripts; the bot may run" }])
)
