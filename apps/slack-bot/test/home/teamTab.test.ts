import { assigned, at, missing, returned, tell } from "@safe-return/casework/testing"
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { teamTab } from "../../src/home/teamTab.ts"
import { homeFacts } from "./homeFacts.ts"

const named = (nth: number) => ChildReference.make(`LCS-${100 + nth}`)

/** Three episodes, so that a decision on them waits since the third of them. */
const repeated = (hours: number) =>
  tell(
    [1, 2, 3].flatMap((nth) => {
      const id = EpisodeId.make(`episode-${nth}`)
      return [missing(hours + nth, { id, reference: `SYP-2026-000000${nth}` }), returned(hours + nth + 0.9, id)]
    })
  ).state

it("a manager's Home lists the triggers that wait, the latest met first", () => {
  const states = new Map(Array.from({ length: 16 }, (_, nth) => [named(nth), repeated(nth / 10)]))
  const words = wordsOf(teamTab(homeFacts({ states, now: at(10) })))
  expect(words.indexOf(`*${named(15)}*`)).toBeGreaterThan(-1)
  expect(words.indexOf(`*${named(15)}*`)).toBeLessThan(words.indexOf(`*${named(1)}*`))
  expect(words).toContain(`And 1 more, met earlier: ${named(0)}.`)
  expect(wordsOf(teamTab(homeFacts({ states: new Map([[named(1), repeated(0)]]), now: at(10) })))).not.toContain(
    "met earlier"
  )
  expect(wordsOf(teamTab(homeFacts()))).toContain("None that may be shown in Slack.")
})

it("a manager's Home lists what is overdue under its level, and nothing that is not", () => {
  const states = new Map([[named(1), tell([missing(), returned(6), assigned(7)]).state]])
  const overdueAt = (hours: number) => wordsOf(teamTab(homeFacts({ states, now: at(hours) })))
  expect(overdueAt(20)).toContain("No interview is overdue.")
  expect(overdueAt(100)).not.toContain("No interview is overdue.")
  expect(overdueAt(100).match(/"context"/g)).toHaveLength(1)
})
