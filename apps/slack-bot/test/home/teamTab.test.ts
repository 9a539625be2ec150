import { assigned, at, episodeId, manager, missing, returned, type Told, tell } from "@safe-return/casework/testing"
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { onTab } from "../../src/home/HomePlace.ts"
import { queueTab } from "../../src/home/queueTab.ts"
import { teamTab } from "../../src/home/teamTab.ts"
import { stillMissingList } from "../../src/messages/stillMissingList.ts"
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

it("a manager's Home says first who is missing now, for how long, and who acts since when", () => {
  const twice = [missing(), missing(1, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })]
  const acknowledged: Told = {
    by: manager,
    now: at(2),
    command: { _tag: "AcknowledgeAlert", episodeId, by: manager, as: ["team-manager"] }
  }
  const states = new Map([
    [named(1), tell([...twice, acknowledged]).state],
    [named(2), tell([missing(3)]).state],
    [named(3), tell([missing(), returned(6)]).state]
  ])
  const words = wordsOf(teamTab(homeFacts({ states, now: at(7) })))
  expect(words).toContain(`*${named(1)}* · missing for 7 h`)
  expect(words).toContain(`Alert acknowledged by <@${manager}>`)
  expect(words).toContain(`\`/missing join ${named(1)}\``)
  expect(words).toContain("Nobody has acknowledged the alert of")
  // Found, and the two reports of one child are one line.
  expect(words.match(/"action_id":"found"/g)).toHaveLength(2)
  expect(words.indexOf("Missing now")).toBeLessThan(words.indexOf("This month so far"))
  expect(wordsOf(teamTab(homeFacts()))).toContain("No child is missing.")
})

it("a child with two open reports counts once on the Queue, as in the morning and the list", () => {
  const twice = [missing(), missing(1, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })]
  const states = new Map([[named(1), tell(twice).state]])
  const now = at(7)
  expect(wordsOf(queueTab(homeFacts({ states, now, place: onTab("queue", "still-missing") })))).toContain(
    "Still missing: 1"
  )
  expect(stillMissingList(states, now).text).toContain("1 still missing")
})
