import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { KEY_FILE_VARIABLE, KEY_VARIABLE, sealingFromEnvironment } from "../../src/documents/journalKey.ts"
import { keyIdOf } from "../../src/documents/sealing.ts"

const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const keyIdIn = (file?: string, key?: string) =>
  Effect.runSync(
    Effect.map(sealingFromEnvironment({ [KEY_FILE_VARIABLE]: file, [KEY_VARIABLE]: key }), ({ keyId }) => keyId)
  )
const refusalIn = (file?: string, key?: string) =>
  Effect.runSync(Effect.flip(sealingFromEnvironment({ [KEY_FILE_VARIABLE]: file, [KEY_VARIABLE]: key }))).message

it("a journal's key is its file's, or else the environment's, and none where both are empty", () => {
  const folder = mkdtempSync(join(tmpdir(), "safe-return-key-"))
  const file = join(folder, "key")
  writeFileSync(file, `${one.toString("base64")}\n`)
  expect(keyIdIn(file, other.toString("base64"))).toBe(keyIdOf(one))
  expect(keyIdIn("", other.toString("base64"))).toBe(keyIdOf(other))
  expect([keyIdIn("", ""), keyIdIn()]).toEqual([undefined, undefined])
  rmSync(folder, { recursive: true })
})

it("what is no key is refused, and is never repeated", () => {
  const short = one.subarray(1).toString("base64")
  expect(refusalIn(undefined, short)).toContain(`${KEY_VARIABLE} holds no key: it takes 32 random bytes`)
  expect(refusalIn(undefined, short)).not.toContain(short)
  expect(refusalIn(short)).toBe(`The key file that ${KEY_FILE_VARIABLE} names cannot be read.`)
})
