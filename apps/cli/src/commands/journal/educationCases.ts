import { badInput, formatByName, writeCmeCases } from "@safe-return/exchange"
import { Effect, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { count, print } from "../../output/print.ts"
import { writeWhole } from "../../output/writeWhole.ts"
import { council, dataOrDatabase, keyFile } from "./options.ts"
import { asker, audited, by, withRecords } from "./records.ts"

const out = Flag.String("out").pipe(
  Flag.withDescription("The file to write, .csv or .ndjson; one that is there is replaced once the new one is whole")
)

const newerRecords = badInput({
  message: "A newer version recorded something that this one cannot read. Nothing was written: use the newest version."
})

const loadCasework = Effect.promise(() => import("@safe-return/casework"))

export const educationCases = Command.make(
  "education-cases",
  { out, by, data: dataOrDatabase, council, keyFile },
  Effect.fn("educationCases")(function* (given) {
    const { EducationCasework, educationCaseworkLayer, NewIds } = yield* loadCasework
    const who = yield* asker(given.by)
    const rows = yield* withRecords(given)(
      Effect.gen(function* () {
        yield* audited({ act: "export-education-cases", by: who }, Effect.void)
        const casework = yield* EducationCasework
        if ((yield* casework.unreadable).length > 0) return yield* newerRecords
        return yield* casework.rows
      }).pipe(Effect.provide(educationCaseworkLayer), Effect.provide(NewIds.layer))
    )
    const text = yield* Stream.mkString(writeCmeCases(Stream.fromIterable(rows), formatByName(given.out) ?? "csv"))
    // For the account that ran the command alone.
    yield* writeWhole(given.out, text, { mode: 0o600 })
    const children = new Set(rows.map(({ child_ref }) => child_ref)).size
    yield* print(
      `${count(rows.length, "case")} of ${count(children, "child", "children")} in ${given.out}. It is of real children: keep it where their records are kept.`
    )
  })
).pipe(
  Command.withDescription("Every case of a child missing education on record as a case table, for DfE's return"),
  Command.withExamples([{ command: "safe-return journal education-cases --out cases.csv" }])
)
