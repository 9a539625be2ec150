import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Audit, type Profile, Profiles } from "@safe-return/journal"
import { Clock, Data, Effect, Option, Result } from "effect"
import { decodeChildLink } from "../../blocks/caseLink.ts"
import { OutOfDate } from "../../handlers/explain.ts"
import { childOfForm, childOfLink, readLink } from "../../handlers/findCase.ts"
import type { ButtonHandler, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { changedMeanwhileView, type HeldProfile, PROFILE_FORM, readProfile, revealButton } from "./profileView.ts"
import { revealProfile } from "./revealProfile.ts"

/** What is held was changed since the form was opened. */
class ChangedMeanwhile extends Data.TaggedError("ChangedMeanwhile")<{ readonly now: Profile }> {}

/** What is held now beside what was typed; that it is shown is a look like any other. */
const showWhatChanged = Effect.fn("showWhatChanged")(function* (now: Profile, typed: HeldProfile, person: PersonId) {
  const audit = yield* Audit
  const at = Instant(yield* Clock.currentTimeMillis)
  yield* audit.add({ at, by: person, act: "reveal-profile", child: now.child, outcome: "allowed" })
  return Option.some(changedMeanwhileView(now, typed))
})

/** Saved only on the revision that was seen; the allocated worker stays as it is now. */
const save = Effect.fn("saveProfile")(function* (child: ChildReference, seen: number, held: HeldProfile) {
  const profiles = yield* Profiles
  yield* profiles.change(child, (now) => {
    const { allocatedWorker, revision = 0 } = now
    if (revision !== seen) return Result.fail(new ChangedMeanwhile({ now }))
    const kept = definedFields({ allocatedWorker })
    return Result.succeed({ ...kept, ...held, revision: revision + 1 })
  })
  return Option.none()
})

const profileSubmitted: SubmissionHandler = {
  permission: "change-profile",
  about: ({ metadata }) => childOfForm(metadata),
  handle: Effect.fn("profileSubmitted")(function* ({ metadata, person, values }) {
    const link = decodeChildLink(metadata)
    if (Option.isNone(link)) return yield* new OutOfDate()
    const { child, seen } = link.value
    const today = londonDayOf(Instant(yield* Clock.currentTimeMillis))
    const held = yield* Effect.fromResult(readProfile(values, today))
    return yield* Effect.catchTag(save(child, seen, held), "ChangedMeanwhile", ({ now }) =>
      showWhatChanged(now, held, person)
    )
  })
}

/** "Reveal" on the card. */
const reveal: ButtonHandler = {
  permission: "reveal-profile",
  about: ({ value }) => childOfLink(value),
  handle: Effect.fn("reveal")(function* ({ person, value, openForm }) {
    const { child } = yield* readLink(value)
    yield* openForm(yield* revealProfile(child, person))
  })
}

export const profile: FormSlice = {
  buttons: { [revealButton.actionId]: reveal },
  submissions: { [PROFILE_FORM]: profileSubmitted }
}
