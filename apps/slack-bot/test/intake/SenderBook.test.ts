import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Redacted } from "effect"
import { afterAll, expect, test } from "vitest"
import { senderByToken } from "../../src/intake/authenticate.ts"
import { SenderBook } from "../../src/intake/SenderBook.ts"
import { digestOf } from "../../src/intake/secrets.ts"

const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
const file = join(directory, "senders.json")
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const token = "synthetic-mash-token-for-tests"
const mash = { name: "mash", token, kinds: ["missing", "updated"], perMinute: 10 }
const write = (senders: unknown) => writeFileSync(file, typeof senders === "string" ? senders : JSON.stringify(senders))
const book = new SenderBook({ bearerToken: Redacted.make("synthetic-intake-token-for-tests"), sendersFile: file })
const nameOf = (given: string) => senderByToken(book.senders, given)?.name

test("the file's senders are known by token or hash, with their rights, beside the police", () => {
  write([mash, { name: "case-system", tokenSha256: digestOf("another-synthetic-token-here").toString("hex") }])
  expect(nameOf(token)).toBe("mash")
  expect(nameOf("another-synthetic-token-here")).toBe("case-system")
  expect(nameOf("synthetic-intake-token-for-tests")).toBe("police")
  expect(book.senders.find(({ name }) => name === "mash")).toMatchObject({
    by: "mash-intake",
    kinds: ["missing", "updated"],
    perMinute: 10
  })
  expect(book.problem).toBeUndefined()
})

test("a sender taken out of the file is turned away at once, without a restart", () => {
  write([mash])
  expect(nameOf(token)).toBe("mash")
  write([])
  expect(nameOf(token)).toBeUndefined()
})

test.each([
  ["is not JSON", "[{", /not JSON/],
  ["names a sender twice", [mash, mash], /mash is there twice/],
  ["gives a sender no secret", [{ name: "mash" }], /mash has no token/],
  ["holds a token that can be guessed", [{ name: "mash", token: "short-secret" }], /24 characters/],
  ["gives two senders one token", [mash, { name: "other", token }], /mash and other have a secret in common/],
  [
    "gives two senders one token, once as its digest",
    [mash, { name: "other", tokenSha256: digestOf(token).toString("hex").toUpperCase() }],
    /mash and other have a secret in common/
  ],
  [
    "gives a sender the token of the police",
    [{ name: "other", token: "synthetic-intake-token-for-tests" }],
    /police and other have a secret in common/
  ],
  [
    "signs with the token itself",
    [{ ...mash, signingSecret: token }],
    /token and the signing secret of mash are the same/
  ]
])("a file that %s changes no sender, and says why without a secret", (_, senders, words) => {
  write([mash])
  expect(nameOf(token)).toBe("mash")
  write(senders)
  expect(nameOf(token)).toBe("mash")
  expect(book.problem).toMatch(words)
  expect(book.problem).not.toContain("short-secret")
})

test("a file that is gone changes no sender either", () => {
  write([mash])
  expect(nameOf(token)).toBe("mash")
  rmSync(file)
  expect(nameOf(token)).toBe("mash")
  expect(book.problem).toContain("cannot be found")
})
