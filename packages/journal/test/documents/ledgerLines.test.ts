import { describe, expect, it } from "vitest"
import { type LedgerLine, linked, readLedger } from "../../src/documents/ledgerLines.ts"
import { unsealed } from "../../src/documents/sealing.ts"

const lines: ReadonlyArray<LedgerLine> = [
  { document: "streams/LCS-1.json", generation: 1, sha256: "one" },
  { document: "streams/LCS-1.json", generation: 2, sha256: "two" },
  { settled: 7 },
  { closed: ["streams"] }
]
const { text, link } = linked(unsealed, lines)
const read = (written: string) => readLedger("/srv/heads", written, unsealed)

describe("a ledger", () => {
  it("says where each document stood last and before, what is settled, and that it was closed", () => {
    const ledger = read(text)
    expect(ledger).toMatchObject({ settled: 7, closed: ["streams"], lines: 4, link, length: text.length })
    expect(ledger.heads.get("streams/LCS-1.json")?.generation).toBe(2)
    expect(ledger.before.get("streams/LCS-1.json")?.generation).toBe(1)
  })

  it("whose last line was cut short was not closed, and ends before that line", () => {
    for (const cut of ["x", `${link} {"opened"`]) {
      expect(read(text + cut)).toMatchObject({ closed: [], lines: 4, link, length: text.length })
    }
  })

  it("that was opened again after it was closed is open", () => {
    const again = linked(unsealed, [{ opened: true }], link)
    expect(read(text + again.text)).toMatchObject({ closed: [], lines: 5, link: again.link })
  })

  it("with a line changed, moved or taken out of the middle is refused by the line's number", () => {
    const [first = "", second = "", ...rest] = text.split("\n")
    const altered = [
      [first.replace("one", "two"), second, ...rest],
      [second, first, ...rest],
      [second, ...rest]
    ]
    for (const all of altered)
      expect(() => read(all.join("\n"))).toThrow("line 1 is not the one that was written there")
  })
})
