/** The command that takes schools' returns from a file. */
import { BadInput } from "@safe-return/exchange/reading"
import { Effect, Option } from "effect"
import { Argument, Command } from "effect/cli"
import { openFile } from "../../input/openFile.ts"
import { count, print } from "../../output/print.ts"
import type { ReturnsImported } from "../../records/returnImport.ts"
import { council, dataOrDatabase, keyFile } from "../journal/options.ts"
import { asker, audited, by, refusal, withRecords } from "../journal/records.ts"
import { setPatterns } from "../journal/setPatterns.ts"

const file = Argument.String("file").pipe(
  Argument.withDescription(
    "Schools' returns, CSV or NDJSON with the names of POST /intake/education; - reads standard input"
  )
)

const answer = (name: string, { referred, onOpenCase, kept, same }: ReturnsImported): string =>
  `${name}: ${count(referred, "child", "children")} referred, ${count(onOpenCase, "return")} kept on an open case, ${kept} kept for people to look at, ${same} as before.`

/** What keeping returns needs besides the records, loaded only here: the other commands count tables. */
const loadCasework = Effect.promise(() =>
  Promise.all([import("@safe-return/casework"), import("@safe-return/exchange")])
)

export const importSchoolReturns = Command.make(
  "import",
  { file, by, data: dataOrDatabase, council, keyFile },
  Effect.fn("cmeImport")(function* (given) {
    const [{ educationCaseworkLayer, NewIds }, { readSchoolReturns }] = yield* loadCasework
    const { checkReturns, importReturns } = yield* Effect.promise(() => import("../../records/returnImport.ts"))
    const who = yield* asker(given.by)
    const patterns = Option.getOrUndefined(yield* setPatterns("SAFE_RETURN_EDUCATION_REFERENCES"))
    const source = yield* openFile(given.file)
    const lines = yield* readSchoolReturns(source)
    const imported = yield* withRecords(given)(
      Effect.gen(function* () {
        const { returns, faults } = yield* checkReturns(source.file, lines, patterns)
        const [first, ...others] = faults
        const verdict = first === undefined ? Effect.void : Effect.fail(new BadInput({ faults: [first, ...others] }))
        yield* audited({ act: "import-school-returns", by: who }, verdict)
        return yield* Effect.catchTag(importReturns(returns, who), "ReturnConflicts", refusal)
      }).pipe(Effect.provide(educationCaseworkLayer), Effect.provide(NewIds.layer))
    )
    yield* print(answer(source.file, imported))
  })
).pipe(
  Command.withDescription(
    "Takes schools' returns from a file: deletions, ten-day absences and referrals; all of them, or none"
  ),
  Command.withExamples([{ command: "safe-return cme import returns.csv" }])
)
