import { at, cases, child } from "@safe-return/casework/testing"
import { addDays, calendars, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { type ChildState, isOpen, latestEpisode, PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { Option } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { absencesFrom } from "../../src/home/awayBlocks.ts"
import { HomeTab, onTab } from "../../src/home/HomePlace.ts"
import { homeView } from "../../src/home/homeView.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"
import { stillMissingList } from "../../src/messages/stillMissingList.ts"
import { homeFactsOf } from "./everyHome.ts"

/** Published for years ahead, so it has its year. */
const published = /\*Bank holidays published up to\*\\n[^"]*/g

const dateWithYear = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}/

const person = PersonId.make("U0MANAGER")

/** Everything that a person reads on Home and in the lists, by where it stands. */
const shown = (state: ChildState, now: Instant): ReadonlyMap<string, string> => {
  const states = new Map([[child, state]])
  const today = londonDayOf(now)
  const duty = { id: "duty-1", person, from: now, until: now }
  const facts = homeFactsOf(states, now)
  const home = {
    ...facts,
    theirChildren: new Set([child]),
    absences: absencesFrom(
      today,
      new Map([[person, { away: [{ from: today, to: addDays(today, 5), for: "leave" }] }]])
    ),
    whenThere: () => [],
    health: { ...facts.health, incidents: [], notTold: [] },
    rota: { isKept: true, toCome: [duty], gaps: [duty], overlaps: [[duty, duty] as const], absent: [duty] },
    undelivered: []
  } as const
  const lines = interviewQueue(states, now, calendars)
  const status = Option.map(Option.filter(latestEpisode(state), isOpen), (episode) =>
    caseStatus({ calendars, child, state, episode, now })
  )
  return new Map([
    ...HomeTab.literals.map((tab) => [`Home ${tab}`, wordsOf(homeView({ ...home, place: onTab(tab) }))] as const),
    ["queue", wordsOf(interviewQueueList({ lines, now }))],
    ["still missing", wordsOf(stillMissingList(states, now))],
    ...Option.toArray(status).map((words) => ["status", wordsOf(words)] as const)
  ])
}

it("neither Home nor a list writes the year of a time within six months", () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 600 }), ({ state }, hours) => {
      for (const [where, words] of shown(state, at(hours))) {
        expect([where, dateWithYear.exec(words.replaceAll(published, ""))?.[0]]).toEqual([where, undefined])
      }
    }),
    { numRuns: 60 }
  )
})

it("Home and each list write the year of a time more than six months before", () => {
  const withYear = new Set<string>()
  fc.assert(
    fc.property(cases, ({ state }) => {
      for (const [where, words] of shown(state, at(300 * 24))) if (dateWithYear.test(words)) withYear.add(where)
    }),
    { numRuns: 60 }
  )
  expect([...withYear]).toEqual(
    expect.arrayContaining(["Home mine", "Home queue", "Home team", "queue", "still missing", "status"])
  )
})
