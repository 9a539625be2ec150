import { calendars } from "@safe-return/domain/calendar"
import { fold } from "@safe-return/domain/pathway"
import { badInput, type EpisodeRow, episodeRowsOf, formatByName, writeEpisodeTable } from "@safe-return/exchange"
import { Journal, Profiles } from "@safe-return/journal"
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

/** Every episode on record, child by child in the order of the references. */
const rowsOnRecord = Effect.fn("rowsOnRecord")(function* () {
  const journal = yield* Journal
  const entries = yield* journal.readAll
  if ((yield* journal.unreadable).length > 0) return yield* newerRecords
  const profiles = new Map((yield* (yield* Profiles).all).map((profile) => [profile.child, profile]))
  const byChild = [...Map.groupBy(entries, ({ child }) => child)].sort(([one], [other]) => (one < other ? -1 : 1))
  return byChild.flatMap(([child, theirs]): ReadonlyArray<EpisodeRow> => {
    const caseStatus = profiles.get(child)?.caseStatus
    const state = fold(theirs.map(({ recorded }) => recorded))
    return episodeRowsOf({ child, state, facts: caseStatus === undefined ? {} : { caseStatus } }, calendars)
  })
})

/** For the account that ran the command alone. */
const write = Effect.fn("write")(function* (file: string, rows: ReadonlyArray<EpisodeRow>) {
  const text = yield* Stream.mkString(writeEpisodeTable(Stream.fromIterable(rows), formatByName(file) ?? "csv"))
  yield* writeWhole(file, text, { mode: 0o600 })
})

export const episodes = Command.make(
  "episodes",
  { out, by, data: dataOrDatabase, council, keyFile },
  Effect.fn("episodes")(function* (given) {
    const who = yield* asker(given.by)
    const rows = yield* withRecords(given)(
      Effect.gen(function* () {
        yield* audited({ act: "export-episodes", by: who }, Effect.void)
        return yield* rowsOnRecord()
      })
    )
    yield* write(given.out, rows)
    const children = new Set(rows.map(({ child_ref }) => child_ref)).size
    yield* print(
      `${count(rows.length, "episode")} of ${count(children, "child", "children")} in ${given.out}. The case status is today's; an area is not on record. It is of real children: keep it where their records are kept.`
    )
  })
).pipe(
  Command.withDescription("Every episode on record as an episode table, for a scorecard or an analyst"),
  Command.withExamples([{ command: "safe-return journal episodes --out episodes.csv" }])
)
