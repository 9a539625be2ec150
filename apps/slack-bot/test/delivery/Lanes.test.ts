import type { Transport } from "@safe-return/outreach"
import { channel, Lanes } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { madeUpTransport } from "./madeUpTransport.ts"

const slack: Transport = {
  ...madeUpTransport,
  name: "Slack",
  pace: { lanesOf: (place, act) => [`${place._tag} ${act}`], freeFrom: () => 100, atOnce: 2 }
}
const notify: Transport = { ...madeUpTransport, name: "Notify" }

it("a message needs its carrier's lanes, and none where it is only crossed off", () => {
  const lanes = new Lanes()
  expect(lanes.neededFor(slack, channel, "post")).toEqual(["Slack", "Slack: MissingChannel post"])
  expect(lanes.neededFor(notify, channel, "post")).toEqual(["Notify"])
  expect(lanes.neededFor(slack, channel, "supersede")).toEqual([])
})

it("a lane is free from the time its carrier names, and takes as many at once as it says", () => {
  const lanes = new Lanes()
  const needed = lanes.neededFor(slack, channel, "post")
  const { freeFrom, atOnce } = lanes.limitsAt(0)
  expect(needed.map(freeFrom)).toEqual([0, 100])
  expect(needed.map(atOnce)).toEqual([Number.POSITIVE_INFINITY, 2])
  expect([lanes.areFree(needed, 99), lanes.areFree(needed, 100)]).toEqual([false, true])
  expect([lanes.waitingReason(needed, 99), lanes.waitingReason(needed, 100)]).toEqual(["ratelimited", undefined])
})
