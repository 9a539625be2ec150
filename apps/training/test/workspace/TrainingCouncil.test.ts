import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { derbyshire, packs } from "@safe-return/domain/policy"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { openTaskEpisodes } from "../../src/caseload/openTaskEpisodes.ts"
import { folderOf, trainingCouncil } from "../../src/workspace/TrainingCouncil.ts"
import { TrainingHost } from "../../src/workspace/TrainingHost.ts"

const folder = mkdtempSync(join(tmpdir(), "safe-return-training-council-"))
const councilNamed = (policy?: string) => trainingCouncil(policy === undefined ? {} : { SAFE_RETURN_POLICY: policy })
const named = (policy?: string) => Effect.runSync(councilNamed(policy))
const fileOf = (name: string, policy: unknown): string => {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(policy))
  return file
}

test("the training workspace is Rotherham's unless a policy is set, each in a folder of its own", () => {
  expect(named().authority).toBe("Rotherham (training)")
  expect(named("derbyshire").authority).toBe("Derby and Derbyshire (training)")
  const later = fileOf("later.json", {
    ...derbyshire,
    id: "Next Year!",
    title: "Wherryshire",
    effectiveFrom: "2999-01-01"
  })
  expect(named(later).authority).toBe("Wherryshire (training)")
  const folders = [undefined, ...Object.keys(packs), later].map((policy) => folderOf(named(policy)))
  expect(folders[0]).toBe("training")
  expect(new Set(folders).size).toBe(4)
})

test("a policy that cannot be used is refused with every fault", () => {
  const broken = fileOf("broken.json", { ...derbyshire, id: "", digest: 7 })
  const { message } = Effect.runSync(Effect.flip(councilNamed(broken)))
  expect(message).toMatch(/SAFE_RETURN_POLICY .*line 1, id: [\s\S]*SAFE_RETURN_POLICY .*digest/)
})

test("the workspace of another council opens, and its episodes have that council's policy", async () => {
  const council = named("derbyshire")
  const opening = { at: utc(2026, 11, 16, 9), caseload: "a-year", size: 12, council } as const
  const seen = await Effect.gen(function* () {
    const { journal, council: opened } = yield* (yield* TrainingHost).current
    const entries = yield* journal.readAll
    const policies = entries.flatMap(({ recorded: { event } }) =>
      event._tag === "EpisodeOpened" ? [event.policy.id] : []
    )
    return { authority: opened.authority, policies: [...new Set(policies)] }
  }).pipe(Effect.provide(TrainingHost.layer(join(folder, "derby"), opening)), Effect.runPromise)
  expect(seen).toEqual({ authority: "Derby and Derbyshire (training)", policies: [derbyshire.id] })
})

test.for([12, 24, 48, 72, 96])("under %i hours every open task of the first day is past where it must be", (hours) => {
  const at = utc(2026, 11, 16, 9)
  const interview = { ...derbyshire.interview, hours: { ...derbyshire.interview.hours, value: hours } }
  for (const { returned, interview: held } of openTaskEpisodes(at, { ...derbyshire, interview })) {
    if (returned !== undefined) expect(returned.recordedAt).toBeLessThanOrEqual(at)
    if (held !== undefined) expect(held.assignedAt).toBeLessThanOrEqual(at)
  }
})
