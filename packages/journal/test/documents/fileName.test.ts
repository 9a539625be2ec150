import { describe, expect, it } from "@effect/vitest"
import { Option } from "effect"
import fc from "fast-check"
import { childOfFileName, fileNameOf } from "../../src/documents/fileName.ts"
import { child, references } from "../syntheticEvents.ts"

describe("the file name of a child's document", () => {
  it.each([
    ["LCS-10432", "lcs-10432.json"],
    ["lcs-10432", "_l_c_s-10432.json"],
    ["A/1", "a_-1.json"],
    ["A_1", "a__1.json"],
    ["A.1", "a.1.json"],
    ["1.json", "1._j_s_o_n.json"]
  ])("%s is kept in %s", (reference, fileName) => {
    expect(fileNameOf(child(reference))).toBe(fileName)
  })

  it("leads back to the reference", () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(childOfFileName(fileNameOf(reference))).toEqual(Option.some(reference))
      })
    )
  })

  it("is another one for another reference, on a file system that does not tell case apart too", () => {
    const relatives = references.chain((reference) =>
      fc.tuple(fc.constant(reference), fc.constantFrom(reference.toLowerCase(), reference.toUpperCase()), references)
    )
    fc.assert(
      fc.property(relatives, ([reference, otherCase, other]) => {
        const names = new Set([reference, child(otherCase), other].map((each) => fileNameOf(each).toLowerCase()))
        expect(names.size).toBe(new Set([reference, otherCase, other]).size)
      })
    )
  })

  it("is a plain, short name inside the folder", () => {
    fc.assert(
      fc.property(references, (reference) => {
        const fileName = fileNameOf(reference)
        expect(fileName).toMatch(/^[a-z0-9_][a-z0-9._-]*\.json$/)
        expect(fileName.length).toBeLessThan(100)
      })
    )
  })

  it.each(["LCS-1.json", "_1.json", "lcs.json", ".json", "_..json", "lcs 1.json", "_-1.json", "1___.json"])(
    "%s is no child's",
    (fileName) => {
      expect(childOfFileName(fileName)).toEqual(Option.none())
    }
  )
})
