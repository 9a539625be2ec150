/** Slack user groups (`@missing-team`): who is in one is Slack's to say, so a joiner or leaver needs no restart. */
import { PersonId } from "@safe-return/domain/pathway"
import { Cache, Duration, Effect, Exit } from "effect"
import { SlackApi, type SlackFailed } from "../slack/SlackApi.ts"

/** How long Slack's word on a group is taken before it is asked again. */
const GROUP_KEPT = Duration.minutes(5)

/** Slack's answers that asking again does not change. */
const NAMES_NOBODY: ReadonlySet<string> = new Set(["no_such_subteam", "plan_upgrade_required"])

/** Whether an id in the configuration is a user group's; any other is a person's. */
export const isUserGroup = (id: string): boolean => /^S[A-Z0-9]+$/.test(id)

export const userGroups = Effect.gen(function* () {
  const slack = yield* SlackApi
  const lastKnown = new Map<string, ReadonlySet<string>>()

  const asked = (group: string) =>
    slack
      .call("usergroups.users.list", (client) => client.usergroups.users.list({ usergroup: group }))
      .pipe(
        Effect.map(({ users }) => new Set(users ?? [])),
        Effect.tap((members) => Effect.sync(() => lastKnown.set(group, members))),
        // Deleted, or not in this workspace's plan: it names nobody, and whoever was in it before is let in no longer.
        Effect.catchIf(
          ({ reason }) => NAMES_NOBODY.has(reason),
          (failed) =>
            Effect.as(Effect.logError(`The user group ${group} names nobody. ${failed.message}`), new Set<string>())
        ),
        // A lost answer must not lock a whole team out: who was in it when Slack last answered stands meanwhile.
        Effect.catch((failed) => {
          const known = lastKnown.get(group)
          if (known === undefined) return Effect.fail(failed)
          return Effect.as(
            Effect.logWarning(`The user group ${group} could not be read again. ${failed.message}`),
            known
          )
        })
      )

  const members = yield* Cache.makeWith(asked, {
    capacity: 100,
    timeToLive: (answer) => (Exit.isSuccess(answer) ? GROUP_KEPT : Duration.zero)
  })

  return {
    /** Everybody a list of user ids and user group ids names, each once. */
    everybodyIn: (ids: ReadonlyArray<string>): Effect.Effect<ReadonlyArray<PersonId>, SlackFailed> =>
      Effect.map(
        Effect.forEach(
          ids,
          (id): Effect.Effect<Iterable<string>, SlackFailed> =>
            isUserGroup(id) ? Cache.get(members, id) : Effect.succeed([id])
        ),
        (found) => [...new Set(found.flatMap((some) => [...some]))].map((id) => PersonId.make(id))
      ),
    /** Whether a list of user ids and user group ids names this person. */
    names: (ids: ReadonlyArray<string>, person: PersonId): Effect.Effect<boolean, SlackFailed> =>
      ids.includes(person)
        ? Effect.succeed(true)
        : Effect.map(
            Effect.forEach(ids.filter(isUserGroup), (group) => Cache.get(members, group)),
            (found) => found.some((group) => group.has(person))
          )
  }
})
