import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { rotherham } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { sha256 } from "../../src/documents/checkedText.ts"
import { unsealed } from "../../src/documents/sealing.ts"
import { policiesToRead } from "../../src/lowdb/policyFiles.ts"
import { PolicyDigest } from "../../src/lowdb/storedEvent.ts"
import { freshDirectory } from "../freshDirectory.ts"

it.live("a policy written with bare words keeps the name of its file once it is read", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const { anchor, dayZero: _, cutoff: __, calendar, ...interview } = rotherham.interview
    const before = { ...rotherham, interview: { ...interview, anchor: anchor.value, calendar: calendar.value } }
    const text = JSON.stringify(before)
    const digest = PolicyDigest.make(sha256(text))
    yield* Effect.promise(() => mkdir(join(directory, "policies")))
    yield* Effect.promise(() => writeFile(join(directory, "policies", `${digest}.json`), text))
    const policies = policiesToRead(directory, unsealed)
    const read = policies.policyOf(digest)
    expect(read.interview.anchor).toMatchObject({ value: anchor.value, verified: false })
    expect(policies.digestOf(read)).toBe(digest)
  }).pipe(Effect.scoped)
)
