import { ChildReference, EventId, fold, type Notification, PoliceReference } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { caseFiles } from "../../src/casework/caseFiles.ts"
import { at, police } from "../messages/madeUpCase.ts"

interface Erased {
  readonly child: ChildReference
  readonly lastPosition: number
}

const childAt = (index: number) => ChildReference.make(`LCS-${index}`)
const reference = (index: number) => PoliceReference.make(`SYP-2026-${index}`)

/** What people did, in order: notifications of a few children under a few references, and erasures. */
const deeds = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ child: fc.nat(2), reference: fc.nat(2), isReport: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ erased: fc.nat(2) }) }
  ),
  { minLength: 1, maxLength: 14 }
)

/** What the journal told of and what it holds in the end, as the deeds came to it. */
const journalOf = (
  done: ReadonlyArray<{ child: number; reference: number; isReport: boolean } | { erased: number }>
) => {
  const entries: Array<JournalEntry> = []
  const tombstones: Array<Erased> = []
  let held: Array<JournalEntry> = []
  for (const [index, deed] of done.entries()) {
    if ("erased" in deed) {
      const child = childAt(deed.erased)
      const lastPosition = held.findLast((entry) => entry.child === child)?.position
      if (lastPosition === undefined) continue
      tombstones.push({ child, lastPosition })
      held = held.filter((entry) => entry.child !== child)
      continue
    }
    const child = childAt(deed.child)
    const told = { policeReference: reference(deed.reference), sentAt: at(index), child: { reference: child } }
    const notification: Notification = deed.isReport
      ? {
          ...told,
          kind: "missing",
          absence: "missing",
          missingFrom: "home",
          risk: "low",
          missingAt: at(index),
          reportedAt: at(index)
        }
      : { ...told, kind: "found", foundAt: at(index) }
    const entry: JournalEntry = {
      id: EventId.make(`event-${index}`),
      child,
      version: held.filter((other) => other.child === child).length + 1,
      position: index + 1,
      recorded: { recordedAt: at(index), recordedBy: police, event: { _tag: "NotificationReceived", notification } }
    }
    entries.push(entry)
    held.push(entry)
  }
  return { entries, tombstones, held }
}

const seen = (files: ReturnType<typeof caseFiles>) => ({
  states: [...files.all()].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  meant: [0, 1, 2].map((index) => files.childOf(reference(index))),
  versions: [0, 1, 2].map((index) => files.of(childAt(index)).version)
})

describe("the case files", () => {
  it("come to what the journal holds, whenever entries and erasures are heard of", () => {
    fc.assert(
      fc.property(deeds, fc.array(fc.boolean(), { maxLength: 40 }), fc.nat(14), (done, turns, known) => {
        const { entries, tombstones, held } = journalOf(done)
        // Some had been read before; the rest is heard of, some of it again, and each of the two in its own order.
        const files = caseFiles(entries.slice(0, known))
        const [left, erased] = [[...entries], [...tombstones]]
        for (const isErasure of turns) {
          if (isErasure) erased.splice(0, 1).forEach(files.forget)
          else left.splice(0, 1).forEach(files.add)
        }
        erased.forEach(files.forget)
        left.forEach(files.add)
        expect(seen(files)).toEqual(seen(caseFiles(held)))
      }),
      { numRuns: 500 }
    )
  })

  it("catch up with a stream that was erased, and with one that began anew", () => {
    const before = journalOf([
      { child: 0, reference: 0, isReport: true },
      { child: 0, reference: 0, isReport: false }
    ])
    const anew = journalOf([
      { child: 1, reference: 1, isReport: true },
      { child: 1, reference: 1, isReport: false },
      { child: 0, reference: 2, isReport: true }
    ])
    const child = childAt(0)
    const entries = anew.held.filter((entry) => entry.child === child)
    for (const stream of [[], entries]) {
      const files = caseFiles(before.entries)
      files.catchUp({ child, version: stream.length, entries: stream }, files.of(child))
      expect(files.get(child)).toEqual(stream.length === 0 ? undefined : fold(stream.map(({ recorded }) => recorded)))
      expect(files.of(child).version).toBe(stream.length)
      expect(files.childOf(reference(0))).toBeUndefined()
    }
  })
})
