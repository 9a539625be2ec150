/** What became of a message out of Slack is asked after, and told to people where it did not arrive. */

import { at, child, found, missing, returned, tell } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { EpisodeId } from "@safe-return/domain/pathway"
import { Outreach, OutsideSlack, receiptCheck, SendFailed } from "@safe-return/outreach"
import type { Receipt } from "@safe-return/outreach/testing"
import { Effect, Layer } from "effect"
import { expect, test } from "vitest"
import { madeUpTransport } from "../delivery/madeUpTransport.ts"
import { outreachWorld } from "../delivery/outreachWorld.ts"

const KEY = "ladder:episode-1:1:out-of-hours-duty:sms-0"

const asked = async (receipt: Receipt | "no answer", history = [missing(0)]) => {
  const world = outreachWorld(at(1))
  world.record(child, tell(history).recorded)
  const channel = "sms:out-of-hours-duty:0"
  world
    .keptOf(child)
    .set(KEY, { _tag: "Sent", key: KEY, channel, ts: "notify-1", fingerprint: "", sentAt: Instant(Date.now()) })
  const looked: Array<string> = []
  const calls: Array<string> = []
  const layer = Layer.mergeAll(
    Layer.mock(Outreach, { deliver: (about) => Effect.sync(() => void looked.push(about)) }),
    Layer.mock(OutsideSlack, {
      addresses: () => [],
      carrier: madeUpTransport,
      receiptOf: (sent) =>
        Effect.suspend(() => {
          calls.push(sent)
          return receipt === "no answer"
            ? Effect.fail(new SendFailed({ act: "asking", reason: "ETIMEDOUT", fault: "unknown" }))
            : Effect.succeed(receipt)
        })
    })
  ).pipe(Layer.provideMerge(world.services))
  await Effect.gen(function* () {
    const ask = yield* receiptCheck
    yield* ask
    yield* ask
  }).pipe(Effect.provide(layer), Effect.runPromise)
  return { kept: world.keptOf(child).get(KEY), looked, calls }
}

test("a text that did not arrive is kept as undelivered, and its child is looked at, once", async () => {
  const { kept, looked } = await asked("failed")
  expect(kept).toMatchObject({ _tag: "Undelivered", reason: "not-delivered", channel: "sms:out-of-hours-duty:0" })
  expect(looked).toEqual([child])
})

test("a text that arrived stands, and is asked after no more", async () => {
  const { kept, looked, calls } = await asked("delivered")
  expect(kept).toMatchObject({ _tag: "Sent" })
  expect(looked).toEqual([])
  expect(calls).toHaveLength(1)
})

test.each(["on-its-way", "no answer"] as const)("a text that is %s is asked after again", async (receipt) => {
  const { kept, calls } = await asked(receipt)
  expect(kept).toMatchObject({ _tag: "Sent" })
  expect(calls).toHaveLength(2)
})

test("a text about a child who was found is not asked after", async () => {
  expect((await asked("failed", [missing(0), found(1)])).calls).toEqual([])
})

test("a text is asked after while any disappearance of its child is open", async () => {
  const again = missing(8, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })
  expect((await asked("delivered", [missing(0), returned(6), again])).calls).toEqual(["notify-1"])
})
