import { NotAllowed, notSetUp, People, type Permission, permissions, Role, reachOf } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { Accounts, freshnessOf } from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import { Effect, Layer, Result } from "effect"
import { userGroups } from "./userGroups.ts"

const CANNOT_CHECK = "We could not check with Slack who you are. Nothing was done: try again in a minute."

const noRoles: ReadonlySet<Role> = new Set()

/** The furthest first: where a person has it, nothing else has to be asked of Slack. */
const reaches = ["any", "own", "given", "unallocated", "kept"] as const

/** For each permission the roles that give it, and how far, the furthest first. */
const rolesGiving = new Map<
  Permission,
  ReadonlyArray<{ readonly role: Role; readonly reach: (typeof reaches)[number] }>
>(
  permissions.map((permission) => [
    permission,
    reaches.flatMap((reach) =>
      Role.literals.filter((role) => reachOf(new Set([role]), permission) === reach).map((role) => ({ role, reach }))
    )
  ])
)

/** Accounts from Slack; roles from configuration, which names people or Slack user groups. */
export const peopleLayer = (roles: BotConfiguration["roles"]) =>
  Layer.effect(
    People,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const groups = yield* userGroups

      /** The roles a person is named for, and those that Slack's answers give them. */
      const held = (person: PersonId) =>
        Effect.filter(Role.literals, (role) =>
          Effect.orElseSucceed(groups.names(roles[role], person, "last-known"), () => false)
        )

      return People.of({
        holdersOf: (role) => groups.everybodyIn(roles[role]),
        nameOf: accounts.nameOf,
        rolesOf: (person) =>
          accounts.whyNoMember(person, "last-known").pipe(
            Effect.flatMap((why) =>
              why === undefined ? Effect.map(held(person), (all) => new Set(all)) : Effect.succeed(noRoles)
            ),
            Effect.orElseSucceed(() => noRoles)
          ),
        allow: Effect.fnUntraced(function* (person, permission) {
          const freshness = freshnessOf[permission]
          const why = yield* Effect.mapError(
            accounts.whyNoMember(person, freshness),
            () => new NotAllowed({ message: CANNOT_CHECK })
          )
          if (why !== undefined) {
            return yield* new NotAllowed({
              message: "This is only for full members of this workspace. Nothing was done."
            })
          }
          let isWhole = true
          for (const { role, reach } of rolesGiving.get(permission) ?? []) {
            const named = yield* Effect.result(groups.names(roles[role], person, freshness))
            if (Result.isFailure(named)) isWhole = false
            else if (named.success) return reach
          }
          // A group Slack could not read might have allowed it; what the other roles allow does not wait for it.
          return yield* isWhole ? notSetUp(permission) : new NotAllowed({ message: CANNOT_CHECK })
        })
      })
    })
  )
