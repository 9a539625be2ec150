import { expect, it } from "vitest"
import {
  CancelledThere,
  NothingToMove,
  PersonalReference,
  PoliceReferenceElsewhere,
  SameChild
} from "../src/refusedReports.ts"

it.each([
  [new PoliceReferenceElsewhere(), "policeReference", "Check both references"],
  [new NothingToMove(), "child", "Look at its newest card"],
  [new SameChild(), "child", "Give the case reference of the child who is really missing"],
  [new CancelledThere(), "child", "Report that child afresh with /missing report first"],
  [new PersonalReference({ looksLike: "name" }), "reference", "looks like a name, and it would be shown in messages"],
  [new PersonalReference({ looksLike: "birth-date" }), "reference", "looks like a date of birth"]
])("a report that is refused says at which field, and what to do: %#", (refusal, field, sentence) => {
  expect(refusal.field).toBe(field)
  expect(refusal.message).toContain(sentence)
})
