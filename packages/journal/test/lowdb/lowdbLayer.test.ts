import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { Effect } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { Deliveries, Journal, Profiles } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

it.live("keeps everything on disk, where lowdb's own presets would keep it in memory", () =>
  Effect.gen(function* () {
    expect(process.env["NODE_ENV"]).toBe("test")
    const directory = join(yield* freshDirectory, "not", "yet", "there")
    const restart = restarted(lowdbLayer({ directory }))
    yield* restart(
      Effect.gen(function* () {
        yield* (yield* Journal).append(child("LCS-1"), 0, [madeUpEvent(1)])
        const claimed = { _tag: "Claimed", key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1) } as const
        yield* (yield* Deliveries).keep(child("LCS-1"), claimed)
        yield* (yield* Deliveries).announceFrom(utc(2026, 11, 1))
        yield* (yield* Profiles).bring({ child: child("LCS-1") })
      })
    )
    const files = yield* Effect.promise(() => readdir(directory, { recursive: true }))
    expect(files.sort()).toEqual([
      "announce-from.json",
      "audit",
      "audit/000000000001.jsonl",
      "audit/end.json",
      "children",
      "children/lcs-1.json",
      "deliveries",
      "deliveries/lcs-1.json",
      "education",
      "erased",
      "heads.end",
      "heads.ledger",
      "holds",
      "joined-up",
      "policies",
      "profiles",
      "profiles/lcs-1.json",
      "reveals"
    ])
    yield* restart(
      Effect.gen(function* () {
        expect((yield* (yield* Journal).read(child("LCS-1"))).version).toBe(1)
        expect((yield* (yield* Deliveries).of(child("LCS-1"))).size).toBe(1)
        expect(yield* (yield* Deliveries).announceFrom(utc(2027, 1, 1))).toBe(utc(2026, 11, 1))
        expect((yield* (yield* Profiles).find(child("LCS-1")))._tag).toBe("Some")
      })
    )
  }).pipe(Effect.scoped)
)
