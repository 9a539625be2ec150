import { Effect } from "effect"
import { MissingChannel } from "../slack/MissingChannel.ts"
import { SlackApi, type SlackFailed } from "../slack/SlackApi.ts"
import { type Address, type Carrier, NotCarried } from "./Carrier.ts"
import { change, directConversation, findPosted, post } from "./posting.ts"

const notCarried = ({ method, reason }: SlackFailed) =>
  new NotCarried({ act: method, reason, fault: reason === "message_not_found" ? "gone" : "unknown" })

/** Slack as a way of telling people. Nothing goes to the missing channel while others could read it there. */
export const makeSlackCarrier = Effect.gen(function* () {
  const missingChannel = yield* MissingChannel
  const slack = yield* SlackApi

  const told = <A>(asked: Effect.Effect<A, SlackFailed, SlackApi>) =>
    asked.pipe(Effect.mapError(notCarried), Effect.provideService(SlackApi, slack))

  const unlessHeldBack = (address: Address) => Effect.map(missingChannel.mayPost, (may) => (may ? address : undefined))

  const carrier: Carrier = {
    addressOf: (place, delivered) => {
      switch (place._tag) {
        case "MissingChannel":
          return unlessHeldBack({ channel: missingChannel.id })
        case "Person":
          return Effect.map(told(directConversation(place.person)), (channel) => ({ channel }))
        case "ThreadOf": {
          const head = delivered.get(place.key)
          if (head?._tag !== "Sent") return Effect.undefined
          const thread = { channel: head.channel, threadTs: head.ts }
          return head.channel === missingChannel.id ? unlessHeldBack(thread) : Effect.succeed(thread)
        }
      }
    },
    find: (address, name) => told(findPosted(address, name)),
    post: (address, name, content) => told(post(address, name, content)),
    change: ({ channel }, sent, name, content) => told(change(channel, sent, name, content))
  }
  return carrier
})
