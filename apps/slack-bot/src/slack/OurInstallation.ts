/**
 * Whose installation of the app this is, as Slack says it: https://docs.slack.dev/reference/methods/auth.test, and for an
 * app that is installed on a whole organisation https://docs.slack.dev/enterprise/organization-ready-apps.
 */
import { definedFields } from "@safe-return/domain/definedFields"
import { Context, Duration, Effect, Exit, Layer } from "effect"
import { SlackApi, type SlackFailed } from "./SlackApi.ts"

export interface Installation {
  /** The workspace whose members may use the bot; absent where the app is on a whole organisation and none is named. */
  readonly workspace?: string
  /** The organisation (Enterprise Grid) it belongs to. */
  readonly organisation?: string
  /** Installed on the whole organisation: methods then have to be told which workspace is meant. */
  readonly isOrganisationWide: boolean
  readonly app?: string
}

export class OurInstallation extends Context.Service<
  OurInstallation,
  {
    /** Asked of Slack once it is first needed, and then kept. */
    readonly ours: Effect.Effect<Installation, SlackFailed>
    /** What is known by now, without asking; undefined before Slack has answered once. */
    readonly soFar: () => Installation | undefined
  }
>()("@safe-return/slack-bot/OurInstallation") {
  /** @param named the workspace the settings name, which an app on a whole organisation cannot know by itself */
  static readonly layer = (named?: string) =>
    Layer.effect(
      OurInstallation,
      Effect.gen(function* () {
        const slack = yield* SlackApi
        let known: Installation | undefined
        const ask = Effect.gen(function* () {
          const us = yield* slack.call("auth.test", (client) => client.auth.test())
          const isOrganisationWide = us.is_enterprise_install === true
          const workspace = named ?? (isOrganisationWide ? undefined : us.team_id)
          const ours: Installation = {
            isOrganisationWide,
            ...definedFields({ workspace, organisation: us.enterprise_id })
          }
          known = ours
          // Only for the check of what Slack sends us: without it, that goes by the workspace alone.
          const { bot_id: bot } = us
          const app =
            bot === undefined
              ? undefined
              : yield* Effect.orElseSucceed(
                  Effect.map(
                    slack.call("bots.info", (client) => client.bots.info({ bot })),
                    (answer) => answer.bot?.app_id
                  ),
                  () => undefined
                )
          known = app === undefined ? ours : { ...ours, app }
          return known
        })
        // Asked when it is first needed: a bot that starts while Slack is away must start all the same.
        const ours = yield* Effect.cachedWithTTL(ask, (answer) =>
          Exit.isSuccess(answer) ? Duration.infinity : Duration.zero
        )
        return OurInstallation.of({ ours, soFar: () => known })
      })
    )
}
