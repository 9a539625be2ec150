/** However a network breaks an answer of Slack's or Notify's: said once in the end, and taken for sent only once it is. */
import { Council, councilOn } from "@safe-return/casework"
import { calendars } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { OutsideSlack, outsideSlackLayer, type Place, SendFailed, Transports } from "@safe-return/outreach"
import {
  KnownDeliveries,
  makeSender,
  type OwedMessage,
  Revisions,
  referenceOf,
  startBacklog
} from "@safe-return/outreach/testing"
import { Duration, Effect, Layer, ManagedRuntime, Result } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isAtLength } from "../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { makeSlackTransport } from "../../src/slack/slackTransport.ts"
import { makeWorld } from "../delivery/outboxWorld.ts"
import { postedMessages } from "../endToEnd/postedMessages.ts"
import { CHANNEL, configurationFor, people, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"
import { madeUpMessage } from "../messages/rendered.ts"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"
import { breakages, startBrokenNetwork } from "./brokenNetwork.ts"

/** What the bot waits for an answer here; in earnest it is ten seconds. */
const ANSWER_WITHIN = Duration.millis(1_500)

/** More than one thing goes wrong in none of these. */
const MOST_TRIES = 4

let workspace: Awaited<ReturnType<typeof startCouncilWorkspace>>
let posted: ReturnType<typeof postedMessages>
let slackNetwork: Awaited<ReturnType<typeof startBrokenNetwork>>
let notify: Awaited<ReturnType<typeof startNotify>>
let notifyNetwork: Awaited<ReturnType<typeof startBrokenNetwork>>
let runtime: ManagedRuntime.ManagedRuntime<SlackApi | OutsideSlack, never>

beforeAll(async () => {
  workspace = await startCouncilWorkspace()
  posted = postedMessages(workspace)
  slackNetwork = await startBrokenNetwork(workspace.slackApiUrl.replace(/\/api\/$/, ""))
  notify = await startNotify()
  notifyNetwork = await startBrokenNetwork(notify.url)
  const { slack } = configurationFor(`${slackNetwork.url}/api/`)
  runtime = ManagedRuntime.make(
    Layer.mergeAll(SlackApi.layer(slack, ANSWER_WITHIN), outsideSlackLayer(notifyFor(notifyNetwork.url), ANSWER_WITHIN))
  )
})
afterAll(async () => {
  await runtime.dispose()
  await slackNetwork[Symbol.asyncDispose]()
  await notifyNetwork[Symbol.asyncDispose]()
  await notify[Symbol.asyncDispose]()
  await workspace.close()
})

const toMash: Place = { _tag: "Person", person: PersonId.make(people.mash) }
const toDuty: Place = { _tag: "Outside", way: "sms", role: "out-of-hours-duty", nth: 0 }

const child = ChildReference.make("LCS-50001")
let lastKey = 0

const message = (place: Place) => {
  lastKey += 1
  const key = `message ${lastKey}`
  const says = (text: string): OwedMessage => ({
    key,
    place,
    urgency: "alert",
    message: () => madeUpMessage(text),
    keptCurrent: true,
    supersedes: []
  })
  return { key, says }
}

const missingChannel = MissingChannel.of({ id: CHANNEL, mayPost: Effect.succeed(true), lookAgain: () => Effect.void })

/** A sender that has opened no conversation yet, with what it keeps. */
const makeSending = () => {
  const { deliveries } = makeWorld()
  const sender = Effect.gen(function* () {
    const slack = yield* makeSlackTransport.pipe(
      Effect.provideService(MissingChannel, missingChannel),
      Effect.provideService(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars))
    )
    const outside = yield* OutsideSlack
    const carriers = Transports.of({ of: (place) => (place._tag === "Outside" ? outside.carrier : slack) })
    return makeSender({ deliveries, carriers, instance: "this one", atStart: yield* startBacklog([]) })
  })
  const made = runtime.runPromise(sender)
  /** Sends until it has gone, and gives what went wrong on the way. */
  const send = async (owed: OwedMessage) => {
    const failures: Array<SendFailed> = []
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { send } = await made
      const delivered = await runtime.runPromise(deliveries.of(child))
      const known = new KnownDeliveries(child, delivered, new Revisions())
      const sent = await runtime.runPromise(Effect.result(send(owed, known)))
      if (Result.isSuccess(sent)) return failures
      if (!(sent.failure instanceof SendFailed)) throw sent.failure
      failures.push(sent.failure)
    }
    throw new Error(`not sent: ${failures.map((one) => one.message).join(" ")}`)
  }
  const sentTs = async (key: string) => {
    const sent = (await runtime.runPromise(deliveries.of(child))).get(key)
    return sent?._tag === "Sent" ? sent.ts : undefined
  }
  return { send, sentTs }
}

const there = (key: string) => {
  posted.collect()
  return posted.posted.filter((one) => one.key === key)
}

/** Once, and kept under the name Slack gave it; nothing was given up, and no redirect followed. */
const expectOnce = async (
  { key }: { readonly key: string },
  sending: ReturnType<typeof makeSending>,
  failures: ReadonlyArray<SendFailed>
) => {
  const messages = there(key)
  expect(messages).toHaveLength(1)
  expect(await sending.sentTs(key)).toBe(messages[0]?.ts)
  expect(failures.filter(({ fault }) => fault === "permanent" || fault === "gone")).toEqual([])
  expect(slackNetwork.followed()).toBe(0)
}

