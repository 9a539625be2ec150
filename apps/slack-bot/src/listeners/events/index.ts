import { PersonId } from "@safe-return/domain/pathway"
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt"
import type { HomeView } from "@slack/types"
import { Effect, Result } from "effect"
import { escapeSlack } from "../../blocks/blocks.ts"
import { attempt, type Handler, type Run } from "../../handlers/Handler.ts"
import { HOME_ACTION, TRY_AGAIN } from "../../home/homeButtons.ts"
import { homeWithout } from "../../home/homeView.ts"
import { MissingChannel } from "../../slack/MissingChannel.ts"
import type { ButtonPressed } from "../actions/index.ts"
import { type HomeRequest, home, tryAgain } from "./home.ts"

const homeFor = async (run: Run, request: HomeRequest, handler: Handler<HomeRequest, HomeView> = home) =>
  Result.getOrElse(await run(attempt(handler, request)), ({ sentence }) => homeWithout(escapeSlack(sentence)))

type Event = SlackEventMiddlewareArgs["event"]

/** What may have opened a channel to others. Made public, it sends no event of its own: it is looked at before posting. */
export const channelEvents = ["channel_shared", "channel_unshared", "member_joined_channel"] as const

type ChannelEvent = Extract<Event, { readonly type: (typeof channelEvents)[number] }>

const isOfChannel = (event: Event): event is ChannelEvent => channelEvents.some((name) => name === event.type)

const lookAtChannel = Effect.fn("lookAtChannel")(function* (channel: string) {
  const missingChannel = yield* MissingChannel
  yield* missingChannel.lookAgain(channel)
})

export const answerEvent =
  (run: Run) =>
  async ({ client, event }: SlackEventMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    if (isOfChannel(event)) return run(lookAtChannel(event.channel))
    if (event.type !== "app_home_opened" || event.tab !== "home") return
    const view = await homeFor(run, { person: PersonId.make(event.user) })
    await client.views.publish({ user_id: event.user, view })
  }

/** Whether a button of the Home moves about in it, or brings the reader back to it. */
export const isHomeButton = ({ action }: ButtonPressed): boolean =>
  action.action_id.startsWith(HOME_ACTION) || action.action_id === TRY_AGAIN

export const answerHomeButton =
  (run: Run) =>
  async ({ ack, action, body, client }: ButtonPressed): Promise<void> => {
    // Nothing is recorded by moving about, so there is nothing to wait for.
    await ack()
    const request = { person: PersonId.make(body.user.id), value: action.value }
    const view = await homeFor(run, request, action.action_id === TRY_AGAIN ? tryAgain : home)
    await client.views.publish({ user_id: body.user.id, view })
  }
