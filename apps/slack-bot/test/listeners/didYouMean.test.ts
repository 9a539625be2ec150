import { at, child, missing } from "@safe-return/casework/testing"
import { didYouMean, nearest } from "@safe-return/settings"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseMissing } from "../../src/listeners/commands/parseMissing.ts"
import { parseRhi } from "../../src/listeners/commands/parseRhi.ts"
import { lastReply, withChild } from "./madeUpCard.ts"
import { CHANNEL, openSurface } from "./surface.ts"

describe("a mistyped word", () => {
  it.each([
    ["asign LCS-10432", "assign"],
    ["qeue", "queue"],
    ["overdeu", "overdue"],
    ["hand-over @a @b", "handover"]
  ])("/rhi %s", (text, meant) => expect(parseRhi(text)).toMatchObject({ _tag: "Help", meant: { word: meant } }))

  it.each([
    ["retruned LCS-10432", "returned"],
    ["staus LCS-10432", "status"],
    ["fuond LCS-10432", "found"]
  ])("/missing %s", (text, meant) => expect(parseMissing(text)).toMatchObject({ _tag: "Help", meant: { word: meant } }))

  it.each(["", "help", "hlep", "something else", "x"])("%j gives the help alone", (text) => {
    expect(parseRhi(text)).toEqual({ _tag: "Help" })
    expect(parseMissing(text)).toEqual({ _tag: "Help" })
  })

  it("is found again after any one mistake, and what was typed is not repeated", async () => {
    const words = ["queue", "assign", "returned"]
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(20), fc.constantFrom("", "x", "ee"), (word, place, put) => {
        const at = place % word.length
        expect(didYouMean(word.slice(0, at) + put + word.slice(at + 1), words)).toBe(word)
      })
    )
    await using surface = await openSurface(at(3))
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "asign Emma")
    expect(lastReply(surface, "U0MANAGER")).toContain("Did you mean `/rhi assign`? Nothing was done.")
    expect(lastReply(surface, "U0MANAGER")).not.toContain("Emma")
  })
})

describe("a mistyped reference", () => {
  it("is answered with the one on record that differs by one letter or digit", async () => {
    await using surface = await openSurface(at(3))
    await withChild(surface, missing())
    for (const typed of ["LCS-10423", "LCS-1043", "LCS-104322", "lcs-10433"]) {
      await surface.person("U0WORKER").command(CHANNEL, "/missing", `status ${typed}`)
      expect(lastReply(surface, "U0WORKER")).toContain(`Did you mean ${child}?`)
    }
    await surface.person("U0WORKER").command(CHANNEL, "/missing", "status LCS-99999")
    expect(lastReply(surface, "U0WORKER")).toContain("Check the reference against the case system")
    await surface.person("U0BYSTANDER").command(CHANNEL, "/missing", "status LCS-10423")
    expect(lastReply(surface, "U0BYSTANDER")).not.toContain(child)
  })

  it("looks no further than one mistake, and names two at most", () => {
    expect(nearest("LCS-1", ["LCS-2", "LCS-3", "LCS-44"], 1)).toEqual(["LCS-2", "LCS-3"])
    expect(nearest("LCS-1", ["ABC-9"], 1)).toEqual([])
  })
})
