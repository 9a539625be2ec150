/** One truth about whether a clock runs: whatever shows a deadline says the same of it. */
import { interviewsOfAbsent } from "@safe-return/casework"
import {
  assigned,
  at,
  type Case,
  child,
  episodeId,
  found,
  interviewer,
  missing,
  onlyEpisode,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { addHours, calendars, civilDay, type Instant, londonDayOf, londonTimeOn } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { emptyRoster, type Roster } from "@safe-return/outreach"
import { digestOf, morningMessages, toldOfMorning, wordsOf } from "@safe-return/outreach/testing"
import { Option } from "effect"
import { expect, it } from "vitest"
import { whyView } from "../../src/forms/why/whyView.ts"
import { onTab } from "../../src/home/HomePlace.ts"
import { mineTab } from "../../src/home/mineTab.ts"
import { queueTab } from "../../src/home/queueTab.ts"
import { teamTab } from "../../src/home/teamTab.ts"
import { overdueOnes, overdueWords } from "../../src/listeners/commands/rhiQueue.ts"
import { caseStatus } from "../../src/messages/caseStatus.ts"
import { interviewAssigned } from "../../src/messages/interviewAssigned.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"
import { homeFactsOf } from "../home/everyHome.ts"
import { rendered } from "./rendered.ts"

const manager = PersonId.make("U0MANAGER")
const there: Roster = { ...emptyRoster, holders: { ...emptyRoster.holders, "team-manager": [manager] } }

/** Found at 23:00 on Monday: counted from then, the 72 hours are over on Thursday at 23:00. */
const DUE = "Thu 26 Nov, 23:00"
const elsewhere: Told = {
  by: manager,
  now: at(6),
  command: { _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(5) }
}

/** Every surface that may say by when an interview is due, at that moment. */
const surfacesOf = (told: Case, now: Instant): ReadonlyMap<string, string> => {
  const { state } = told
  const all = new Map([[child, state]])
  const episode = onlyEpisode(told)
  const lines = interviewQueue(all, now, calendars)
  const digest = Option.getOrUndefined(
    digestOf({ states: all, policy: rotherham, calendars, announceFrom: at(-100), now })
  )
  const mornings = morningMessages({
    there,
    delivered: new Map(),
    now,
    calendars,
    told: toldOfMorning({ at: now, calendars, known: all, digest, allocatedWorkerOf: () => undefined }),
    summaryUntil: addHours(now, 3),
    states: all,
    decisions: []
  })
  const facts = { child, state, episode, calendars, now }
  const home = { ...homeFactsOf(all, now), lines, person: interviewer, theirChildren: new Set([child]) }
  const absent = interviewsOfAbsent(all, interviewer, londonDayOf(now))
  return new Map([
    ["card", wordsOf(rendered({ _tag: "EpisodeCard", ...facts }))],
    ["status", wordsOf(caseStatus(facts))],
    ["queue", wordsOf(interviewQueueList({ lines, now }))],
    ["overdue", wordsOf(interviewQueueList({ lines: overdueOnes(lines), now }))],
    ["Mine", wordsOf(mineTab({ ...home, place: onTab("mine") }))],
    ["Queue", wordsOf(queueTab({ ...home, place: onTab("queue") }))],
    ["Team", wordsOf(teamTab({ ...home, place: onTab("team") }))],
    ["summary", digest === undefined ? "" : wordsOf(rendered({ _tag: "MorningSummary", digest }))],
    ["morning", mornings.map(({ message }) => wordsOf(rendered(message()))).join()],
    ["assignment", wordsOf(rendered({ _tag: "InterviewAssignment", ...facts, interviewer, assignedAt: at(7) }))],
    ["assigned", wordsOf(interviewAssigned({ ...facts, interviewer }))],
    [
      "given up",
      wordsOf(
        rendered({
          _tag: "InterviewGivenUp",
          ...facts,
          interviewer,
          reason: "interviewer-unavailable",
          givenUpAt: at(7)
        })
      )
    ],
    [
      "hand-over",
      wordsOf(
        rendered({
          _tag: "HandoverList",
          person: interviewer,
          interviews: absent,
          today: londonDayOf(now),
          since: londonDayOf(at(6)),
          acting: { _tag: "Nobody", away: { from: londonDayOf(now), for: "leave" } },
          isForCover: false
        })
      )
    ],
    [
      "cover",
      wordsOf(
        rendered({
          _tag: "CoverRequest",
          person: interviewer,
          days: [{ from: londonDayOf(now) }],
          roles: [],
          children: [],
          interviews: absent
        })
      )
    ]
  ])
}

const morningOn = (day: number) => londonTimeOn(civilDay(2026, 11, day), 8 * 60 + 30)

it("no surface gives a deadline of a child who is found, elsewhere and not back", () => {
  for (const steps of [[], [assigned(7)]]) {
    const told = tell([missing(), found(5), elsewhere, ...steps])
    for (const now of [morningOn(25), morningOn(26), morningOn(27)]) {
      for (const [surface, words] of surfacesOf(told, now)) {
        expect([surface, words.includes("26 Nov, 23:00") || words.includes("Overdue:")]).toEqual([surface, false])
      }
      const why = wordsOf(whyView(child, told.state, onlyEpisode(told), now, calendars))
      expect(why).toContain("No clock of the return home interview runs")
      expect(why).not.toContain("Both clocks start")
    }
  }
})

it("whatever gives the deadline of a find without a return says that it is provisional", () => {
  for (const steps of [[], [assigned(7)]]) {
    const told = tell([missing(), found(5), ...steps])
    for (const now of [morningOn(25), morningOn(27)]) {
      for (const [surface, words] of surfacesOf(told, now)) {
        if (words.includes(DUE)) expect([surface, /provisional/i.test(words)]).toEqual([surface, true])
      }
    }
  }
})

it("what is not overdue stands under no heading that counts it as overdue", () => {
  const told = tell([missing(), found(5)])
  const words = wordsOf(
    interviewQueueList({
      lines: overdueOnes(interviewQueue(new Map([[child, told.state]]), at(7), calendars)),
      now: at(7),
      words: overdueWords
    })
  )
  expect(words).toContain("Overdue, or return not recorded")
  expect(words).toContain("with no return recorded, not overdue yet")
})

it("a card asks nobody to carry out an interview by a time that is over", () => {
  const back: Told = { by: worker, now: at(6.5), command: { _tag: "RecordReturned", episodeId, returnedAt: at(6) } }
  const told = tell([missing(), back, assigned(7)])
  const cardAt = (hours: number) =>
    wordsOf(rendered({ _tag: "EpisodeCard", ...told, child, episode: onlyEpisode(told), calendars, now: at(hours) }))
  expect(cardAt(10)).toContain("by Fri 27 Nov, 00:00")
  expect(cardAt(100)).toContain("Overdue.")
  expect(cardAt(100)).not.toContain("by Fri 27 Nov")
})
