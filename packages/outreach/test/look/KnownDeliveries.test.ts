import { at } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { expect, it } from "vitest"
import { KnownDeliveries } from "../../src/look/KnownDeliveries.ts"
import { Revisions } from "../../src/look/Revisions.ts"

const [child, other] = [ChildReference.make("LCS-1"), ChildReference.make("LCS-2")]
const claimed = (key: string): Delivery => ({ _tag: "Claimed", key, channel: "C1", claimedAt: at(1) })
const undelivered: Delivery = { _tag: "Undelivered", key: "card", reason: "closed", since: at(1), at: at(1) }

const opened = (...delivered: ReadonlyArray<Delivery>) => {
  const revisions = new Revisions()
  return { revisions, known: new KnownDeliveries(child, new Map(delivered.map((one) => [one.key, one])), revisions) }
}

it("what is known stays current over our own writes, and shows them", () => {
  const { known } = opened()
  known.note(claimed("card"))
  known.note(claimed("line"))
  expect(known.isCurrent).toBe(true)
  expect([...known.delivered.keys()]).toEqual(["card", "line"])
})

it("what is known is out of date once anything else about the same child has changed", () => {
  const { known, revisions } = opened()
  revisions.change(other)
  expect(known.isCurrent).toBe(true)
  revisions.change(child)
  expect(known.isCurrent).toBe(false)
  known.note(claimed("card"))
  expect(known.isCurrent).toBe(false)
})

it("a write puts what another look knows of the same child out of date", () => {
  const { known, revisions } = opened()
  const later = new KnownDeliveries(child, new Map(), revisions)
  known.note(claimed("card"))
  expect([known.isCurrent, later.isCurrent]).toEqual([true, false])
})

it("a write while it was being read puts what is known out of date", () => {
  const revisions = new Revisions()
  const revision = revisions.of(child)
  revisions.change(child)
  expect(new KnownDeliveries(child, new Map(), revisions, revision).isCurrent).toBe(false)
})

it("any write about a child puts what is known out of date while something is undelivered", () => {
  const { known } = opened(undelivered)
  known.note(claimed("line"))
  expect(known.isCurrent).toBe(false)
})
