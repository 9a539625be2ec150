import { at } from "@safe-return/casework/testing"
import type { SentDelivery } from "@safe-return/journal"
import { Duration } from "effect"
import { expect, it } from "vitest"
import { countShadowed } from "../../src/shadow/shadowCounts.ts"

const shadowed = (minutes: number): SentDelivery => ({
  _tag: "Sent",
  key: "card:episode-1",
  channel: "C1",
  ts: "1",
  fingerprint: "",
  sentAt: at(1),
  lateBy: minutes * 60_000,
  isShadowed: true
})

it("a shadowed message is late once it waited longer than the bot has patience for", () => {
  const late = (minutes: number) =>
    countShadowed([shadowed(15), shadowed(16), shadowed(31)], Duration.minutes(minutes)).map((one) => one.late)
  expect(late(15)).toEqual([2])
  expect(late(30)).toEqual([1])
})
