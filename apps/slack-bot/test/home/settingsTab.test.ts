import { emptyChildState } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { at, wordsOf } from "../messages/madeUpCase.ts"
import { everyHome } from "../views/everyHome.ts"

it("an administrator's Home shows what is wrong now, the oldest first, as words", () => {
  const words = everyHome(emptyChildState, at(0)).map(wordsOf)
  const settings = words.filter((home) => home.includes("Kept"))
  expect(settings).toHaveLength(1)
  expect(settings[0]).toContain(
    "0 messages wait &lt;!channel&gt;.*\\nSee why Slack does not take them. Since Thu 1 Jan 1970"
  )
  expect(settings[0]).toContain("and 2 more")
  expect(words.filter((home) => home.includes("messages wait"))).toHaveLength(1)
})
