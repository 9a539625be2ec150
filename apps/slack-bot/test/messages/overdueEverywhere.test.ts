/** One truth about what is overdue: whatever happened to the children, every surface names the same of them. */
import { everyClosingWork, hasDecisionLeft } from "@safe-return/casework"
import { cases, child, interviewer } from "@safe-return/casework/testing"
import { calendars, type Instant, utc } from "@safe-return/domain/calendar"
import { interviewQueue, overdueInterviews } from "@safe-return/domain/deadlines"
import { ChildReference, type ChildState, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { closingStep, emptyRoster, type Roster } from "@safe-return/outreach"
import { digestOf, morningMessages, namedOn, overdueList, toldOfMorning, wordsOf } from "@safe-return/outreach/testing"
import type { KnownBlock } from "@slack/types"
import { Option } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { histories } from "../../../../packages/domain/test/pathway/histories.ts"
import { decodeCaseLink } from "../../src/blocks/caseLink.ts"
import { buttonsIn } from "../../src/blocks/withoutButtons.ts"
import { closingOnHome } from "../../src/home/closingBlocks.ts"
import { onTab } from "../../src/home/HomePlace.ts"
import { nextButton } from "../../src/home/interviewLines.ts"
import { teamTab } from "../../src/home/teamTab.ts"
import { overdueOnes } from "../../src/listeners/commands/rhiQueue.ts"
import { interviewQueueList } from "../../src/messages/interviewQueueList.ts"
import { todoButton } from "../../src/messages/todoButton.ts"
import { homeFactsOf } from "../home/everyHome.ts"
import { rendered } from "./rendered.ts"

const manager = PersonId.make("U0MANAGER")
const there: Roster = { ...emptyRoster, holders: { ...emptyRoster.holders, "team-manager": [manager] } }

const moments = fc.constantFrom<Instant>(utc(2026, 11, 16, 8, 30), utc(2026, 11, 26, 8, 30), utc(2027, 12, 23, 8, 30))

const named = (words: string): ReadonlyArray<string> => [...new Set(words.match(/LCS-\d+/g) ?? [])].toSorted()

/** What stands below the heading of what is overdue. */
const belowOverdue = (blocks: ReadonlyArray<KnownBlock>): string => {
  const start = blocks.findIndex((block) => block.type === "context" && wordsOf([block]).includes("Overdue*"))
  if (start === -1) return ""
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.type === "context" || block.type === "header")
  return wordsOf(end === -1 ? rest : rest.slice(0, end))
}

const partOf = (blocks: ReadonlyArray<KnownBlock>, begins: string, ends: RegExp): string => {
  const words = blocks.map((block) => wordsOf([block]))
  const start = words.findIndex((one) => one.includes(begins))
  if (start === -1) return ""
  const end = words.findIndex((one, index) => index > start && ends.test(one))
  return words.slice(start, end === -1 ? undefined : end).join("\n")
}

it("the summary, the list, the message, queue, Home and command name the same interviews", () => {
  let overdue = 0
  let provisional = 0
  const states = fc
    .array(fc.oneof(histories, cases), { minLength: 1, maxLength: 6 })
    .map(
      (told) =>
        new Map<ChildReference, ChildState>(
          told.map(({ state }, index) => [ChildReference.make(`LCS-${20_000 + index}`), state])
        )
    )
  fc.assert(
    fc.property(states, moments, (all, now) => {
      const truth = overdueInterviews(all, now, calendars)
      overdue += truth.length
      provisional += truth.filter(({ clocks }) => clocks.provisional).length
      const expected = [...new Set(truth.map(({ child }) => String(child)))].toSorted()
      const council = { there, delivered: new Map(), now }
      const lines = interviewQueue(all, now, calendars)
      const found = new Map<string, ReadonlyArray<string>>()

      const listed = overdueList({ ...council, at: now, named: namedOn(all, now, { calendars }), states: all })
      found.set("list", named(listed.map(({ message }) => wordsOf(rendered(message()).blocks)).join("\n")))

      const digest = digestOf({ states: all, policy: rotherham, calendars, announceFrom: utc(2000, 1, 1), now })
      const message = Option.getOrThrow(Option.map(digest, (one) => rendered({ _tag: "MorningSummary", digest: one })))
      // It shows eight lines of each kind.
      if (truth.length <= 8) {
        found.set("summary", named(partOf(message.blocks, "Interviews overdue", /./)))
      }

      const told = toldOfMorning({
        at: now,
        calendars,
        known: all,
        digest: undefined,
        allocatedWorkerOf: () => undefined
      })
      const [morning] = morningMessages({
        ...council,
        calendars,
        told,
        summaryUntil: undefined,
        states: all,
        decisions: []
      })
      const shown = morning === undefined ? [] : rendered(morning.message()).blocks
      found.set(
        "message",
        named(
          partOf(
            shown,
            "Overdue: ",
            /Today: |Also not assigned: |Missing notification not received|Records to decide on|To finish or close|As of /
          )
        )
      )

      found.set("queue", named(belowOverdue(interviewQueueList({ lines, now }).blocks)))
      found.set("command", named(belowOverdue(interviewQueueList({ lines: overdueOnes(lines), now }).blocks)))
      const home = teamTab({ ...homeFactsOf(all, now), lines, place: onTab("team") })
      if (lines.length <= 12) found.set("Home", named(belowOverdue(home)))

      for (const [surface, names] of found) expect([surface, names]).toEqual([surface, expected])
    })
  )
  expect(overdue).toBeGreaterThan(50)
  expect(provisional).toBeGreaterThan(5)
})

it("the morning message and Home name the same next step of an interview, overdue or not", () => {
  const steps = new Set<string>()
  fc.assert(
    fc.property(cases, moments, ({ state }, now) => {
      const all = new Map([[child, state]])
      const atHome = new Map(
        interviewQueue(all, now, calendars).map((line) => [line.episode.id, nextButton(line).action_id])
      )
      const told = toldOfMorning({
        at: now,
        calendars,
        known: all,
        digest: undefined,
        allocatedWorkerOf: () => undefined
      })
      const everybody = { ...there, holders: { ...there.holders, interviewer: [interviewer] } }
      const council = { there: everybody, calendars, delivered: new Map(), now }
      const work = everyClosingWork(all, (_, each, { id }) => hasDecisionLeft(each, id, { now, calendars, facts: {} }))
      const closingFor = (person: PersonId) => {
        const reader = { person, coversFor: new Set<PersonId>(), isCoordinator: person === manager }
        const lines = work.flatMap((one) => closingOnHome(one, state, { ...reader, everybody: new Set([interviewer]) }))
        return new Map(
          lines.map(({ link, tasks }) => [link.episodeId, todoButton({ ...link, what: closingStep(tasks) }).action_id])
        )
      }
      for (const { message, place } of morningMessages({
        ...council,
        told,
        summaryUntil: undefined,
        states: all,
        decisions: []
      })) {
        const toFinish = closingFor(place._tag === "Person" ? place.person : manager)
        for (const { action_id: action = "", value } of buttonsIn(rendered(message()).blocks)) {
          const link = Option.getOrThrow(decodeCaseLink(value))
          steps.add(action)
          expect([link.episodeId, action]).toEqual([
            link.episodeId,
            atHome.get(link.episodeId) ?? toFinish.get(link.episodeId)
          ])
        }
      }
    }),
    { numRuns: 300 }
  )
  expect([...steps]).toEqual(expect.arrayContaining(["assign-interview", "log-interview", "offer", "screen"]))
})
