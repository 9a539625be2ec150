import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, EventId, PersonId } from "@safe-return/domain/pathway"
import { Journal } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { fileWith, run } from "../run.ts"

/** A journal of one synthetic child with two events, and beside it room for a backup. */
const madeUpJournal = async () => {
  const place = join(fileWith("here", ""), "..")
  const data = join(place, "journal")
  const child = ChildReference.make("LCS-1")
  const event = (number: number) => ({
    id: EventId.make(`event-${number}`),
    recorded: {
      recordedAt: utc(2026, 11, 1, 12),
      recordedBy: PersonId.make("UMADEUP1"),
      event: { _tag: "ChildFound", episodeId: EpisodeId.make("episode-1"), foundAt: utc(2026, 11, 1, 11) } as const
    }
  })
  const append = Effect.flatMap(Journal, (journal) => journal.append(child, 0, [event(1), event(2)]))
  await Effect.runPromise(Effect.provide(append, lowdbLayer({ directory: data })))
  return { data, backup: join(place, "backup"), again: join(place, "again") }
}

const keyFile = () => fileWith("journal.key", `${randomBytes(32).toString("base64")}\n`)

describe("journal verify", () => {
  test("says what a whole journal holds", async () => {
    const { data } = await madeUpJournal()
    const { status, stdout, stderr } = await run(["journal", "verify", "--data", data])
    expect([status, stderr]).toEqual([0, ""])
    expect(stdout).toBe("2 events of 1 child in 1 document, up to position 2: whole.\n")
    const json = await run(["journal", "verify", "--data", data, "--json"])
    expect(JSON.parse(json.stdout)).toMatchObject({ events: 2, position: 2, faults: [], ahead: [] })
  })

  test("names what was changed, and changes nothing itself", async () => {
    const { data } = await madeUpJournal()
    const path = join(data, "children/lcs-1.json")
    writeFileSync(path, readFileSync(path, "utf8").replace("UMADEUP1", "UMADEUP2"))
    const { status, stdout, stderr } = await run(["journal", "verify", "--data", data, "--json"])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).faults).toMatchObject([{ document: "children/lcs-1.json" }])
    expect(stderr).toBe(
      "1 fault in the journal. Nothing was changed. Look at what is named, and compare it with a backup.\n"
    )
  })

  test("of a folder that holds no journal says so", async () => {
    const { status, stderr } = await run(["journal", "verify", "--data", join(fileWith("here", ""), "..")])
    expect(status).toBe(1)
    expect(stderr).toMatch(/this is no journal, or its ledger was taken away/)
  })
})

describe("journal backup and restore", () => {
  test("copy a journal and bring it back", async () => {
    const { data, backup, again } = await madeUpJournal()
    expect((await run(["journal", "backup", backup, "--data", data])).stdout).toBe(
      `Copied to ${backup} and verified: 2 events of 1 child in 1 document, up to position 2.\n`
    )
    expect((await run(["journal", "restore", backup, "--data", again, "--json"])).status).toBe(0)
    expect((await run(["journal", "verify", "--data", again])).stdout).toMatch(/^2 events .*: whole\.\n$/)
  })

  test("write into no folder with something in it", async () => {
    const { data, backup } = await madeUpJournal()
    await run(["journal", "backup", backup, "--data", data])
    for (const command of ["backup", "restore"]) {
      const { status, stdout, stderr } = await run(["journal", command, backup, "--data", data])
      expect([status, stdout]).toEqual([2, ""])
      expect(stderr).toMatch(/is not empty/)
    }
  })

  test("bring back nothing of a backup that was changed", async () => {
    const { data, backup, again } = await madeUpJournal()
    await run(["journal", "backup", backup, "--data", data])
    rmSync(join(backup, "children/lcs-1.json"))
    const { status, stderr } = await run(["journal", "restore", backup, "--data", again])
    expect(status).toBe(2)
    expect(stderr).toMatch(/Nothing was restored: .*children\/lcs-1\.json: the document is missing/)
    expect(readdirSync(join(again, ".."))).not.toContain("again")
  })
})

describe("journal rotate-key", () => {
  test("encrypts a journal, which is read with the key alone from then on", async () => {
    const { data } = await madeUpJournal()
    const [key, other] = [keyFile(), keyFile()]
    const encrypted = await run(["journal", "rotate-key", "--new-key-file", key, "--data", data])
    expect([encrypted.status, encrypted.stderr]).toEqual([0, ""])
    expect(encrypted.stdout).toMatch(/encrypted with the key [\w-]{8}\. Start the bot with that key from now on\./)
    expect((await run(["journal", "verify", "--data", data, "--key-file", key])).status).toBe(0)
    for (const args of [[], ["--key-file", other]]) {
      const { status, stderr } = await run(["journal", "verify", "--data", data, ...args])
      expect(status).toBe(1)
      expect(stderr).toMatch(/encrypted with the key [\w-]{8}, and (no key was given|the key given is)/)
    }
  })

  test("takes no file for a key that holds none, and does not repeat what it holds", async () => {
    const { data } = await madeUpJournal()
    const { status, stderr } = await run([
      "journal",
      "rotate-key",
      "--new-key-file",
      fileWith("key", "secret words"),
      "--data",
      data
    ])
    expect(status).toBe(2)
    expect(stderr).toMatch(/holds no key: it takes 32 random bytes in base64/)
    expect(stderr).not.toContain("secret")
  })
})
