/** Who is told when something of the bot's goes wrong. */

import { People, Role } from "@safe-return/casework"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { whoLooksAfter } from "../../src/recipients/whoLooksAfter.ts"

/** Named in the settings, and of those the ones Slack says are no full members. */
const lookedAfterBy = (named: Readonly<Partial<Record<Role, string>>>, guests: ReadonlyArray<string> = []) => {
  const rolesOf = (person: string) => Role.literals.filter((role) => named[role] === person)
  const layer = Layer.mock(People, {
    holdersOf: (role) =>
      Effect.sync(() => [named[role]].flatMap((id) => (id === undefined ? [] : [PersonId.make(id)]))),
    rolesOf: (person) => Effect.sync(() => new Set(guests.includes(person) ? [] : rolesOf(person)))
  })
  return Effect.runPromise(Effect.flatMap(People, whoLooksAfter).pipe(Effect.provide(layer)))
}

const everybody = {
  administrator: "U0ADMIN",
  "team-manager": "U0MANAGER",
  "missing-coordinator": "U0COORDINATOR",
  "head-of-service": "U0HEAD",
  mash: "U0MASH",
  "out-of-hours-duty": "U0DUTY"
} as const

it("administrators and team managers look after the bot together", async () => {
  expect(await lookedAfterBy(everybody)).toEqual({ administrators: ["U0ADMIN"], managers: ["U0MANAGER"] })
})

it("the next role stands in for managers: co-ordinators, heads of service, MASH, then duty", async () => {
  const inTurn = ["team-manager", "missing-coordinator", "head-of-service", "mash", "out-of-hours-duty"] as const
  let left: Partial<Record<Role, string>> = { ...everybody }
  for (const role of inTurn) {
    expect((await lookedAfterBy(left)).managers).toEqual([everybody[role]])
    left = Object.fromEntries(Object.entries(left).filter(([one]) => one !== role))
  }
  expect(await lookedAfterBy(left)).toEqual({ administrators: ["U0ADMIN"], managers: [] })
})

it("a guest who is named for a role is told nothing, and the next role is", async () => {
  expect(await lookedAfterBy(everybody, ["U0ADMIN", "U0MANAGER"])).toEqual({
    administrators: [],
    managers: ["U0COORDINATOR"]
  })
})
