import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { referenceIn } from "../../src/listeners/shortcuts/referenceIn.ts"

const read = (text: string) => Option.getOrUndefined(referenceIn(text))

describe("the case reference in a message", () => {
  it.each([
    ["with a phone's dash", "LCS\u201350001 is not back", "LCS-50001"],
    ["in full-width letters", "seen: \uff2c\uff23\uff33\uff0d\uff15\uff10\uff10\uff10\uff11", "LCS-50001"],
    ["with a character nobody sees", "LCS-\u200b50001", "LCS-50001"],
    ["twice in two spellings", "lcs-50001 again. Is LCS\u201150001 home?", "lcs-50001"]
  ])("is read %s", (_, text, reference) => expect(read(text)).toBe(reference))

  it.each([
    ["two children are named", "LCS-50001 and LCS-50002"],
    ["a police reference goes on", "SYP\u20132026\u2013500"],
    ["a collar number has a space", "PC 4521 rang"]
  ])("is none where %s", (_, text) => expect(read(text)).toBeUndefined())
})
