import { ChildReference, PoliceReference } from "@safe-return/domain/pathway"
import { referenceUse } from "@safe-return/journal"
import { expect, it } from "vitest"
import { policeReferences } from "../src/policeReferences.ts"
import { at, entriesOf, found, missing, notified, tell } from "../testing/madeUpCase.ts"

const reference = PoliceReference.make("SYP-2026-0000001")
const [first, second] = ["LCS-1", "LCS-2"].map((one) => ChildReference.make(one)) as [ChildReference, ChildReference]

const heardOf = (child: ChildReference, position: number, kind: "missing" | "found") => {
  const { recorded } = tell([
    missing(),
    notified(at(3), { kind: "found", foundAt: at(2) }, { reference: "SYP-2026-0000001" }),
    found(3)
  ])
  const [entry] = entriesOf(recorded, child).filter(
    ({ recorded: { event } }) => event._tag === "NotificationReceived" && event.notification.kind === kind
  )
  if (entry === undefined) throw new Error("there is no such notification")
  const use = referenceUse({ ...entry, position })
  if (use === undefined) throw new Error("no reference is used in it")
  return use
}

it("a police reference stands for the child it was last reported of, in any order of news", () => {
  const news = [heardOf(first, 2, "missing"), heardOf(first, 3, "found"), heardOf(second, 1, "missing")]
  for (const inTurn of [news, news.toReversed()]) {
    const references = policeReferences()
    inTurn.forEach(references.hear)
    expect(references.childOf(reference)).toBe(first)
    references.forget(first)
    expect(references.childOf(reference)).toBe(second)
  }
})
