import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { lockFolder } from "../../src/documents/folderLock.ts"
import { thisProcess } from "../../src/documents/lockHolder.ts"
import { journalLowdb } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { runInShell, runProcess } from "../processes/runProcess.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const openAndAppend = (directory: string, version = 0) =>
  restarted(journalLowdb(directory))(
    Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), version, [madeUpEvent(version)]))
  )

const touchLongAgo = (directory: string) => utimes(join(directory, ".journal.lock"), 1_000_000, 1_000_000)

describe("a second process", { concurrent: true }, () => {
  it.live("is refused while the first lives, however long idle, and not once it was killed", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const first = yield* runProcess("holdDirectory", directory)
      expect(yield* Effect.promise(() => first.firstLine)).toBe("open")

      const refusal = yield* Effect.flip(openAndAppend(directory))
      expect(refusal).toMatchObject({ _tag: "JournalUnavailable", path: directory, fault: "in-use" })
      expect(refusal.message).toContain(`process ${first.process.pid} `)
      expect(refusal.message).toContain(directory)

      first.process.kill("SIGSTOP")
      yield* Effect.promise(() => touchLongAgo(directory))
      expect(yield* Effect.flip(openAndAppend(directory))).toMatchObject({ _tag: "JournalUnavailable" })

      yield* Effect.promise(first.kill)
      const [took] = yield* Effect.timed(openAndAppend(directory))
      expect(Duration.toSeconds(took)).toBeLessThan(2)
    }).pipe(Effect.scoped)
  )

  it.live("starts as soon as the first was killed, and of several that try at once one starts", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const killed = yield* runProcess("holdDirectory", directory)
      yield* Effect.promise(() => killed.firstLine)
      yield* Effect.promise(killed.kill)
      const three = [1, 2, 3]
      const running = yield* Effect.forEach(three, () => runProcess("holdDirectory", directory))
      const words = yield* Effect.promise(() => Promise.all(running.map(({ firstLine }) => firstLine)))
      expect(words.filter((word) => word === "open")).toHaveLength(1)
      expect(words.filter((word) => word.includes("is using this folder"))).toHaveLength(2)
    }).pipe(Effect.scoped)
  )

  it.live("starts when the first was killed and its parent has not taken note of it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const parent = yield* runInShell('"$0" "$@" & exec sleep 30', "holdDirectory", directory)
      yield* Effect.promise(() => parent.firstLine)
      const holder = yield* Effect.promise(() => readFile(join(directory, "lock-holder.json"), "utf8"))
      process.kill(JSON.parse(holder).pid, "SIGKILL")
      expect(yield* openAndAppend(directory)).toHaveLength(1)
    }).pipe(Effect.scoped)
  )

  it.live("is refused in the same process too, until the first is closed", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const inside = yield* restarted(journalLowdb(directory))(Effect.flip(openAndAppend(directory)))
      expect(inside._tag).toBe("JournalUnavailable")
      yield* openAndAppend(directory)
      const left = yield* Effect.promise(() => readdir(directory))
      expect(left.toSorted()).toEqual(["children", "erased", "heads.end", "heads.ledger", "holds", "policies"])
    }).pipe(Effect.scoped)
  )
})

describe("a lock of which nobody can tell who holds it", { concurrent: true }, () => {
  const heldElsewhere = Effect.gen(function* () {
    const directory = yield* freshDirectory
    yield* Effect.promise(() => mkdir(join(directory, ".journal.lock")))
    const holder = { place: "another-machine - -", pid: process.pid }
    yield* Effect.promise(() => writeFile(join(directory, "lock-holder.json"), JSON.stringify(holder)))
    return directory
  })

  it.live("gives way when it has been silent", () =>
    Effect.gen(function* () {
      const directory = yield* heldElsewhere
      yield* Effect.promise(() => touchLongAgo(directory))
      expect(yield* openAndAppend(directory)).toHaveLength(1)
    }).pipe(Effect.scoped)
  )

  it.live("is respected while it gives signs of life", () =>
    Effect.gen(function* () {
      const directory = yield* heldElsewhere
      const stirring = setInterval(() => utimes(join(directory, ".journal.lock"), new Date(), new Date()), 200)
      const refused = lockFolder(directory, () => {}, 2_000)
      yield* Effect.promise(() => expect(refused).rejects.toMatchObject({ reason: /on another-machine is using/ }))
      clearInterval(stirring)
    }).pipe(Effect.scoped)
  )

  it.live.each(["", "{", '{"pid":0}'])("gives way after silence when the holder is written down as %j", (written) =>
    Effect.gen(function* () {
      const directory = yield* heldElsewhere
      yield* Effect.promise(() => writeFile(join(directory, "lock-holder.json"), written))
      yield* Effect.promise(() => touchLongAgo(directory))
      expect(yield* openAndAppend(directory)).toHaveLength(1)
    }).pipe(Effect.scoped)
  )

  it.live("gives way at once when its number now belongs to another process here", () =>
    Effect.gen(function* () {
      const directory = yield* heldElsewhere
      const self = yield* Effect.promise(thisProcess)
      const former = { ...self, started: "1" }
      yield* Effect.promise(() => writeFile(join(directory, "lock-holder.json"), JSON.stringify(former)))
      expect(yield* openAndAppend(directory)).toHaveLength(1)
    }).pipe(Effect.scoped)
  )
})

describe("a lock that was taken away", { concurrent: true }, () => {
  it.live("closes the journal to writes, with a sentence, and not the process", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const appendUntilRefused = Effect.fnUntraced(function* (journal: Journal["Service"]) {
        for (let version = 0; ; version++) {
          yield* journal.append(child("LCS-1"), version, [madeUpEvent(version)])
          yield* Effect.sleep(50)
        }
      })
      const [refusal, kept] = yield* restarted(journalLowdb(directory))(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* Effect.promise(() => rm(join(directory, ".journal.lock"), { recursive: true }))
          return [yield* Effect.flip(appendUntilRefused(journal)), yield* journal.readAll] as const
        })
      )
      expect(refusal).toMatchObject({ _tag: "JournalUnavailable", path: directory })
      expect(refusal.message).toContain("its lock was taken away")
      const text = yield* Effect.promise(() => readFile(join(directory, "children/lcs-1.json"), "utf8"))
      expect(JSON.parse(text).document.entries).toHaveLength(kept.length)
    }).pipe(Effect.scoped)
  )
})
