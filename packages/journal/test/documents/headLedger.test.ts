import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { type HeadLedger, openHeadLedger } from "../../src/documents/headLedger.ts"
import { unsealed } from "../../src/documents/sealing.ts"

/** One ledger, opened once for each of these lives. */
const live = async <A>(...lives: ReadonlyArray<(ledger: HeadLedger) => A | Promise<A>>) => {
  const folder = mkdtempSync(join(tmpdir(), "safe-return-ledger-"))
  const seen: Array<A> = []
  for (const life of lives) {
    const ledger = await openHeadLedger(join(folder, "heads"), unsealed, () => {})
    seen.push(await life(ledger))
    await ledger.close()
  }
  rmSync(folder, { recursive: true })
  return seen
}

const written = async (ledger: HeadLedger) => {
  await ledger.prepare()
  ledger.keep("streams/LCS-1.json", 1, "hash")
  ledger.isInStep("streams")
}

it("a ledger was left open where it was not closed after its last write", async () => {
  const look = ({ wasLeftOpen }: HeadLedger) => wasLeftOpen
  const leftOpen = async (ledger: HeadLedger) => {
    await written(ledger)
    ledger.leaveOpen()
    return look(ledger)
  }
  const closed = async (ledger: HeadLedger) => {
    await written(ledger)
    return look(ledger)
  }
  expect(await live(look, closed, leftOpen, closed, look)).toEqual([false, false, false, true, false])
})

it("a document may be ahead of its line until its folder was closed in step with it", async () => {
  const ahead = ({ mayBeAhead }: HeadLedger) => ["streams/LCS-1.json", "profiles/LCS-1.json"].map(mayBeAhead)
  const inStep = async (ledger: HeadLedger) => {
    const before = ahead(ledger)
    await written(ledger)
    return [...before, ...ahead(ledger)]
  }
  expect(await live(inStep, ahead)).toEqual([
    [true, true, false, true],
    [false, true]
  ])
})

it("a document that was taken away stays known as such, and is in no folder", async () => {
  const removed = async (ledger: HeadLedger) => {
    await written(ledger)
    ledger.remove("streams/LCS-1.json")
    return ledger.documentsIn("streams")
  }
  const look = (ledger: HeadLedger) => [
    ...ledger.documentsIn("streams"),
    String(ledger.headOf("streams/LCS-1.json")?.removed)
  ]
  expect(await live(removed, look)).toEqual([[], ["true"]])
})
