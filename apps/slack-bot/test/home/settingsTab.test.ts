import { at, child, closedOn, manager, missing, openOn, tell, withOwnDays } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { emptyChildState, PersonId } from "@safe-return/domain/pathway"
import { derbyshire, rotherham } from "@safe-return/domain/policy"
import { wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { settingsTab } from "../../src/home/settingsTab.ts"
import { everyHome } from "./everyHome.ts"
import { homeFacts } from "./homeFacts.ts"

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

it("an administrator's Home names who holds each role, or that nobody does, and how many more", () => {
  const people = Array.from({ length: 32 }, (_, nth) => PersonId.make(`U0P${nth}`))
  const holders = { ...homeFacts().holders, worker: people, mash: people.slice(0, 30) }
  const words = wordsOf(settingsTab(homeFacts({ holders })))
  expect(words).toContain("<@U0P29> and 2 more")
  expect(words.match(/ and \d+ more/g)).toHaveLength(1)
  expect(words).toContain("*Team manager:* :warning: nobody")
})

it("an administrator's Home says who cannot be told and what they are named for", () => {
  const notTold = [
    { person: manager, why: "guest" as const, since: at(0) },
    { person: PersonId.make("U0OTHER"), why: "deactivated" as const, since: at(0) }
  ]
  const holders = { ...homeFacts().holders, "team-manager": [manager] }
  const { health } = homeFacts()
  const words = wordsOf(settingsTab(homeFacts({ holders, health: { ...health, notTold } })))
  expect(words).toContain("a guest is told nothing about a child (team manager)")
  expect(words).toContain('• <@U0OTHER>: their account is deactivated"')
  expect(wordsOf(settingsTab(homeFacts()))).not.toContain("Cannot be told anything")
})

it("an administrator's Home counts the council's own days and the choices left to confirm", () => {
  const own = withOwnDays(closedOn(civilDay(2026, 12, 29)), openOn(civilDay(2026, 12, 28)))
  expect(wordsOf(settingsTab(homeFacts({ calendars: own })))).toContain("1 closed, 1 open on a bank holiday")
  expect(wordsOf(settingsTab(homeFacts()))).toContain("*Days of the council's own*\\nnone")
  const choices = JSON.stringify(rotherham).split('"verified":false').length - 1
  expect(wordsOf(settingsTab(homeFacts()))).toContain(`*Working choices to confirm*\\n${choices}`)
})

it("an administrator's Home counts the open episodes that another policy opened", () => {
  const { state } = tell([missing()])
  const facts = { states: new Map([[child, state]]) }
  expect(wordsOf(settingsTab(homeFacts(facts)))).not.toContain("under another policy")
  const policy = { ...derbyshire, effectiveFrom: "2026-12-01" }
  const words = wordsOf(settingsTab(homeFacts({ ...facts, policy })))
  expect(words).toContain("*Open episodes under another policy*\\n1")
})

it("an administrator's Home calls a policy in force only from its first day to its last", () => {
  const now = at(0)
  const shown = (dates: Partial<typeof rotherham>) =>
    wordsOf(settingsTab(homeFacts({ now, policy: { ...rotherham, ...dates } })))
  expect(shown({ effectiveFrom: "2026-11-01" })).toContain("*In force since*")
  const early = shown({ effectiveFrom: "2026-11-29" })
  expect(early).not.toContain("In force since")
  expect(early).toContain("29 Nov: read back onto the days before")
  const late = shown({ effectiveFrom: "2026-10-01", effectiveTo: "2026-10-31" })
  expect(late).not.toContain("In force since")
  expect(late).toContain("31 Oct: it stays until another begins")
})
