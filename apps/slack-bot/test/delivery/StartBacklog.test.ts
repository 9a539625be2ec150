/** What an earlier process may have sent without a record of it is looked for first, and nothing else is. */

import { at } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { type Place, SendFailed, type Transport, Transports } from "@safe-return/outreach"
import {
  channel,
  KnownDeliveries,
  makeSender,
  type OwedMessage,
  once,
  Revisions,
  StartBacklog,
  type Urgency
} from "@safe-return/outreach/testing"
import { Effect, Result } from "effect"
import { expect, it } from "vitest"
import { madeUpMessage, rendered, slackFingerprint } from "../messages/rendered.ts"
import { makeWorld } from "./outboxWorld.ts"

const [CHILD, NEW] = [ChildReference.make("LCS-1"), ChildReference.make("LCS-2")]
const START = at(10)
const none = new Map<string, Delivery>()
const recorded: Delivery = { _tag: "Superseded", key: "sent", by: "another", at: START }
const sms: Place = { _tag: "Outside", way: "sms", role: "team-manager", nth: 0 }

const owedSince = (key: string, hours: number, place: Place = channel, urgency: Urgency = "alert"): OwedMessage => ({
  ...once("alert:", place, () => madeUpMessage(key), urgency, at(hours)),
  key
})

it("only what the first look finds owed since before the start may have been sent", () => {
  const atStart = new StartBacklog(START, [CHILD])
  atStart.see(
    CHILD,
    [owedSince("before", 9), owedSince("after", 11), owedSince("sent", 9)],
    new Map([["sent", recorded]])
  )
  atStart.see(CHILD, [owedSince("later", 9)], none)
  atStart.see(NEW, [owedSince("before", 9)], none)
  expect(atStart.sinceOf(CHILD, "before")).toBe(at(9))
  for (const key of ["after", "sent", "later"]) expect(atStart.sinceOf(CHILD, key)).toBeUndefined()
  expect(atStart.sinceOf(NEW, "before")).toBeUndefined()
  atStart.remove(CHILD, "before")
  expect(atStart.sinceOf(CHILD, "before")).toBeUndefined()
})

it("a look that saw only a part is not the last one", () => {
  const atStart = new StartBacklog(START, [CHILD])
  atStart.see(CHILD, [owedSince("alert", 9)], none, false)
  atStart.see(CHILD, [owedSince("alert", 9), owedSince("reminder", 9)], none)
  expect([atStart.sinceOf(CHILD, "alert"), atStart.sinceOf(CHILD, "reminder")]).toEqual([at(9), at(9)])
})

const claimed = (hours: number): Delivery => ({ _tag: "Claimed", key: "alert", channel: "C1", claimedAt: at(hours) })

it("what was tried long before the start was sent then; what was tried since may be on its way", () => {
  const atStart = new StartBacklog(START, [])
  expect(atStart.sentBefore(undefined)).toBe(START)
  expect(atStart.sentBefore(claimed(9))).toBe(START)
  for (const hours of [9.9, 10, 11]) expect(atStart.sentBefore(claimed(hours))).toBeUndefined()
})

it("nothing hangs on a card that was sent only since the start", () => {
  const atStart = new StartBacklog(START, [CHILD])
  const thread = (key: `card:${string}`): Place => ({ _tag: "ThreadOf", key })
  const owed = [owedSince("card:1", 9), owedSince("line", 9, thread("card:1")), owedSince("other", 9, thread("card:2"))]
  atStart.see(CHILD, owed, none)
  atStart.removeThread(CHILD, "card:1")
  const left = ["card:1", "line", "other"].filter((key) => atStart.sinceOf(CHILD, key) !== undefined)
  expect(left).toEqual(["card:1", "other"])
})

/** What is posted where a look fails so, of one message that was owed at the start. */
const sentWhereLookFails = (owed: OwedMessage, fault: SendFailed["fault"]) => {
  const posted: Array<string> = []
  const carrier: Transport = {
    name: "either",
    addressOf: () => Effect.succeed({ channel: "C1" }),
    find: () => Effect.fail(new SendFailed({ act: "find", reason: "not seen", fault })),
    post: (_, __, message, marks) => Effect.sync(() => String(posted.push(rendered(message, marks).text))),
    change: () => Effect.void,
    fingerprintOf: slackFingerprint
  }
  const atStart = new StartBacklog(START, [CHILD])
  atStart.see(CHILD, [owed], none)
  const { deliveries } = makeWorld()
  const sender = makeSender({ deliveries, carriers: Transports.of({ of: () => carrier }), instance: "us", atStart })
  return Effect.runPromise(
    Effect.map(Effect.result(sender.send(owed, new KnownDeliveries(CHILD, none, new Revisions()))), (sent) => ({
      posted,
      isSent: Result.isSuccess(sent)
    }))
  )
}

it("an alert that cannot be looked for is sent, marked", async () => {
  for (const fault of ["busy", "passing", "unknown", "permanent"] as const) {
    const { posted } = await sentWhereLookFails(owedSince("alert", 9), fault)
    expect(posted).toEqual([expect.stringContaining("May have been sent before")])
  }
})

it("what is no alert waits until it could be looked for", async () => {
  const reminder = owedSince("reminder", 9, channel, "statutory")
  expect(await sentWhereLookFails(reminder, "passing")).toEqual({ posted: [], isSent: false })
})

it("a text message that its number did not take is not sent again at once", async () => {
  expect(await sentWhereLookFails(owedSince("text", 9, sms), "permanent")).toEqual({ posted: [], isSent: false })
  expect((await sentWhereLookFails(owedSince("text", 9, sms), "passing")).posted).toHaveLength(1)
})
