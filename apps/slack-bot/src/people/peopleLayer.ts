import type { PersonId } from "@safe-return/domain/pathway"
import { Cache, Duration, Effect, Exit, Layer, Result } from "effect"
import type { BotConfiguration } from "../configuration/BotConfiguration.ts"
import { SlackApi } from "../slack/SlackApi.ts"
import { NotAllowed, notSetUp, People } from "./People.ts"
import { Role, reachOf } from "./roles.ts"
import { userGroups } from "./userGroups.ts"

/** How long Slack's word on an account is taken before it is asked again. */
const ACCOUNT_KEPT = Duration.minutes(5)

const CANNOT_CHECK = "We could not check with Slack who you are. Nothing was done: try again in a minute."

interface Account {
  readonly deleted?: boolean | undefined
  readonly is_bot?: boolean | undefined
  readonly is_restricted?: boolean | undefined
  readonly is_ultra_restricted?: boolean | undefined
  readonly is_stranger?: boolean | undefined
  readonly team_id?: string | undefined
}

/** Not a guest, a bot, somebody who has left, or somebody of another workspace (Slack Connect). */
const isFullMember = (user: Account, ourTeam: string | undefined): boolean =>
  user.deleted !== true &&
  user.is_bot !== true &&
  user.is_restricted !== true &&
  user.is_ultra_restricted !== true &&
  user.is_stranger !== true &&
  (user.team_id === undefined || user.team_id === ourTeam)

const noRoles: ReadonlySet<Role> = new Set()

/** Accounts from Slack; roles from configuration, which names people or Slack user groups. */
export const peopleLayer = (roles: BotConfiguration["roles"]) =>
  Layer.effect(
    People,
    Effect.gen(function* () {
      const slack = yield* SlackApi
      const groups = yield* userGroups
      // Asked when it is first needed: a bot that starts while Slack is away must start all the same.
      const ourTeam = yield* Effect.cachedWithTTL(
        Effect.map(
          slack.call("auth.test", (client) => client.auth.test()),
          ({ team_id }) => team_id
        ),
        (answer) => (Exit.isSuccess(answer) ? Duration.infinity : Duration.zero)
      )

      /** The roles Slack's answers give somebody, and whether it answered for every one. */
      const held = Effect.fn("People.held")(function* (person: PersonId) {
        const asked = yield* Effect.forEach(Role.literals, (role) =>
          Effect.map(Effect.result(groups.names(roles[role], person)), (named) => ({ role, named }))
        )
        return {
          roles: new Set(asked.flatMap(({ role, named }) => (Result.getOrElse(named, () => false) ? [role] : []))),
          isWhole: asked.every(({ named }) => Result.isSuccess(named))
        }
      })

      const accounts = yield* Cache.makeWith(
        (person: PersonId) =>
          slack
            .call("users.info", (client) => client.users.info({ user: person }))
            .pipe(
              Effect.flatMap(({ user }) =>
                Effect.map(ourTeam, (team) => user !== undefined && isFullMember(user, team))
              ),
              Effect.catchIf(
                ({ reason }) => reason === "user_not_found",
                () => Effect.succeed(false)
              )
            ),
        // A failed look-up is not kept: one lost answer must not lock a worker out for minutes.
        { capacity: 5_000, timeToLive: (answer) => (Exit.isSuccess(answer) ? ACCOUNT_KEPT : Duration.zero) }
      )

      return People.of({
        holdersOf: (role) => Effect.catch(groups.everybodyIn(roles[role]), () => Effect.succeed([])),
        rolesOf: (person) =>
          Cache.get(accounts, person).pipe(
            Effect.flatMap((isMember) =>
              isMember ? Effect.map(held(person), ({ roles }) => roles) : Effect.succeed(noRoles)
            ),
            Effect.catch(() => Effect.succeed(noRoles))
          ),
        allow: Effect.fn("People.allow")(function* (person, permission) {
          const isMember = yield* Effect.mapError(
            Cache.get(accounts, person),
            () => new NotAllowed({ message: CANNOT_CHECK })
          )
          if (!isMember) {
            return yield* new NotAllowed({
              message: "This is only for full members of this workspace. Nothing was done."
            })
          }
          const { roles, isWhole } = yield* held(person)
          const reach = reachOf(roles, permission)
          if (reach !== "none") return reach
          // A group Slack could not read might have allowed it; what the other roles allow does not wait for it.
          return yield* isWhole ? notSetUp(permission) : new NotAllowed({ message: CANNOT_CHECK })
        })
      })
    })
  )
