import { describe, expect, it } from "vitest"
import { referenceAlone, referenceFirst, subcommandOf } from "../../src/listeners/commands/typed.ts"

const USAGE = "/missing found LCS-50001"

describe("a reference typed in a command", () => {
  it.each([
    ["lcs\u201150001 22:10", "lcs-50001", "22:10"],
    ["LCS 50001 22:10", "LCS-50001", "22:10"],
    ["LCS 50001", "LCS-50001", ""],
    ["\uff2c\uff23\uff33\uff0d\uff15\uff10\uff10\uff10\uff11, yesterday", "LCS-50001", "yesterday"],
    ["\u00a0LCS-50001\u200b\u00a0yesterday", "LCS-50001", "yesterday"]
  ])("as %j is read, with what stands behind it", (text, reference, when) => {
    const [, rest] = subcommandOf(`found ${text}`)
    expect(referenceFirst(rest, USAGE)).toEqual({ reference, when })
  })

  it.each(["tom 2240", "Tom 2240", "LCS yesterday", "LCS-5000\u00b2/\u00bd"])("as %j is none", (text) => {
    expect(referenceFirst(text, USAGE)).toMatchObject({ _tag: "Misunderstood" })
  })

  it("follows its word although nobody sees what stands before it", () => {
    expect(subcommandOf("\u200b\uff46ound lcs-50001")[0]).toBe("found")
  })

  it("stands alone although a space is in it", () => {
    expect(referenceAlone(" LCS 50001 ", USAGE)).toBe("LCS-50001")
  })
})
