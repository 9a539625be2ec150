import { People } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { whoLooksAfter } from "@safe-return/outreach"
import { Duration, Effect, Layer, Option, Ref } from "effect"
import { type MessageContent, plainly } from "../blocks/blocks.ts"
import { EducationChannel } from "./EducationChannel.ts"
import { MissingChannel } from "./MissingChannel.ts"
import { directConversation, post } from "./posting.ts"
import { ARCHIVED, whyNotPosting } from "./privateChannel.ts"
import { SlackApi } from "./SlackApi.ts"

/** What an administrator reads of a channel; nothing about any child. */
interface ChannelWords {
  /** With its article, in a sentence. */
  readonly name: string
  /** What does not come meanwhile, and where to look instead. */
  readonly meanwhile: readonly [missing: string, lookAt: string]
  /** Names what is sent about it. */
  readonly key: string
}

const missingWords: ChannelWords = {
  name: "The missing channel",
  meanwhile: ["no card and no reminder about a missing child", "look at `/missing open` and `/rhi queue`"],
  key: "missing-channel"
}

const educationWords: ChannelWords = {
  name: "The education channel",
  meanwhile: ["no card of a child missing education", "the education team looks at `/cme list`"],
  key: "education-channel"
}

const channelClosed = ({ name, meanwhile: [missing, lookAt] }: ChannelWords, channel: string, reason: string) =>
  plainly(
    `:warning: ${name} <#${channel}> ${reason}. *Nothing is posted there any more:* ${missing}. Make it a private channel of this workspace again, not archived and with the bot in it, or set another channel and restart the bot. Until then ${lookAt}. Check who could have read what is there.`
  )

const channelOpenAgain = ({ name }: ChannelWords, channel: string): MessageContent =>
  plainly(`${name} <#${channel}> can be used again, and is private. What was held back is being posted there.`)

/** How long Slack's word on the channel is taken: bounds what could be posted after it was made public. */
const LOOK_EVERY = Duration.seconds(5)

const make = (id: string, words: ChannelWords) =>
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
        Effect.flatMap((channel) => post({ channel }, { about: "team", key: words.key }, content)),
        Effect.as(true),
        Effect.catch((failed) => Effect.as(Effect.logError(`Could not tell of a channel. ${failed.message}`), false))
      )

    const look = Effect.gen(function* () {
      const before = yield* Ref.get(known)
      const why = yield* Effect.catch(whyNotPosting(id), (failed) =>
        // Slack does not answer: what it said last stands, and posting will fail of itself.
        Effect.as(Effect.logWarning(`${words.name} could not be looked at. ${failed.message}`), before)
      )
      yield* Ref.set(known, why)
      if (why === "unknown") return false
      if ((yield* Ref.get(toldClosed)) !== Option.isSome(why)) {
        const content = Option.match(why, {
          onNone: () => channelOpenAgain(words, id),
          onSome: (reason) => channelClosed(words, id, reason)
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
    return {
      id,
      mayPost,
      lookAgain: (channel: string) => (channel === id ? Effect.asVoid(Effect.andThen(forget, mayPost)) : Effect.void)
    }
  })

export const missingChannelLayer = (id: string) => Layer.effect(MissingChannel, make(id, missingWords))

/** Nothing where the education team has no channel here. */
export const educationChannelLayer = (id: string | undefined) =>
  id === undefined ? Layer.empty : Layer.effect(EducationChannel, make(id, educationWords))
