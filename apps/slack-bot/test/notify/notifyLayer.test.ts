/** GOV.UK Notify as a way out of Slack: what it says of a message decides whether it is sent again. */

import { Instant } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { OutsideSlack, outsideSlackLayer } from "@safe-return/outreach"
import { Effect, Result } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { madeUpMessage } from "../messages/rendered.ts"
import { notifyFor, startNotify } from "./notifyServer.ts"

const name = { about: ChildReference.make("LCS-70001"), key: "ladder:episode-1:1:out-of-hours-duty:sms-0" }
const address = { channel: "sms:out-of-hours-duty:0" }
const message = madeUpMessage("A made-up alert")

const outsideAt = (url: string) =>
  Effect.runPromise(Effect.provide(Effect.service(OutsideSlack), outsideSlackLayer(notifyFor(url))))

test.each([
  ["delivered", "delivered"],
  ["sending", "on-its-way"],
  ["created", "on-its-way"],
  ["pending", "on-its-way"],
  ["permanent-failure", "failed"],
  ["temporary-failure", "failed"],
  ["technical-failure", "failed"]
])("a text that is %s counts as %s", async (status, receipt) => {
  await using notify = await startNotify()
  const outside = await outsideAt(notify.url)
  const sent = await Effect.runPromise(outside.carrier.post(address, name, message))
  for (const one of notify.sent) one.status = status
  expect(await Effect.runPromise(outside.receiptOf(sent))).toBe(receipt)
})

test("a text that failed is not found again as sent, and rests before it is sent once more", async () => {
  await using notify = await startNotify()
  const outside = await outsideAt(notify.url)
  const sent = await Effect.runPromise(outside.carrier.post(address, name, message))
  const find = () => Effect.runPromise(Effect.result(outside.carrier.find(address, name, Instant(0))))
  expect(await find()).toEqual(Result.succeed(sent))
  for (const one of notify.sent) one.status = "permanent-failure"
  expect(await find()).toMatchObject({ failure: { reason: "not-delivered", fault: "permanent" } })
  expect(await find()).toMatchObject({ failure: { reason: "not-delivered", fault: "permanent" } })
  expect(notify.sent).toHaveLength(1)
})

test("a limit of GOV.UK Notify's is read as too much at once", async () => {
  await using notify = await startNotify()
  const outside = await outsideAt(notify.url)
  notify.failNext(429)
  const failed = await Effect.runPromise(Effect.flip(outside.carrier.post(address, name, message)))
  expect(failed).toMatchObject({ fault: "busy" })
})

test.each([
  ["email:team-manager:0", "email", "managers@council.example", "made-up-email-template"],
  ["sms:out-of-hours-duty:0", "sms", "+447700900123", "made-up-sms-template"]
])("a message to %s goes by that way, with the reference and what to do alone", async (channel, type, to, template) => {
  await using notify = await startNotify()
  const { carrier } = await outsideAt(notify.url)
  await Effect.runPromise(carrier.post({ channel }, name, message))
  await Effect.runPromise(carrier.post({ channel }, { ...name, about: "team" }, message))
  expect(notify.sent).toMatchObject([
    {
      type,
      to,
      template_id: template,
      personalisation: { case_reference: "LCS-70001", what_to_do: "A made-up alert" }
    },
    { type, to, personalisation: { case_reference: "Safe Return" } }
  ])
  expect(notify.sent[0]?.reference).not.toBe(notify.sent[1]?.reference)
})

test("a text that failed rests for most of an hour each time, and is then to be sent once more", async () => {
  await using notify = await startNotify()
  const { carrier } = await outsideAt(notify.url)
  await Effect.runPromise(carrier.post(address, name, message))
  for (const one of notify.sent) one.status = "temporary-failure"
  const look = Effect.map(Effect.result(carrier.find(address, name, Instant(0))), (found) =>
    Result.isFailure(found) ? found.failure.reason : found.success
  )
  const seen = await Effect.gen(function* () {
    const looks = [yield* look]
    for (const passed of ["54 minutes", "1 minute", "1 minute", "54 minutes"] as const) {
      yield* TestClock.adjust(passed)
      looks.push(yield* look)
    }
    return looks
  }).pipe(Effect.provide(TestClock.layer()), Effect.runPromise)
  expect(seen).toEqual(["not-delivered", "not-delivered", undefined, "not-delivered", "not-delivered"])
})
