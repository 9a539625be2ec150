/** A made-up council's words for roles and teams, in everything that people are shown. */
import { notSetUp, notTheirs, permissions } from "@safe-return/casework"
import { at, cases, child, missing } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { type CouncilWording, checkPolicy, rotherham } from "@safe-return/domain/policy"
import { makePlainTextRenderer } from "@safe-return/outreach"
import { everyKind, makeNotifyRenderer, wordsOf } from "@safe-return/outreach/testing"
import { checkMessage, checkView } from "@safe-return/slack-testkit"
import { inCouncilWords } from "@safe-return/wording"
import { Option, Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { screenButton } from "../../src/forms/screen/screenView.ts"
import { inWordsOf } from "../../src/words/withCouncilWords.ts"
import { everyForm } from "../forms/everyForm.ts"
import { everyHome } from "../home/everyHome.ts"
import { lastReply, press, withChild } from "../listeners/madeUpCard.ts"
import { CHANNEL, openSurface } from "../listeners/surface.ts"
import { rendered } from "../messages/rendered.ts"

const LONGEST = "x".repeat(40)

const wording: CouncilWording = {
  mash: { team: "Front Door" },
  "missing-coordinator": { one: "an Exploitation Lead", many: "Exploitation Leads" },
  "team-manager": { one: "a practice supervisor", many: "practice supervisors" },
  "head-of-service": { one: "an assistant director", many: "assistant directors" },
  "allocated-worker": { one: "a lead practitioner", many: "lead practitioners" },
  "out-of-hours-duty": { one: "an evening worker", team: "evening desk" },
  "missing-team": { team: "Safe Home Team" },
  "exploitation-team": { team: "Contextual Hub" }
}

const longest: CouncilWording = {
  mash: { team: LONGEST },
  "missing-coordinator": { one: `an ${LONGEST}`, many: LONGEST },
  "team-manager": { one: `a ${LONGEST}`, many: LONGEST },
  "head-of-service": { one: `a ${LONGEST}`, many: LONGEST },
  "allocated-worker": { one: `a ${LONGEST}`, many: LONGEST },
  "out-of-hours-duty": { one: `a ${LONGEST}`, team: LONGEST },
  "missing-team": { team: LONGEST },
  "exploitation-team": { team: LONGEST }
}

/** Every word of Rotherham's for a role or team, however a sentence begins or bends it. */
const ours =
  /\bMASH\b|co-?ordinator|team manager|heads? of service|allocated (?:social )?worker|duty (?:team|worker)|out-of-hours duty|Missing Team|Evolve/i

const say = inCouncilWords({ wording })
const moments = fc.integer({ min: at(0), max: at(600) }).map((moment) => Instant(moment))
const person = PersonId.make("U0READER1")

/** What people read of it: neither ids nor values nor what they typed. */
const readIn = (shown: unknown, key = ""): ReadonlyArray<string> => {
  if (typeof shown === "string") return ["text", "caption"].includes(key) ? [shown] : []
  if (typeof shown !== "object" || shown === null) return []
  return Object.entries(shown).flatMap(([inner, value]) => readIn(value, Array.isArray(shown) ? key : inner))
}

/** What a machine reads of it, which no wording may change. */
const idsIn = (shown: unknown): string =>
  JSON.stringify(shown, (key, value: unknown) =>
    ["text", "caption"].includes(key) && typeof value === "string" ? "" : value
  )

it("both wordings can be used in a policy", () => {
  for (const one of [wording, longest]) {
    expect(Result.isSuccess(checkPolicy({ ...rotherham, wording: one }))).toBe(true)
  }
  const wrong = { ...rotherham, wording: { "team-manager": { one: "supervisor", many: "*supervisors*" }, boss: {} } }
  const refused = checkPolicy(wrong)
  expect(Result.isFailure(refused) ? refused.failure.map(({ field }) => field).toSorted() : []).toEqual([
    "wording.boss",
    "wording.team-manager.many",
    "wording.team-manager.one"
  ])
})

it("no message of any kind names a role or team by Rotherham's word, on any channel", () => {
  const plainText = makePlainTextRenderer(() => "a person", "Slack", say)
  const notify = makeNotifyRenderer(say)
  const named = new Set<string>()
  fc.assert(
    fc.property(cases, moments, (given, now) => {
      for (const message of everyKind(given, now)) {
        const { subject, lines } = plainText.render(message)
        const shown = inWordsOf(say, rendered(message))
        for (const text of readIn(rendered(message))) named.add(ours.exec(text)?.[0].toLowerCase() ?? "")
        const words = [subject, ...lines, notify.render(message).what_to_do, ...readIn(shown)]
        expect(words.filter((text) => ours.test(text))).toEqual([])
        expect(idsIn(shown)).toBe(idsIn(rendered(message)))
      }
    }),
    { numRuns: 20 }
  )
  // Without the council's words they would be named.
  expect([...named]).toEqual(expect.arrayContaining(["mash", "team manager", "allocated worker", "out-of-hours duty"]))
})

it("no form and no page of the Home names a role or team by Rotherham's word", () => {
  fc.assert(
    fc.property(cases, moments, (given, now) => {
      const { state } = given
      const forms = state.episodes.flatMap((episode) => everyForm({ child, state, person }, episode, now))
      for (const view of [...forms, ...everyHome(state, now)]) {
        const shown = inWordsOf(say, view)
        expect(readIn(shown).filter((text) => ours.test(text))).toEqual([])
        expect(idsIn(shown)).toBe(idsIn(view))
      }
    }),
    { numRuns: 10 }
  )
})

it("Slack takes every message, form and page in the longest words that a policy may have", () => {
  const inLongest = inCouncilWords({ wording: longest })
  fc.assert(
    fc.property(cases, moments, (given, now) => {
      const { state } = given
      for (const message of everyKind(given, now)) {
        expect(checkMessage(inWordsOf(inLongest, rendered(message)))).toEqual([])
      }
      const forms = state.episodes.flatMap((episode) => everyForm({ child, state, person }, episode, now))
      for (const view of [...forms, ...everyHome(state, now)]) expect(checkView(inWordsOf(inLongest, view))).toEqual([])
    }),
    { numRuns: 5 }
  )
})

it("a person who may not do something reads who may in the council's words", () => {
  for (const permission of permissions) {
    for (const { message } of [notSetUp(permission), notTheirs(permission)]) expect(say(message)).not.toMatch(ours)
  }
})

it("an answer that is none, and one that is no view, come through as they are", () => {
  expect(inWordsOf(say, Option.none())).toEqual(Option.none())
  expect(inWordsOf(say, undefined)).toBeUndefined()
  expect(inWordsOf(say, Option.some({ text: "The MASH", value: "the MASH" }))).toEqual(
    Option.some({ text: "The Front Door", value: "the MASH" })
  )
})

it("helps, answers, refuses and opens forms in the council's words", async () => {
  await using surface = await openSurface(at(20), { ...rotherham, wording })
  const card = await withChild(surface, missing())
  const interviewer = surface.person("U0INTERVIEWER")
  for (const [command, words] of [
    ["/missing", "help"],
    ["/rhi", "help"],
    ["/rhi", `assign ${child}`],
    ["/missing", `status ${child}`]
  ] as const) {
    await interviewer.command(CHANNEL, command, words)
    expect(lastReply(surface, "U0INTERVIEWER")).not.toMatch(ours)
  }
  await interviewer.command(CHANNEL, "/missing", `screen ${child}`)
  expect(lastReply(surface, "U0INTERVIEWER")).toContain("Front Door")
  const mash = surface.person("U0MASH")
  await press(mash, card, screenButton.actionId)
  expect(wordsOf(mash.modal)).toContain("Front Door screening")
  expect(readIn(mash.modal).filter((text) => ours.test(text))).toEqual([])
})

it("a list that is shown again is put into words once, and in ours where the council has none", () => {
  const list = { text: "Tell the MASH team." }
  const say = inCouncilWords({ wording })
  const [first, again] = [inWordsOf(say, Option.some(list)), inWordsOf(say, Option.some(list))]
  expect(Option.getOrThrow(first).text).toBe(say(list.text))
  expect(Option.getOrThrow(again)).toBe(Option.getOrThrow(first))
  expect(Option.getOrThrow(inWordsOf(inCouncilWords({ wording: longest }), Option.some(list)))).not.toBe(
    Option.getOrThrow(first)
  )
  expect(inWordsOf(inCouncilWords({}), list)).toBe(list)
})
