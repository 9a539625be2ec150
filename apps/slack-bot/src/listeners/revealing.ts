import { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { triggersFired, triggersNotKnown } from "@safe-return/domain/risk"
import { type Profile, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { Casework } from "../casework/Casework.ts"
import { factsOf } from "../casework/childFacts.ts"
import { People } from "../people/People.ts"
import { reachOf } from "../people/roles.ts"
import { profileView } from "../views/profileView.ts"
import { isTheirs } from "./isTheirs.ts"

/** What is held of a child, for one view by one person. That they looked is in the audit before it comes to this. */
export const revealProfile = Effect.fn("revealProfile")(function* (child: ChildReference, person: PersonId) {
  const now = Instant(yield* Clock.currentTimeMillis)
  const profiles = yield* Profiles
  const profile: Profile = Option.getOrElse(yield* profiles.find(child), () => ({ child }))
  const casework = yield* Casework
  const state = yield* casework.get(child)
  const context = { now, facts: factsOf(profile) }
  const triggers = {
    fired: triggersFired(state, context).filter(({ mayGoToChat }) => !mayGoToChat),
    notKnown: triggersNotKnown(state, context)
  }
  const people = yield* People
  const reach = reachOf(yield* people.rolesOf(person), "change-profile")
  const mayChange = reach === "any" || (reach === "own" && (yield* isTheirs(child, person, "change-profile")))
  return profileView(profile, triggers, mayChange)
})
