import { People } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { whoLooksAfter } from "@safe-return/outreach"
import { Duration, Effect, Layer, Option, Ref } from "effect"
import { type MessageContent, plainly } from "../blocks/blocks.ts"
import { MissingChannel } from "./MissingChannel.ts"
import { directConversation, post } from "./posting.ts"
import { ARCHIVED, whyNotPosting } from "./privateChannel.ts"
import { SlackApi } from "./SlackApi.ts"

/** To an administrator: nothing about any child, only what happened to the channel and what to do. */
const channelClosed = (channel: string, reason: string): MessageContent =>
  plainly(
    `:warning: The missing channel <#${channel}> ${reason}. *Nothing is posted there any more:* no card and no reminder about a missing child. Make it a private channel of this workspace again, not archived and with the bot in it, or set another channel and restart the bot. Until then look at \`/missing open\` and \`/rhi queue\`. Check who could have read what is there.`
  )

const channelOpenAgain = (channel: string): MessageContent =>
  plainly(
    `The missing channel <#${channel}> can be used again, and is private. What was held back is being posted there.`
  )

/** How long Slack's word on the channel is taken: bounds what could be posted after it was made public. */
const LOOK_EVERY = Duration.seconds(5)

const make = (id: string) =>
  Effect.gen(function* () {
    const slack = yield* SlackApi
    const people = yield* People
    /** Why nothing is posted there, or that it is private; unknown until Slack has answered once. */
    const known = yield* Ref.make<"unknown" | Option.Option<string>>("unknown")
    const toldClosed = yield* Ref.make(false)

    /** Without an administrator the team managers are told: people have to know that no card is posted. */
    const toTell = Effect.map(whoLooksAfter(people), ({ administrators, managers }) =>
      administrators.length > 0 ? administrators : managers
    )

    const tell = (person: PersonId, content: MessageContent) =>
      directConversation(person).pipe(
        Effect.flatMap((channel) => post({ channel }, { about: "team", key: "missing-channel" }, content)),
        Effect.as(true),
        Effect.catch((failed) =>
          Effect.as(Effect.logError(`Could not tell of the missing channel. ${failed.message}`), false)
        )
      )

    const look = Effect.gen(function* () {
      const before = yield* Ref.get(known)
      const why = yield* Effect.catch(whyNotPosting(id), (failed) =>
        // Slack does not answer: what it said last stands, and posting will fail of itself.
        Effect.as(Effect.logWarning(`The missing channel could not be looked at. ${failed.message}`), before)
      )
      yield* Ref.set(known, why)
      if (why === "unknown") return false
      if ((yield* Ref.get(toldClosed)) !== Option.isSome(why)) {
        const content = Option.match(why, {
          onNone: () => channelOpenAgain(id),
          onSome: (reason) => channelClosed(id, reason)
        })
        yield* Effect.logWarning(content.text)
        const reached = yield* Effect.forEach(yield* toTell, (person) => tell(person, content))
        // People have to know: where not one was reached, the next look tells again.
        if (reached.length === 0 || reached.includes(true)) yield* Ref.set(toldClosed, Option.isSome(why))
      }
      // An archived channel shows nothing to strangers, and what it refuses leaves Slack at once.
      return Option.isNone(why) || why.value === ARCHIVED
    }).pipe(Effect.provideService(SlackApi, slack))

    const [mayPost, forget] = yield* Effect.cachedInvalidateWithTTL(look, LOOK_EVERY)
    return MissingChannel.of({
      id,
      mayPost,
      lookAgain: (channel) => (channel === id ? Effect.asVoid(Effect.andThen(forget, mayPost)) : Effect.void)
    })
  })

export const missingChannelLayer = (id: string) => Layer.effect(MissingChannel, make(id))
