import { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Act, Address, Place, Transport } from "@safe-return/outreach"
import { inCouncilWords } from "@safe-return/wording"
import { Clock, Effect, Option } from "effect"
import { slackRenderer } from "../messages/slackRenderer.ts"
import { inWordsOf } from "../words/withCouncilWords.ts"
import { makeConversationReads } from "./conversationReads.ts"
import { EducationChannel } from "./EducationChannel.ts"
import { MissingChannel } from "./MissingChannel.ts"
import { change, directConversation, findPosted, fingerprintOf, ourMessages, post, takeAway } from "./posting.ts"
import { laneOf } from "./rates.ts"
import { SlackApi, type SlackFailed } from "./SlackApi.ts"
import { notCarried } from "./slackFaults.ts"

const SLACK = "Slack"

/** Slack as a transport: nothing goes to the missing channel while others could read it there. */
export const makeSlackTransport = Effect.gen(function* () {
  const missingChannel = yield* MissingChannel
  const educationChannel = Option.getOrUndefined(yield* Effect.serviceOption(EducationChannel))
  const slack = yield* SlackApi
  /** Opened once a person: a conversation with a person keeps its id. */
  const direct = new Map<PersonId, string>()
  const findAmongRead = makeConversationReads()
  const { policyAt } = yield* Council
  const clock = yield* Clock.Clock

  /** Slack's marks and buttons, in the words that the council has now. */
  const rendered = (...[message, marks]: Parameters<typeof slackRenderer.render>) =>
    inWordsOf(inCouncilWords(policyAt(Instant(clock.currentTimeMillisUnsafe()))), slackRenderer.render(message, marks))

  const told = <A>(asked: Effect.Effect<A, SlackFailed, SlackApi>) =>
    asked.pipe(Effect.mapError(notCarried), Effect.provideService(SlackApi, slack))

  const unlessHeldBack = (address: Address) => Effect.map(missingChannel.mayPost, (may) => (may ? address : undefined))

  const educationAddress: Effect.Effect<Address | undefined> =
    educationChannel === undefined
      ? Effect.undefined
      : Effect.map(educationChannel.mayPost, (may) => (may ? { channel: educationChannel.id } : undefined))

  const directWith = Effect.fn("slackCarrier.directWith")(function* (person: PersonId) {
    const known = direct.get(person)
    if (known !== undefined) return { channel: known }
    const channel = yield* told(directConversation(person))
    direct.set(person, channel)
    return { channel }
  })

  const channelOf = (place: Place): string | undefined => {
    if (place._tag === "Person") return direct.get(place.person)
    if (place._tag === "EducationChannel") return educationChannel?.id
    return place._tag === "Channel" ? place.id : missingChannel.id
  }

  const postingLanes = (place: Place): ReadonlyArray<string> => {
    const channel = channelOf(place)
    return [channel === undefined ? "conversations.open" : laneOf("chat.postMessage", channel)]
  }

  const lanesOf = (place: Place, act: Act): ReadonlyArray<string> => {
    if (act === "change") return ["chat.update"]
    const looking = place._tag === "ThreadOf" ? "conversations.replies" : "conversations.history"
    return act === "post" ? postingLanes(place) : [looking, ...postingLanes(place)]
  }

  const carrier: Transport = {
    name: SLACK,
    pace: { ...slack.rates, lanesOf },
    addressOf: (place, delivered) => {
      switch (place._tag) {
        case "MissingChannel":
          return unlessHeldBack({ channel: missingChannel.id })
        case "EducationChannel":
          return educationAddress
        case "Channel":
          return Effect.succeed({ channel: place.id })
        case "Person":
          return directWith(place.person)
        // Not in Slack.
        case "Outside":
          return Effect.undefined
        case "ThreadOf": {
          const head = delivered.get(place.key)
          if (head?._tag !== "Sent") return Effect.undefined
          const thread = { channel: head.channel, threadTs: head.ts }
          return head.channel === missingChannel.id ? unlessHeldBack(thread) : Effect.succeed(thread)
        }
      }
    },
    find: (address, name, since, { besides, before } = {}) =>
      told(
        before === undefined ? findPosted(address, name, since, besides) : findAmongRead(address, name, since, before)
      ),
    post: (address, name, message, marks) => told(post(address, name, rendered(message, marks))),
    change: ({ channel }, sent, name, message) => told(change(channel, sent, name, rendered(message))),
    fingerprintOf: (message) => fingerprintOf(rendered(message)),
    posted: ({ channel }, since) => told(ourMessages(channel, since)),
    takeAway: ({ channel }, sent) => told(takeAway(channel, sent))
  }
  return carrier
})
