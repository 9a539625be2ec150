/** The command that makes an episode table of the case system each child's history. */
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { BadInput, badInput, type FileFault, faultSentence, readEpisodeTableInPart } from "@safe-return/exchange"
import { Clock, Config, Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { columnNotes } from "../../input/episodeOptions.ts"
import { openFile } from "../../input/openFile.ts"
import { count, print, tell } from "../../output/print.ts"
import { type HistoriesRead, historiesIn, importAll, type RowsImported } from "../../records/historyImport.ts"
import { council, dataOrDatabase, keyFile } from "./options.ts"
import { asker, audited, by, withRecords } from "./records.ts"
import { setPatterns } from "./setPatterns.ts"

const file = Argument.String("file").pipe(
  Argument.withDescription("An episode table of the case system, CSV or NDJSON; - reads standard input")
)

const withoutBadRows = Flag.Boolean("without-bad-rows").pipe(
  Flag.withDescription("Import the rows that are right, and leave out those that are named as wrong"),
  Flag.withoutNegation,
  Flag.withDefault(false)
)

const rules = Flag.String("policy").pipe(
  Flag.withFallbackConfig(Config.String("SAFE_RETURN_POLICY")),
  Flag.withDefault("rotherham"),
  Flag.withDescription(
    "The rules by which triggers on history alone are judged: packs or policy files, with commas between (default: SAFE_RETURN_POLICY)"
  )
)

/** The one of them that is in force today. */
const policyToday = Effect.fnUntraced(function* (names: string) {
  const { policiesNamed } = yield* Effect.promise(() => import("@safe-return/settings"))
  const today = londonDayOf(Instant(yield* Clock.currentTimeMillis))
  const { policy } = yield* Effect.mapError(Effect.fromResult(policiesNamed(names, today)), (faults) =>
    badInput({ field: "--policy", message: `What is named here cannot be used: it ${faults.join("; ")}.` })
  )
  return policy
})

/** Every fault is said, and without a word for it nothing is imported. */
const heldAgainst = Effect.fnUntraced(function* ({ children, faults }: HistoriesRead, isLeavingOut: boolean) {
  const [first, ...others] = faults
  if (first === undefined) return
  if (isLeavingOut) return yield* tell(faults.map((fault) => `left out: ${faultSentence(fault)}`).join("\n"))
  const right = [...children.values()].reduce((sum, rows) => sum + rows.length, 0)
  const waiting: FileFault = {
    message: `Nothing was imported. Put these right, or add --without-bad-rows to import the other ${count(right, "row")}.`
  }
  return yield* new BadInput({ faults: [first, ...others, waiting] })
})

const answer = (name: string, children: number, { added, changed, same, onRecord }: RowsImported): string =>
  [
    `${name}: ${count(added, "episode")} imported, ${changed} changed and ${same} as before, of ${count(children, "child", "children")}.`,
    ...(onRecord === 0 ? [] : [`${count(onRecord, "row")} left out: the record here tells of that absence itself.`]),
    "It is history: nobody is told of it. Triggers, the scorecard and journal episodes count it."
  ].join("\n")

export const importHistory = Command.make(
  "import-history",
  { file, withoutBadRows, rules, by, data: dataOrDatabase, council, keyFile },
  Effect.fn("import-history")(function* (given) {
    const who = yield* asker(given.by)
    const policy = yield* policyToday(given.rules)
    const caseReferences = Option.getOrUndefined(yield* setPatterns("SAFE_RETURN_CASE_REFERENCES"))
    const source = yield* openFile(given.file)
    const table = yield* readEpisodeTableInPart(source, caseReferences === undefined ? {} : { caseReferences })
    const notes = columnNotes(table)
    if (notes.length > 0) yield* tell(notes.map((note) => `${source.file}: ${note}`).join("\n"))
    const [children, imported] = yield* withRecords(given)(
      Effect.gen(function* () {
        const read = yield* historiesIn(source.file, table, { policy, isHeldToPatterns: caseReferences !== undefined })
        yield* audited({ act: "import-history", by: who }, heldAgainst(read, given.withoutBadRows))
        return [read.children.size, yield* importAll(read.children, { policy, by: who })] as const
      })
    )
    yield* print(answer(source.file, children, imported))
  })
).pipe(
  Command.withDescription(
    "Makes an episode table of the case system each child's history: counted, and told to nobody"
  ),
  Command.withExamples([{ command: "safe-return journal import-history past-episodes.csv" }])
)
