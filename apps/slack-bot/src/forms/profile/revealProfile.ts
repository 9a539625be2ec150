import {
  Casework,
  Council,
  factsOf,
  keptFromOf,
  People,
  reachOf,
  undecidedConfidentialTriggers
} from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId, RecordedEvent } from "@safe-return/domain/pathway"
import { type Firing, triggersFired, triggersNotKnown } from "@safe-return/domain/risk"
import { type Profile, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { isOwnCase } from "../../handlers/isOwnCase.ts"
import { mayDecideAs } from "../../handlers/mayDecideAs.ts"
import { type Decided, isDecided, takenByInWords, takenInWords } from "../triggerDecisions/takenDecisions.ts"
import { profileView } from "./profileView.ts"

/** Whether to offer it: the permission is asked again when it is pressed. */
const mayChange = Effect.fn("mayChange")(function* (child: ChildReference, person: PersonId) {
  const people = yield* People
  const reach = reachOf(yield* people.rolesOf(person), "change-profile")
  return reach === "any" || (reach === "own" && (yield* isOwnCase({ child }, person, "change-profile")))
})

/** In full for those who may decide; others who may look see who decided. */
const decisionFor = (
  firing: Decided,
  mayDecide: (firing: Firing) => boolean,
  history: ReadonlyArray<RecordedEvent>
): string => (mayDecide(firing) ? takenInWords(firing, history) : `Decided. ${takenByInWords(firing, history)}`)

/** What is held of a child, for one view by one person. That they looked is in the audit before it comes to this. */
export const revealProfile = Effect.fn("revealProfile")(function* (child: ChildReference, person: PersonId) {
  const now = Instant(yield* Clock.currentTimeMillis)
  const profiles = yield* Profiles
  const profile: Profile = Option.getOrElse(yield* profiles.find(child), () => ({ child }))
  const casework = yield* Casework
  const state = yield* casework.get(child)
  const { calendars } = yield* Council
  const known = { now, calendars, facts: factsOf(profile) }
  const mayDecide = yield* mayDecideAs(child, state, person)
  const history = yield* casework.history(child)
  const [undecided] = undecidedConfidentialTriggers(state, now, calendars, known.facts).filter(({ firing }) =>
    mayDecide(firing)
  )
  const triggers = {
    // To those who were left out of what an interview brought out it does not show that there is anything.
    fired: triggersFired(state, known).filter(
      (firing) => !firing.mayGoToChat && !keptFromOf(state, firing).has(person)
    ),
    notKnown: triggersNotKnown(state, known),
    leftOutOf: (firing: Firing) => [...keptFromOf(state, firing)],
    decisionOn: (firing: Firing) => (isDecided(firing) ? decisionFor(firing, mayDecide, history) : ""),
    ...(undecided === undefined ? {} : { toDecide: { child, episodeId: undecided.episodeId } })
  }
  return profileView(profile, triggers, yield* mayChange(child, person))
})
