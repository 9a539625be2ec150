import type { Role } from "@safe-return/casework"
import { describe, expect, it } from "vitest"
import { tabsOf } from "../../src/home/HomePlace.ts"

describe("tabsOf", () => {
  it.each<readonly [ReadonlyArray<Role>, ReadonlyArray<string>]>([
    [["team-manager"], ["team", "queue", "mine"]],
    [["missing-coordinator"], ["queue", "mine"]],
    [["mash"], ["queue"]],
    [["interviewer"], ["mine"]],
    [
      ["worker", "administrator"],
      ["mine", "settings"]
    ],
    [[], []]
  ])("%j: %j", (roles, tabs) => {
    expect(tabsOf(new Set(roles))).toEqual(tabs)
  })
})
