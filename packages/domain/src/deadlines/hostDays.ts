import type { Nation } from "../calendar/publication.ts"
import { hostOf } from "../pathway/placementsOf.ts"
import type { Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"

/** The nation whose bank holidays the working-day clock of an episode skips: where the child is placed. */
export const nationOf = (episode: Episode): Nation => hostOf(episode)?.nation ?? episode.policy.interview.calendar.value

/** The episode's policy on the days of the nation the child is placed in; our own reminders keep to ours. */
export const policyAsPlaced = (episode: Episode): Policy => {
  const { policy } = episode
  const { interview } = policy
  const value = nationOf(episode)
  return value === interview.calendar.value
    ? policy
    : { ...policy, interview: { ...interview, calendar: { ...interview.calendar, value } } }
}
