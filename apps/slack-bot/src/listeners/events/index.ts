import { PersonId } from "@safe-return/domain/pathway"
import type { App } from "@slack/bolt"
import { Result } from "effect"
import { homeWithout } from "../../views/appHome.ts"
import { escapeSlack } from "../../words/escapeSlack.ts"
import { attempt, type Run } from "../Handler.ts"
import { appHomeOpened } from "./appHomeOpened.ts"

export const register = (app: App, run: Run): void => {
  app.event("app_home_opened", async ({ event, client }) => {
    if (event.tab !== "home") return
    const outcome = await run(attempt(appHomeOpened, { person: PersonId.make(event.user) }))
    const view = Result.getOrElse(outcome, ({ sentence }) => homeWithout(escapeSlack(sentence)))
    await client.views.publish({ user_id: event.user, view })
  })
}
