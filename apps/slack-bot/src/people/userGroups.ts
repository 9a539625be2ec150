/** Slack user groups (`@missing-team`): who is in one is Slack's to say, so a joiner or leaver needs no restart. */
import { PersonId } from "@safe-return/domain/pathway"
import { ANSWER_KEPT, type Freshness, Incidents, LAST_KNOWN_STANDS, monotonicMillis } from "@safe-return/outreach"
import { Cache, Duration, Effect, Exit, Result } from "effect"
import { makeFreshAnswers } from "../slack/freshAnswers.ts"
import { OurInstallation } from "../slack/OurInstallation.ts"
import { SlackApi, type SlackFailed } from "../slack/SlackApi.ts"

/** Slack's answers that a group is there no longer: it was deleted or disabled, or the workspace's plan has none. */
const NAMES_NOBODY: ReadonlySet<string> = new Set(["no_such_subteam", "plan_upgrade_required"])

/** How much older than usual the last answer may be before a group that cannot be read is an incident. */
const TOLERATED = Duration.minutes(2)

/** Whether an id in the configuration is a user group's; any other is a person's. */
const isUserGroup = (id: string): boolean => /^S[A-Z0-9]+$/.test(id)

const remedyFor = (group: string, reason: string): string => {
  switch (reason) {
    case "empty":
      return `Add people to ${group} in Slack, or take it out of the settings.`
    case "missing_scope":
      return "Give the app the scope usergroups:read again, as its manifest says, and install it again."
    case "no_such_subteam":
      return `Enable ${group} again in Slack, or name another group, or people, in the settings.`
    case "missing_argument":
    case "team_not_found":
      return "The app is installed on a whole organisation: name its workspace in SAFE_RETURN_SLACK_WORKSPACE."
    default:
      return "If it goes on, see whether Slack has trouble, and name people beside the group in the settings."
  }
}

/** The members, and when Slack said so. */
interface KnownGroup {
  readonly members: ReadonlySet<string>
  readonly at: number
}

const nobody: ReadonlySet<string> = new Set()

export const userGroups = Effect.gen(function* () {
  const slack = yield* SlackApi
  const incidents = yield* Incidents
  const { ours } = yield* OurInstallation
  /** The people a group named last. */
  const lastKnown = new Map<string, KnownGroup>()

  const unreadable = (group: string, reason: string) => {
    const known = lastKnown.get(group)?.members.size ?? 0
    const meanwhile =
      known > 0
        ? `Meanwhile those who were in it last are told (${known}), and those named beside it.`
        : "Meanwhile those named beside it are told, or the next role."
    const what =
      reason === "empty"
        ? `The user group ${group} has no members.`
        : `The user group ${group} cannot be read (${reason}).`
    return incidents.raise({
      kind: "group-unreadable",
      place: group,
      what: `${what} ${meanwhile}`,
      remedy: remedyFor(group, reason)
    })
  }

  /** A fault that is over while the last answer is hardly older than usual concerned nobody. */
  const isTolerated = (group: string, reason: string) =>
    Effect.map(monotonicMillis, (now) => {
      const known = lastKnown.get(group)
      if (known === undefined || NAMES_NOBODY.has(reason)) return false
      return now - known.at < Duration.toMillis(ANSWER_KEPT) + Duration.toMillis(TOLERATED)
    })

  const asked = Effect.fnUntraced(
    function* (group: string) {
      const { isOrganisationWide, workspace } = yield* ours
      const team = isOrganisationWide && workspace !== undefined ? { team_id: workspace } : {}
      const { users = [] } = yield* slack.call("usergroups.users.list", (client) =>
        client.usergroups.users.list({ usergroup: group, ...team })
      )
      if (users.length === 0) {
        yield* unreadable(group, "empty")
        return nobody
      }
      const members = new Set(users)
      lastKnown.set(group, { members, at: yield* monotonicMillis })
      yield* incidents.end("group-unreadable", "It can be read again, and has members.", group)
      return members
    },
    (read, group) =>
      read.pipe(
        Effect.tapError(({ reason }) =>
          Effect.flatMap(isTolerated(group, reason), (tolerated) =>
            tolerated ? Effect.void : unreadable(group, reason)
          )
        ),
        // People who were in it before are let in no longer.
        Effect.catchIf(
          ({ reason }) => NAMES_NOBODY.has(reason),
          () => Effect.succeed(nobody)
        )
      )
  )

  const kept = yield* Cache.makeWith(asked, {
    capacity: 100,
    timeToLive: (answer) => (Exit.isSuccess(answer) ? ANSWER_KEPT : Duration.zero)
  })

  const refreshed = yield* makeFreshAnswers((group: string) =>
    Effect.andThen(Cache.invalidate(kept, group), Cache.get(kept, group))
  )

  const orLastKnown = (group: string, stands: Duration.Duration) => (failed: SlackFailed) =>
    Effect.flatMap(monotonicMillis, (now) => {
      const known = lastKnown.get(group)
      return known !== undefined && now - known.at <= Duration.toMillis(stands)
        ? Effect.succeed(known.members)
        : Effect.fail(failed)
    })

  const membersOf = (group: string, freshness: Freshness): Effect.Effect<ReadonlySet<string>, SlackFailed> => {
    switch (freshness) {
      case "afresh":
        return refreshed(group)
      case "minutes":
        return Effect.catch(refreshed(group), orLastKnown(group, ANSWER_KEPT))
      case "last-known":
        return Effect.catch(Cache.get(kept, group), orLastKnown(group, LAST_KNOWN_STANDS))
    }
  }

  return {
    /** Everybody named by ids of users and groups, each once; an unreadable or deleted group counts as it last was. */
    everybodyIn: Effect.fnUntraced(function* (ids: ReadonlyArray<string>) {
      const groups = ids.filter(isUserGroup)
      const read = yield* Effect.forEach(groups, (group) =>
        Effect.orElseSucceed(Cache.get(kept, group), () => lastKnown.get(group)?.members ?? nobody)
      )
      const people = [...ids.filter((id) => !isUserGroup(id)), ...read.flatMap((members) => [...members])]
      const named = people.length > 0 ? people : groups.flatMap((group) => [...(lastKnown.get(group)?.members ?? [])])
      return [...new Set(named)].map((id) => PersonId.make(id))
    }),
    /** Whether ids of users and groups name this person, as fresh as is asked for; a joiner counts within minutes. */
    names: Effect.fnUntraced(function* (ids: ReadonlyArray<string>, person: PersonId, freshness: Freshness) {
      if (ids.includes(person)) return true
      let failure: SlackFailed | undefined
      for (const group of ids.filter(isUserGroup)) {
        const isIn = (asFreshAs: Freshness) => Effect.map(membersOf(group, asFreshAs), (members) => members.has(person))
        const answer = yield* Effect.result(
          Effect.flatMap(isIn("last-known"), (was) =>
            was && freshness !== "last-known" ? isIn(freshness) : Effect.succeed(was)
          )
        )
        if (Result.isFailure(answer)) failure = answer.failure
        else if (answer.success) return true
      }
      // Another group of the list may still have let them in.
      if (failure !== undefined) return yield* failure
      return false
    })
  }
})
