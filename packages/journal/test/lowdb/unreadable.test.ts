import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import { Effect } from "effect"
import fc from "fast-check"
import { sha256 } from "../../src/documents/checkedText.ts"
import { unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Journal, type NewEvent } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { recordInFolder } from "../newerVersion.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent, opened } from "../syntheticEvents.ts"
import { unreadableContract } from "../unreadableContract.ts"

unreadableContract(
  "lowdb",
  Effect.map(freshDirectory, (directory) => ({
    layer: lowdbLayer({ directory }),
    record: (event) => recordInFolder(directory, event),
    damage: (event) => recordInFolder(directory, event)
  }))
)

const [anyOpening] = fc.sample(opened, { numRuns: 1, seed: 3 })

const openedUnder = (policy: Policy): NewEvent => {
  if (anyOpening === undefined) throw new Error("no sample")
  const { id, recorded } = madeUpEvent("opened-before")
  return { id, recorded: { ...recorded, event: { ...anyOpening, policy } } }
}

describe("a policy of a newer version", () => {
  it.live("makes the episode that rests on it unreadable, and nothing else", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(
        Effect.gen(function* () {
          yield* appendAtTheEnd("LCS-1", openedUnder(rotherham))
          yield* appendAtTheEnd("LCS-1", madeUpEvent(2))
          yield* appendAtTheEnd("LCS-2", madeUpEvent(3))
        })
      )
      const names = yield* Effect.promise(() => readdir(join(directory, "policies")))
      const [name = ""] = names
      const policy = JSON.parse(yield* Effect.promise(() => readFile(join(directory, "policies", name), "utf8")))
      const text = JSON.stringify({ ...policy, ofLater: true })
      const event = { ...openedUnder(rotherham).recorded.event, policy: sha256(text) }
      yield* Effect.promise(() => writeFile(join(directory, "policies", `${sha256(text)}.json`), text))
      const at = { missingAt: "2026-11-01T09:00:00.000Z", reportedAt: "2026-11-01T09:00:00.000Z" }
      const recorded = {
        recordedAt: "2026-11-01T09:00:00.000Z",
        recordedBy: "UMADEUP1",
        event: { ...event, ...at, notifiedAt: "2026-11-01T09:00:00.000Z" }
      }
      yield* recordInFolder(directory, { child: child("LCS-2"), version: 2, position: 4, id: "opened", recorded })
      yield* restart(
        Effect.gen(function* () {
          const journal = yield* Journal
          expect((yield* journal.readAll).map(({ position }) => position)).toEqual([1, 2, 3])
          expect(yield* journal.unreadable).toMatchObject([{ child: "LCS-2", tag: "EpisodeOpened" }])
        })
      )
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ faults: [], unreadable: [{ id: "opened" }] })
    }).pipe(Effect.scoped)
  )
})
