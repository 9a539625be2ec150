import type { Nation } from "../calendar/publication.ts"
import { hostOf } from "../pathway/placementsOf.ts"
import type { Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"

/**
 * The nation whose bank holidays the working-day clock of an episode skips: where the child is placed, else the
 * policy's.
 *
 * @example
 * ```ts
 * import { nationOf } from "@safe-return/domain/deadlines"
 * import { AuthorityName } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { episode } = syntheticCase("returned")
 * nationOf(episode) // "england-and-wales"
 * const placement = { _tag: "HostArea", authority: AuthorityName.make("Scottish Borders"), nation: "scotland" } as const
 * const placed = syntheticCase("returned", [{ _tag: "RecordPlacement", episodeId: episode.id, placement }])
 * nationOf(placed.episode) // "scotland"
 * ```
 */
export const nationOf = (episode: Episode): Nation => hostOf(episode)?.nation ?? episode.policy.interview.calendar.value

/**
 * The episode's policy on the days of the nation the child is placed in; our own reminders keep to ours. Where the
 * nation is the same, it is the policy itself.
 *
 * @example
 * ```ts
 * import { policyAsPlaced } from "@safe-return/domain/deadlines"
 * import { AuthorityName } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { episode } = syntheticCase("returned")
 * policyAsPlaced(episode) === episode.policy // true
 * const placement = { _tag: "HostArea", authority: AuthorityName.make("Scottish Borders"), nation: "scotland" } as const
 * const placed = syntheticCase("returned", [{ _tag: "RecordPlacement", episodeId: episode.id, placement }])
 * policyAsPlaced(placed.episode).interview.calendar.value // "scotland"
 * ```
 */
export const policyAsPlaced = (episode: Episode): Policy => {
  const { policy } = episode
  const { interview } = policy
  const value = nationOf(episode)
  return value === interview.calendar.value
    ? policy
    : { ...policy, interview: { ...interview, calendar: { ...interview.calendar, value } } }
}
