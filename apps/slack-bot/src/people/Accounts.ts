import type { PersonId } from "@safe-return/domain/pathway"
import { Cache, Context, Duration, Effect, Exit, Layer } from "effect"
import { SlackApi, type SlackFailed } from "../slack/SlackApi.ts"
import type { WhyNotTold } from "./WhyNotTold.ts"

/** How long Slack's word on an account is taken before it is asked again. */
const ACCOUNT_KEPT = Duration.minutes(5)

interface Account {
  readonly deleted?: boolean | undefined
  readonly is_bot?: boolean | undefined
  readonly is_restricted?: boolean | undefined
  readonly is_ultra_restricted?: boolean | undefined
  readonly is_stranger?: boolean | undefined
  readonly team_id?: string | undefined
}

const whyNoMember = (user: Account, ourTeam: string | undefined): WhyNotTold | undefined => {
  if (user.is_stranger === true || (user.team_id !== undefined && user.team_id !== ourTeam)) return "elsewhere"
  if (user.deleted === true) return "deactivated"
  if (user.is_bot === true) return "app"
  return user.is_restricted === true || user.is_ultra_restricted === true ? "guest" : undefined
}

/** What Slack says people's accounts are. */
export class Accounts extends Context.Service<
  Accounts,
  {
    /** Why somebody is no full member of this workspace; undefined for one who is. Fails when Slack cannot say. */
    readonly whyNoMember: (person: PersonId) => Effect.Effect<WhyNotTold | undefined, SlackFailed>
    /** What was said of somebody may be out of date: it is asked anew the next time. */
    readonly askAnew: (person: PersonId) => Effect.Effect<void>
  }
>()("@safe-return/slack-bot/Accounts") {
  static readonly layer = Layer.effect(
    Accounts,
    Effect.gen(function* () {
      const slack = yield* SlackApi
      // Asked when it is first needed: a bot that starts while Slack is away must start all the same.
      const ourTeam = yield* Effect.cachedWithTTL(
        Effect.map(
          slack.call("auth.test", (client) => client.auth.test()),
          ({ team_id }) => team_id
        ),
        (answer) => (Exit.isSuccess(answer) ? Duration.infinity : Duration.zero)
      )
      const accounts = yield* Cache.makeWith(
        (person: PersonId) =>
          slack
            .call("users.info", (client) => client.users.info({ user: person }))
            .pipe(
              Effect.flatMap(({ user }) =>
                Effect.map(ourTeam, (team): WhyNotTold | undefined =>
                  user === undefined ? "no-account" : whyNoMember(user, team)
                )
              ),
              Effect.catchIf(
                ({ reason }) => reason === "user_not_found",
                () => Effect.succeed("no-account" as const)
              )
            ),
        // A failed look-up is not kept: one lost answer must not lock a worker out for minutes.
        { capacity: 5_000, timeToLive: (answer) => (Exit.isSuccess(answer) ? ACCOUNT_KEPT : Duration.zero) }
      )
      return Accounts.of({
        whyNoMember: (person) => Cache.get(accounts, person),
        askAnew: (person) => Cache.invalidate(accounts, person)
      })
    })
  )
}
