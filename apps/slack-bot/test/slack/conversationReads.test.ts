/** What an earlier process sent is looked for in one read of a conversation, however many look for it. */
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { ChildReference } from "@safe-return/domain/pathway"
import { CLOCKS_APART, type MessageName } from "@safe-return/outreach"
import { Clock, Effect, ManagedRuntime } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { makeConversationReads } from "../../src/slack/conversationReads.ts"
import { post } from "../../src/slack/posting.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { CHANNEL, configurationFor, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"

const LONG_AGO = Instant(0)
/** More than one page of history. */
const SENT = 205

const named = (number: number): MessageName => ({ about: ChildReference.make(`LCS-${number}`), key: "alert:1" })

const workspace = await startCouncilWorkspace()
const runtime = ManagedRuntime.make(SlackApi.layer(configurationFor(workspace.slackApiUrl).slack))

const sendAll = (from: number, to: number, threadTs?: string) =>
  runtime.runPromise(
    Effect.forEach(
      Array.from({ length: to - from }, (_, index) => from + index),
      (number) =>
        post({ channel: CHANNEL, ...definedFields({ threadTs }) }, named(number), { text: `${number}`, blocks: [] })
    )
  )

const timeNow = () => runtime.runPromise(Effect.map(Clock.currentTimeMillis, Instant))

/** As a process reads that has just started. */
const openReads = () => {
  const findAmongRead = makeConversationReads()
  const begun = workspace.calls.length
  return {
    find: (number: number, before: Instant, more: { since?: Instant; threadTs?: string } = {}) => {
      const { since = LONG_AGO, ...thread } = more
      const found = findAmongRead({ channel: CHANNEL, ...thread }, named(number), since, before)
      return runtime.runPromise(Effect.result(found))
    },
    /** Calls that Slack answered; those it refused are not among them. */
    calls: (method = "conversations.history") =>
      workspace.calls.slice(begun).filter((call) => call.method === method).length
  }
}

let sent: ReadonlyArray<string> = []
beforeAll(async () => {
  sent = await sendAll(0, SENT)
})
afterAll(async () => {
  await runtime.dispose()
  await workspace.close()
})

test("a hundred look-ups at once read each page of a conversation once", async () => {
  const { find, calls } = openReads()
  const before = await timeNow()
  const found = await Promise.all(Array.from({ length: 100 }, (_, number) => find(number * 2, before)))
  expect(found).toEqual(found.map((_, index) => expect.objectContaining({ success: sent[index * 2] })))
  expect(calls()).toBe(2)
})

test("a conversation is read no further back than a message could be", async () => {
  const { find, calls } = openReads()
  const before = await timeNow()
  const since = Instant(before + 2 * CLOCKS_APART)
  expect(await find(-1, before, { since })).toMatchObject({ success: undefined })
  expect(calls()).toBe(1)
  // An older one is looked for from there on.
  expect(await find(-1, before)).toMatchObject({ success: undefined })
  expect(calls()).toBe(2)
})

test("a page that could not be read finds nothing, and the next read asks for it again", async () => {
  const { find, calls } = openReads()
  const before = await timeNow()
  expect(await find(SENT - 1, before)).toMatchObject({ success: sent.at(-1) })
  workspace.failNext("conversations.history", { error: "fatal_error" })
  expect(await find(0, before)).toMatchObject({ failure: { reason: "fatal_error" } })
  expect(await find(0, before)).toMatchObject({ success: sent[0] })
  expect(calls()).toBe(2)
})

test("a read whose place Slack has lost begins again", async () => {
  const { find, calls } = openReads()
  const before = await timeNow()
  await find(SENT - 1, before)
  workspace.failNext("conversations.history", { error: "invalid_cursor" })
  expect(await find(0, before)).toMatchObject({ failure: { reason: "invalid_cursor" } })
  expect(await find(0, before)).toMatchObject({ success: sent[0] })
  expect(calls()).toBe(3)
})

test("what may have been sent since a read began is looked for in a newer one", async () => {
  const { find } = openReads()
  expect(await find(1_000, await timeNow())).toMatchObject({ success: undefined })
  const [late] = await sendAll(1_000, 1_001)
  await new Promise((resolve) => setTimeout(resolve, 2))
  expect(await find(1_000, await timeNow())).toMatchObject({ success: late })
})

test("what may be sent only after now is looked for by itself each time", async () => {
  const { find } = openReads()
  const later = Instant((await timeNow()) + 60_000)
  expect(await find(2_000, later)).toMatchObject({ success: undefined })
  const [late] = await sendAll(2_000, 2_001)
  expect(await find(2_000, later)).toMatchObject({ success: late })
})

test("a thread is read by itself, and to its end", async () => {
  const { find, calls } = openReads()
  const threadTs = sent[0] ?? ""
  const replies = await sendAll(3_000, 3_003, threadTs)
  const before = await timeNow()
  const since = before
  expect(await find(3_002, before, { threadTs, since })).toMatchObject({ success: replies.at(-1) })
  expect(await find(0, before, { threadTs, since })).toMatchObject({ success: threadTs })
  expect(await find(1, before, { threadTs, since })).toMatchObject({ success: undefined })
  expect(calls("conversations.replies")).toBe(1)
  expect(calls()).toBe(0)
})
