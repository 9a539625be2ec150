import type { PersonId } from "@safe-return/domain/pathway"
import type { BotConfiguration } from "@safe-return/settings"
import { Effect, Layer, Result } from "effect"
import { Accounts } from "./Accounts.ts"
import { NotAllowed, notSetUp, People } from "./People.ts"
import { Role, reachOf } from "./roles.ts"
import { isUserGroup, userGroups } from "./userGroups.ts"

const CANNOT_CHECK = "We could not check with Slack who you are. Nothing was done: try again in a minute."

const noRoles: ReadonlySet<Role> = new Set()

/** Accounts from Slack; roles from configuration, which names people or Slack user groups. */
export const peopleLayer = (roles: BotConfiguration["roles"]) =>
  Layer.effect(
    People,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const groups = yield* userGroups

      /** Only of these does Slack know who holds them. */
      const rolesOfGroups = Role.literals.filter((role) => roles[role].some(isUserGroup))

      /** The roles somebody is named for, those Slack's answers give them, and whether it answered for every one. */
      const held = Effect.fnUntraced(function* (person: PersonId) {
        const asked = yield* Effect.forEach(rolesOfGroups, (role) =>
          Effect.map(Effect.result(groups.names(roles[role], person)), (named) => ({ role, named }))
        )
        const byName = Role.literals.filter((role) => roles[role].includes(person))
        const byGroup = asked.flatMap(({ role, named }) => (Result.getOrElse(named, () => false) ? [role] : []))
        return { roles: new Set([...byName, ...byGroup]), isWhole: asked.every(({ named }) => Result.isSuccess(named)) }
      })

      const isMember = (person: PersonId) => Effect.map(accounts.whyNoMember(person), (why) => why === undefined)

      return People.of({
        holdersOf: (role) => Effect.catch(groups.everybodyIn(roles[role]), () => Effect.succeed([])),
        rolesOf: (person) =>
          isMember(person).pipe(
            Effect.flatMap((is) => (is ? Effect.map(held(person), ({ roles }) => roles) : Effect.succeed(noRoles))),
            Effect.catch(() => Effect.succeed(noRoles))
          ),
        allow: Effect.fnUntraced(function* (person, permission) {
          if (!(yield* Effect.mapError(isMember(person), () => new NotAllowed({ message: CANNOT_CHECK })))) {
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
