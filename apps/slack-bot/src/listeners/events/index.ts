import { PersonId } from "@safe-return/domain/pathway"
import type { App, BlockAction, ButtonAction } from "@slack/bolt"
import type { HomeView } from "@slack/types"
import { Effect, Result } from "effect"
import { escapeSlack } from "../../blocks/blocks.ts"
import { attempt, type Handler, type Run } from "../../handlers/Handler.ts"
import { HOME_ACTION, TRY_AGAIN } from "../../home/homeButtons.ts"
import { homeWithout } from "../../home/homeView.ts"
import { MissingChannel } from "../../slack/MissingChannel.ts"
import { type HomeRequest, home, tryAgain } from "./home.ts"

const homeFor = async (run: Run, request: HomeRequest, handler: Handler<HomeRequest, HomeView> = home) =>
  Result.getOrElse(await run(attempt(handler, request)), ({ sentence }) => homeWithout(escapeSlack(sentence)))

/** What may have opened a channel to others. Made public, it sends no event of its own: it is looked at before posting. */
const channelEvents = ["channel_shared", "channel_unshared", "member_joined_channel"] as const

const lookAtChannel = Effect.fn("lookAtChannel")(function* (channel: string) {
  const missingChannel = yield* MissingChannel
  yield* missingChannel.lookAgain(channel)
})

export const register = (app: App, run: Run): void => {
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return
    const view = await homeFor(run, { person: PersonId.make(event.user) })
    await client.views.publish({ user_id: event.user, view })
  })

  app.action<BlockAction<ButtonAction>>(new RegExp(`^${HOME_ACTION}`), async ({ ack, action, body, client }) => {
    // Nothing is recorded by moving about, so there is nothing to wait for.
    await ack()
    const view = await homeFor(run, { person: PersonId.make(body.user.id), value: action.value })
    await client.views.publish({ user_id: body.user.id, view })
  })

  app.action<BlockAction<ButtonAction>>(TRY_AGAIN, async ({ ack, action, body, client }) => {
    await ack()
    const view = await homeFor(run, { person: PersonId.make(body.user.id), value: action.value }, tryAgain)
    await client.views.publish({ user_id: body.user.id, view })
  })

  for (const name of channelEvents) {
    app.event(name, ({ event }) => run(lookAtChannel(event.channel)))
  }
}