const lostAnswer = breakages.find(({ what }) => what === "reset before the headers")

/** In the suite one of each kind goes through the calls around a post; at length all of them do. */
const shortly = [
  "reset before it arrived",
  "reset before the headers",
  "cut in the headers",
  "cut in the body",
  "cut JSON that is said to be whole",
  "whole, of another type",
  "redirected with 307 Temporary",
  "nothing, not done",
  "a page, not done",
  "a word, not done",
  "null, not done",
  "an empty object, not done",
  "a success without what was asked for, not done",
  "a success with an empty id, not done",
  "a refusal without a reason, not done",
  "404 Not Found, not done",
  "502 Bad Gateway, not done"
]
const ofEachKind = breakages.filter(({ what }) => isAtLength || shortly.includes(what))

describe.each(breakages)("an answer of Slack's: $what", (breakage) => {
  test("a post is there once", async () => {
    const sending = makeSending()
    const owed = message(toMash)
    slackNetwork.breakNext("/chat.postMessage", breakage)
    await expectOnce(owed, sending, await sending.send(owed.says("Missing")))
  })
})

describe.each(ofEachKind)("an answer of Slack's on the way to a message: $what", (breakage) => {
  test("a conversation that is opened gets the message once", async () => {
    const sending = makeSending()
    const owed = message(toMash)
    slackNetwork.breakNext("/conversations.open", breakage)
    await expectOnce(owed, sending, await sending.send(owed.says("Missing")))
  })

  test("a post that is looked for is there once", async () => {
    if (lostAnswer === undefined) throw new Error("no such breakage")
    const sending = makeSending()
    const owed = message(toMash)
    slackNetwork.breakNext("/chat.postMessage", lostAnswer)
    slackNetwork.breakNext("/conversations.history", breakage)
    await expectOnce(owed, sending, await sending.send(owed.says("Missing")))
  })

  test("a change is made, and the message there once", async () => {
    const sending = makeSending()
    const owed = message(toMash)
    await sending.send(owed.says("Missing"))
    slackNetwork.breakNext("/chat.update", breakage)
    await expectOnce(owed, sending, await sending.send(owed.says("Found")))
    const [channel] = there(owed.key).map((one) => one.channel)
    const messages = await workspace.person(people.mash).messages(String(channel))
    expect(messages.some(({ ts, text }) => ts === there(owed.key)[0]?.ts && text === "Found")).toBe(true)
  })

  test("what an account is, is said or not known, and never made up", async () => {
    slackNetwork.breakNext("/users.info", breakage)
    const asked = Effect.flatMap(SlackApi, ({ call }) =>
      call("users.info", (client) => client.users.info({ user: people.mash }))
    )
    const answer = await runtime.runPromise(Effect.result(asked))
    if (Result.isSuccess(answer)) expect(answer.success.user?.id).toBe(people.mash)
    else expect(answer.failure._tag).toBe("SlackFailed")
  })
})

const sentTimes = (key: string) => {
  const reference = referenceOf({ about: child, key })
  return notify.sent.filter((one) => one.reference === reference)
}

const expectTextOnce = async (
  key: string,
  sending: ReturnType<typeof makeSending>,
  failures: ReadonlyArray<SendFailed>
) => {
  const texts = sentTimes(key)
  expect(texts).toHaveLength(1)
  expect(await sending.sentTs(key)).toBe(texts[0]?.id)
  expect(failures.filter(({ fault }) => fault === "permanent")).toEqual([])
  expect(notifyNetwork.followed()).toBe(0)
}

describe.each(breakages)("an answer of GOV.UK Notify's: $what", (breakage) => {
  test("a text is sent once", async () => {
    const sending = makeSending()
    const { key, says } = message(toDuty)
    notifyNetwork.breakNext("/v2/notifications/sms", breakage)
    await expectTextOnce(key, sending, await sending.send(says("Ring the police")))
  })
})

describe.each(ofEachKind)("an answer of GOV.UK Notify's to a look: $what", (breakage) => {
  test("a text that is looked for is sent once", async () => {
    if (lostAnswer === undefined) throw new Error("no such breakage")
    const sending = makeSending()
    const { key, says } = message(toDuty)
    notifyNetwork.breakNext("/v2/notifications/sms", lostAnswer)
    notifyNetwork.breakNext("/v2/notifications?", breakage)
    await expectTextOnce(key, sending, await sending.send(says("Ring the police")))
  })
})

test("a connection that never came about is known to have carried nothing", async () => {
  const closed = await startBrokenNetwork("http://127.0.0.1:1")
  await closed[Symbol.asyncDispose]()
  const { slack } = configurationFor(`${closed.url}/api/`)
  const asked = Effect.flatMap(SlackApi, ({ call }) => call("auth.test", (client) => client.auth.test()))
  const answer = await Effect.runPromise(Effect.result(Effect.provide(asked, SlackApi.layer(slack))))
  expect(answer).toMatchObject({ failure: { reason: "ECONNREFUSED" } })
})
