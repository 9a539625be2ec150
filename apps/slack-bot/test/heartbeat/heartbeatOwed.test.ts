import { People, type Role } from "@safe-return/casework"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { HeartbeatSettings } from "@safe-return/outreach"
import { heartbeatMessage, heartbeatOwed, wordsOf } from "@safe-return/outreach/testing"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { shown } from "../messages/rendered.ts"

const now = utc(2026, 11, 24, 10, 7)
const times = { every: 5 * 60_000, lateAfter: 15 * 60_000 }
const administrator = PersonId.make("U0ADMIN")

/** Where the heartbeat's message is owed, and under which keys. */
const owedBy = (
  settings: { readonly channel?: string } | undefined,
  held: Readonly<Partial<Record<Role, PersonId>>> = {}
) =>
  Effect.flatMap(heartbeatOwed, (owed) => owed(now)).pipe(
    Effect.provideService(HeartbeatSettings, settings),
    Effect.provide(
      Layer.mock(People, {
        holdersOf: (role) => Effect.sync(() => [held[role]].flatMap((one) => one ?? [])),
        rolesOf: (person) =>
          Effect.sync(
            () => new Set(Object.entries(held).flatMap(([role, one]) => (one === person ? [role as Role] : [])))
          )
      })
    ),
    Effect.map((all) => all.map(({ key, place, keptCurrent }) => [key, place, keptCurrent])),
    Effect.runPromise
  )

it("the heartbeat's message stands in its channel, or else with an administrator or a manager", async () => {
  const manager = PersonId.make("U0MANAGER")
  const inChannel = [["heartbeat:C0BEAT", { _tag: "Channel", id: "C0BEAT" }, true]]
  expect(await owedBy({ channel: "C0BEAT" }, { administrator })).toEqual(inChannel)
  const inPrivate = (person: PersonId) => [[`heartbeat:${person}`, { _tag: "Person", person }, true]]
  expect(await owedBy({}, { administrator, "team-manager": manager })).toEqual(inPrivate(administrator))
  expect(await owedBy({}, { "team-manager": manager })).toEqual(inPrivate(manager))
})

it("no message of the heartbeat is owed where none is set up or nobody could be told", async () => {
  expect(await owedBy(undefined, { administrator })).toEqual([])
  expect(await owedBy({})).toEqual([])
})

it("the message says the same for a beat, and for how long the bot may be silent", () => {
  const wordsAt = (at: typeof now) =>
    wordsOf(shown(heartbeatMessage({ _tag: "Person", person: administrator }, at, times)))
  expect(wordsAt(now)).toContain("at work at *Tue 24 Nov 2026, 10:05*")
  expect(wordsAt(utc(2026, 11, 24, 10, 9))).toBe(wordsAt(now))
  expect(wordsAt(utc(2026, 11, 24, 10, 10))).toContain("at work at *Tue 24 Nov 2026, 10:10*")
  expect(wordsAt(now)).toContain("more than 20 minutes ago")
})
