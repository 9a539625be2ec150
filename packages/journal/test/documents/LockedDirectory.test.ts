import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber, Layer, Scope } from "effect"
import { checkedText, readCheckedText, textOf } from "../../src/documents/checkedText.ts"
import { LockedDirectory } from "../../src/documents/LockedDirectory.ts"
import { lowdbLayer } from "../../src/files.ts"
import { Journal, Profiles } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child } from "../syntheticEvents.ts"

it.live("the lock of a folder is held until the last write that had begun is done", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const scope = yield* Scope.make()
    const built = yield* Scope.provide(Layer.build(LockedDirectory.layer(directory)), scope)
    const { write } = yield* Effect.provide(LockedDirectory, built)
    const [begun, released] = [yield* Deferred.make<void>(), Promise.withResolvers<void>()]
    const path = join(directory, "late")
    const writing = yield* Effect.forkDetach(
      write(path, async () => {
        Deferred.doneUnsafe(begun, Effect.void)
        await released.promise
        writeFileSync(path, String(existsSync(join(directory, ".journal.lock"))))
      })
    )
    yield* Deferred.await(begun)
    const closing = yield* Effect.forkDetach(Scope.close(scope, Exit.void))
    yield* Effect.sleep("400 millis")
    expect(closing.pollUnsafe()).toBeUndefined()
    released.resolve()
    yield* Fiber.join(writing)
    yield* Fiber.join(closing)
    expect(readFileSync(path, "utf8")).toBe("true")
    expect(existsSync(join(directory, ".journal.lock"))).toBe(false)
  }).pipe(Effect.scoped)
)

it.live("a document that something else changed after the start is not overwritten", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const path = join(directory, "profiles/l-1.json")
    yield* restarted(lowdbLayer({ directory }))(
      Effect.gen(function* () {
        const profiles = yield* Profiles
        yield* profiles.bring({ child: child("L-1"), revision: 1 })
        const text = readCheckedText(readFileSync(path, "utf8"))
        if (typeof text === "string") throw new Error(text)
        // Whole by its own checksum, of the same write, and by another writer.
        const theirs = textOf(checkedText(text.generation, text.body.replace('"revision":1', '"revision":7')))
        writeFileSync(path, theirs)
        const refused = yield* Effect.flip(profiles.bring({ child: child("L-1"), revision: 2 }))
        expect(refused.message).toContain("something else changed the document after the start")
        expect(readFileSync(path, "utf8")).toBe(theirs)
        yield* Journal
      })
    )
  }).pipe(Effect.scoped)
)
