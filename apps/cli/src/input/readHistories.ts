import type { Policy } from "@safe-return/domain/policy"
import { type ChildHistories, childHistories, type EpisodeTable, readEpisodeTable } from "@safe-return/exchange"
import { Effect, type Option } from "effect"
import { rowsNoted, tell } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { columnNotes, momentOf, patternsOf } from "./episodeOptions.ts"
import { openFile } from "./openFile.ts"

const standInWords = {
  absence: "absence not known, read as missing",
  missing_from: "missing_from not known, read as care for looked-after children and home for others",
  risk: "risk not known, read as no-apparent"
} as const

/** What a reader of the answers has to know about the table: never an error, never on standard output. */
const notesOn = (
  file: string,
  table: EpisodeTable,
  read: ChildHistories,
  isSuppressed: boolean
): ReadonlyArray<string> => {
  const { withoutMissingAt, stoodIn } = read
  const lines = withoutMissingAt.map(({ line }) => line)
  return [
    ...columnNotes(table),
    ...(lines.length === 0
      ? []
      : [`left out, missing_at not known: ${rowsNoted(lines.length, isSuppressed)}, the first on line ${lines[0]}`]),
    ...(["absence", "missing_from", "risk"] as const).flatMap((column) =>
      stoodIn[column] === 0 ? [] : [`${standInWords[column]}: ${rowsNoted(stoodIn[column], isSuppressed)}`]
    )
  ].map((note) => `${file}: ${note}`)
}

/** The histories of the children in an episode table, as they stood at a moment, under one policy. */
export const readHistories = Effect.fn("readHistories")(function* (given: {
  readonly episodes: string
  readonly asOf: Option.Option<string>
  readonly policy: Policy
  readonly caseReferences: Option.Option<string>
  /** What is said of the rows then names no count. */
  readonly isSuppressed: boolean
}) {
  const held = yield* patternsOf(given.caseReferences)
  const now = yield* momentOf(given.asOf)
  const source = yield* openFile(given.episodes)
  const table = yield* readEpisodeTable(yield* withProgress(source), held)
  const read = childHistories(table.lines, { policy: given.policy, asOf: now })
  const notes = notesOn(source.file, table, read, given.isSuppressed)
  if (notes.length > 0) yield* tell(notes.join("\n"))
  return { histories: read.histories, now }
})
