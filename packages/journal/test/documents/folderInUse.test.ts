import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { replaceFile, WriteInDoubt } from "../../src/documents/durableFile.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"

/** Folder flushes that wait to be let through, in the order they began. */
const gatedFolderFlushes = Effect.gen(function* () {
  const waiting: Array<PromiseWithResolvers<void>> = []
  yield* watchFlushes(async (isFolder) => {
    if (!isFolder) return
    const gate = Promise.withResolvers<void>()
    waiting.push(gate)
    await gate.promise
  })
  return waiting
})

const begun = (waiting: ReadonlyArray<unknown>, count: number) =>
  Effect.promise(() => expect.poll(() => waiting.length).toBe(count))

/** Once a file is in its place, its folder is flushed next. */
const inPlace = (directory: string, names: ReadonlyArray<string>) =>
  Effect.promise(() => expect.poll(() => readdirSync(directory)).toEqual(expect.arrayContaining([...names])))

/** Long enough for what should not happen to happen. */
const moment = Effect.sleep(30)

it.live("flushes a folder once for all that came during a flush, never counting an earlier one", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const waiting = yield* gatedFolderFlushes
    const done: Array<string> = []
    const replace = (name: string) => replaceFile(join(directory, name), name).then(() => void done.push(name))

    const first = replace("first")
    yield* begun(waiting, 1)
    const names = ["second", "third", "fourth"]
    const others = names.map(replace)
    yield* inPlace(directory, names)
    yield* moment
    expect(waiting).toHaveLength(1)

    waiting[0]?.resolve()
    yield* Effect.promise(() => first)
    yield* begun(waiting, 2)
    yield* moment
    expect(done).toEqual(["first"])

    waiting[1]?.resolve()
    yield* Effect.promise(() => Promise.all(others))
    expect(waiting).toHaveLength(2)
    expect(done.toSorted()).toEqual(["first", "fourth", "second", "third"])
  }).pipe(Effect.scoped)
)

it.live("leaves all in doubt that shared a flush which failed, and the next ones unharmed", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const waiting = yield* gatedFolderFlushes
    const first = replaceFile(join(directory, "first"), "1")
    yield* begun(waiting, 1)
    const names = ["second", "third"]
    const others = names.map((name) => replaceFile(join(directory, name), name))
    yield* inPlace(directory, names)
    yield* moment
    waiting[0]?.resolve()
    yield* Effect.promise(() => first)
    yield* begun(waiting, 2)
    waiting[1]?.reject(Object.assign(new Error("EIO"), { code: "EIO" }))
    const outcomes = yield* Effect.promise(() => Promise.allSettled(others))
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(WriteInDoubt) })
    }
    const later = replaceFile(join(directory, "later"), "later")
    yield* begun(waiting, 3)
    waiting[2]?.resolve()
    yield* Effect.promise(() => later)
  }).pipe(Effect.scoped)
)

it.live("refuses before anything is put into place where the folder cannot be opened", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    writeFileSync(join(directory, "a-file"), "")
    const refusal = yield* Effect.promise(() =>
      replaceFile(join(directory, "a-file", "document"), "text").catch((cause: unknown) => cause)
    )
    expect(refusal).toMatchObject({ code: "ENOTDIR" })
  }).pipe(Effect.scoped)
)
