/** A message costs one look at its child at most, and a look reads once what was delivered. */

import { at, missing, tell } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { outreachWorld } from "./outreachWorld.ts"

const CHILDREN = 30
const START = at(1)

const manyMissing = () => {
  const world = outreachWorld(START)
  for (let number = 0; number < CHILDREN; number += 1) {
    world.record(ChildReference.make(`LCS-${number}`), tell([missing()]).recorded)
  }
  return world
}

it("all messages of one look at a child cost one read of its journal and its deliveries", async () => {
  const world = manyMissing()
  await world.watched(({ pass }) => pass(1_000))
  const { deliveries, journal } = world.reads
  expect(world.posted.length).toBeGreaterThanOrEqual(2 * CHILDREN)
  expect([deliveries, journal]).toEqual([CHILDREN, CHILDREN])
})

it("a message that waited is looked at once more and no oftener", async () => {
  const world = manyMissing()
  let opensAt = Number.POSITIVE_INFINITY
  world.setting.freeFrom = () => opensAt
  await world.watched(({ pass }) =>
    Effect.gen(function* () {
      yield* pass(60_000)
      expect(world.posted).toEqual([])
      const { deliveries: before } = world.reads
      opensAt = 0
      yield* pass(20_000)
      expect(world.posted.length).toBeGreaterThanOrEqual(2 * CHILDREN)
      expect(world.reads.deliveries).toBe(world.reads.journal)
      expect(world.reads.deliveries - before).toBeLessThanOrEqual(world.posted.length)
    })
  )
})
