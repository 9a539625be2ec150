import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { Effect } from "effect"
import { lowdbLayer } from "../../src/files.ts"
import { Reveals } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child } from "../syntheticEvents.ts"

const BEFORE_THERE_WAS_AN_AUDIT = `{"format":1,"child":"LCS-1","reveals":[{"by":"UMADEUP1","at":"2026-11-23T09:00:00.000Z"},{"by":"UMADEUP2","at":"2026-11-24T10:00:00.000Z"}]}\n`

it.live("reveals journaled before there was an audit are still read", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    yield* Effect.promise(async () => {
      await mkdir(join(directory, "reveals"))
      await writeFile(join(directory, "reveals/lcs-1.json"), BEFORE_THERE_WAS_AN_AUDIT)
    })
    const of = (reference: string) => Effect.flatMap(Reveals, (reveals) => reveals.of(child(reference)))
    const restart = restarted(lowdbLayer({ directory }))
    expect(yield* restart(of("LCS-1"))).toEqual([
      { by: "UMADEUP1", at: utc(2026, 11, 23, 9) },
      { by: "UMADEUP2", at: utc(2026, 11, 24, 10) }
    ])
    expect(yield* restart(of("LCS-2"))).toEqual([])
  }).pipe(Effect.scoped)
)
