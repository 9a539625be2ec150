import { Option, Result } from "effect"
import { describe, expect, it } from "vitest"
import { ChildReference, referencesOnRecord } from "../../src/pathway/index.ts"

const [capitals, small, typed, other] = ["LCS-50001", "lcs-50001", "Lcs-50001", "LCS-50002"].map((text) =>
  ChildReference.make(text)
) as [ChildReference, ChildReference, ChildReference, ChildReference]

describe("a reference that is looked up", () => {
  it("finds the one on record in whichever spelling", () => {
    const onRecord = referencesOnRecord([small, other])
    expect(onRecord.find(capitals)).toEqual(Result.succeed(Option.some(small)))
    expect(onRecord.ambiguousReferences()).toEqual([])
  })

  it("is new where nothing like it is on record", () => {
    expect(referencesOnRecord([other]).find(capitals)).toEqual(Result.succeed(Option.none()))
  })

  it("finds its exact spelling where two are on record", () => {
    const onRecord = referencesOnRecord([small, capitals])
    expect(onRecord.find(capitals)).toEqual(Result.succeed(Option.some(capitals)))
    expect(onRecord.find(small)).toEqual(Result.succeed(Option.some(small)))
  })

  it("is refused with both names where two other spellings are on record", () => {
    const found = referencesOnRecord([small, capitals, other]).find(typed)
    const sentence = Result.isFailure(found) ? found.failure.message : ""
    expect(sentence).toContain("lcs-50001 and LCS-50001 are each on record")
  })

  it("is no longer ambiguous once one of the two is gone", () => {
    const onRecord = referencesOnRecord([small, capitals])
    expect(onRecord.ambiguousReferences()).toEqual([[small, capitals]])
    onRecord.remove(capitals)
    expect(onRecord.find(typed)).toEqual(Result.succeed(Option.some(small)))
    onRecord.remove(small)
    expect(onRecord.find(typed)).toEqual(Result.succeed(Option.none()))
  })
})
