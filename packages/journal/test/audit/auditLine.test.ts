import { expect, it } from "@effect/vitest"
import fc from "fast-check"
import { describe } from "vitest"
import { beginning, type Link, readLine, writeLine } from "../../src/audit/auditLine.ts"
import type { AuditRecord } from "../../src/index.ts"
import { entriesFrom, madeUpEntry } from "../madeUpEntry.ts"

const written = (count: number) => {
  let link: Link = beginning
  return entriesFrom(0, count).map((entry) => {
    const { text, next } = writeLine(link, entry)
    link = next
    return text
  })
}

const read = (lines: ReadonlyArray<string>): ReadonlyArray<AuditRecord> => {
  let link: Link = beginning
  return lines.flatMap((text, index) => {
    const { records, next } = readLine(link, text, `line ${index + 1}`)
    link = next
    return records
  })
}

const damageIn = (lines: ReadonlyArray<string>) =>
  read(lines).flatMap((record) => (record._tag === "Damage" ? record : []))

describe("the chain", () => {
  it("reads back what was written, and nothing is damaged", () => {
    expect(read(written(20))).toEqual(
      entriesFrom(0, 20).map((entry, index) => ({ _tag: "Entry", number: index + 1, entry }))
    )
  })

  it("holds ids and codes alone", () => {
    expect(Object.keys(JSON.parse(written(2)[1] ?? ""))).toEqual([
      "number",
      "at",
      "by",
      "act",
      "child",
      "outcome",
      "chain"
    ])
  })

  it("shows any one character that was changed, wherever it stands", () => {
    const lines = written(12)
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
        (at, share, character) => {
          const line = lines[at] ?? ""
          const place = Math.floor(share * line.length)
          const changed = line.slice(0, place) + character + line.slice(place + 1)
          if (changed === line) return
          expect(damageIn(lines.with(at, changed)).length).toBeGreaterThan(0)
        }
      )
    )
  })

  it("shows lines that were taken out, except from the end, and names them", () => {
    const lines = written(12)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 11 }), (from, count) => {
        const to = Math.min(from + count, lines.length - 1)
        const damage = damageIn(lines.toSpliced(from, to - from))
        const gone = to - from === 1 ? `entry ${to} is missing` : `entries ${from + 1} to ${to} are missing`
        expect(damage).toEqual([{ _tag: "Damage", place: `line ${from + 1}`, reason: gone }])
      })
    )
  })

  it("shows lines that changed places or came twice", () => {
    const lines = written(12)
    fc.assert(
      fc.property(fc.nat(11), fc.nat(11), (one, other) => {
        fc.pre(one !== other)
        const swapped = lines.with(one, lines[other] ?? "").with(other, lines[one] ?? "")
        expect(damageIn(swapped).length).toBeGreaterThan(0)
        expect(damageIn(lines.toSpliced(one, 0, lines[other] ?? "")).length).toBeGreaterThan(0)
      })
    )
  })

  it("shows an entry that was rewritten with a digest of its own", () => {
    const lines = written(12)
    const forged = writeLine({ number: 5, after: "f".repeat(64) }, madeUpEntry(99)).text
    expect(damageIn(lines.with(4, forged)).map(({ place }) => place)).toEqual(["line 5", "line 6"])
  })

  it("tells of one fault once, and still reads what follows", () => {
    const lines = written(12)
    const records = read(lines.with(4, lines[4]?.replace("UMADEUP", "UMADEUQ") ?? ""))
    expect(records.filter(({ _tag }) => _tag === "Damage")).toHaveLength(1)
    expect(records.filter(({ _tag }) => _tag === "Entry")).toHaveLength(12)
  })
})
