/** The example journal of docs/command-line.md is as the journal writes it today. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, EventId, type PathwayEvent, PersonId } from "@safe-return/domain/pathway"
import { Audit, type AuditEntry, Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect } from "effect"
import { expect, test, vi } from "vitest"
import { fileWith } from "../run.ts"

const example = join(import.meta.dirname, "../../../../docs/command-line/journal")

const mash = PersonId.make("U0MADEUPMASH")
const [first, second] = [ChildReference.make("LCS-10432"), ChildReference.make("LCS-20877")]
const [one, two] = [EpisodeId.make("E1"), EpisodeId.make("E2")]

const append = (child: ChildReference, version: number, id: string, recordedAt: Instant, event: PathwayEvent) =>
  Effect.flatMap(Journal, (journal) =>
    journal.append(child, version, [{ id: EventId.make(id), recorded: { recordedAt, recordedBy: mash, event } }])
  )

const asked: ReadonlyArray<AuditEntry> = [
  {
    at: utc(2026, 11, 20, 18, 5),
    by: PersonId.make("police-intake"),
    act: "send-notification",
    child: first,
    outcome: "allowed"
  },
  { at: utc(2026, 11, 20, 18, 6), by: mash, act: "see-cases", child: first, outcome: "allowed" },
  { at: utc(2026, 11, 20, 18, 20), by: mash, act: "see-queue", outcome: "allowed" },
  {
    at: utc(2026, 11, 23, 9, 12),
    by: PersonId.make("U0MADEUPWORKER"),
    act: "reveal-profile",
    child: first,
    outcome: "refused"
  }
]

const fill = Effect.gen(function* () {
  const [seven, eight, nine] = [utc(2026, 11, 20, 19), utc(2026, 11, 20, 20), utc(2026, 11, 20, 21)]
  yield* append(first, 0, "event-1", seven, { _tag: "ChildFound", episodeId: one, foundAt: seven })
  yield* append(first, 1, "event-2", eight, { _tag: "ChildReturned", episodeId: one, returnedAt: eight })
  yield* append(second, 0, "event-3", nine, { _tag: "ChildFound", episodeId: two, foundAt: nine })
  const audit = yield* Audit
  yield* Effect.forEach(asked, (entry) => audit.add(entry), { discard: true })
})

const filesIn = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort()

// `vitest run apps/cli/test/journal/exampleJournal.test.ts --update` renews it.
test("the example journal is as the journal writes it", async () => {
  const directory = join(fileWith("here", ""), "../journal")
  // How far it has settled is written down within a second: here only as it is closed.
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  await Effect.runPromise(Effect.provide(fill, lowdbLayer({ directory })))
  vi.useRealTimers()
  const files = filesIn(directory)
  for (const name of files) {
    await expect(readFileSync(join(directory, name), "utf8")).toMatchFileSnapshot(join(example, name))
  }
  expect(filesIn(example)).toEqual(files)
})
