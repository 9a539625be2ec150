import {
  Casework,
  Council,
  factsOf,
  People,
  type Permission,
  reachOf,
  undecidedConfidentialTriggers
} from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { triggersFired, triggersNotKnown } from "@safe-return/domain/risk"
import { type Profile, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { isOwnCase } from "../../handlers/isOwnCase.ts"
import { profileView } from "./profileView.ts"

/** Whether to offer it: the permission is asked again when it is pressed. */
const mayDo = Effect.fn("mayDo")(function* (permission: Permission, child: ChildReference, person: PersonId) {
  const people = yield* People
  const reach = reachOf(yield* people.rolesOf(person), permission)
  return reach === "any" || (reach === "own" && (yield* isOwnCase(child, person, permission)))
})

/** What is held of a child, for one view by one person. That they looked is in the audit before it comes to this. */
export const revealProfile = Effect.fn("revealProfile")(function* (child: ChildReference, person: PersonId) {
  const now = Instant(yield* Clock.currentTimeMillis)
  const profiles = yield* Profiles
  const profile: Profile = Option.getOrElse(yield* profiles.find(child), () => ({ child }))
  const casework = yield* Casework
  const state = yield* casework.get(child)
  const { calendars } = yield* Council
  const known = { now, calendars, facts: factsOf(profile) }
  const [undecided] = undecidedConfidentialTriggers(state, now, calendars, known.facts)
  const mayDecide = undecided !== undefined && (yield* mayDo("decide-on-quiet-trigger", child, person))
  const triggers = {
    fired: triggersFired(state, known).filter(({ mayGoToChat }) => !mayGoToChat),
    notKnown: triggersNotKnown(state, known),
    ...(mayDecide ? { toDecide: { child, episodeId: undecided.episodeId } } : {})
  }
  return profileView(profile, triggers, yield* mayDo("change-profile", child, person))
})
