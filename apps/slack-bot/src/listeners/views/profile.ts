import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type Profile, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { decodeChildLink } from "../../messages/caseLink.ts"
import { noticeView } from "../../views/noticeView.ts"
import { readProfile } from "../../views/profileView.ts"
import { OutOfDate } from "../explain.ts"
import { childOfForm } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

const CHANGED =
  "Somebody changed what is held while this was open, so yours was not saved. Press Reveal again to see what they changed."

export const profileSubmitted: SubmissionHandler = {
  permission: "change-profile",
  about: ({ metadata }) => childOfForm(metadata),
  handle: Effect.fn("profileSubmitted")(function* ({ metadata, values }) {
    const link = decodeChildLink(metadata)
    if (Option.isNone(link)) return yield* new OutOfDate()
    const { child, seen } = link.value
    const today = londonDayOf(Instant(yield* Clock.currentTimeMillis))
    const held = yield* Effect.fromResult(readProfile(values, today))
    const profiles = yield* Profiles
    const profile: Profile = Option.getOrElse(yield* profiles.find(child), () => ({ child }))
    const { allocatedWorker, revision = 0 } = profile
    if (revision !== seen) return Option.some(noticeView(CHANGED))
    const kept = allocatedWorker === undefined ? {} : { allocatedWorker }
    yield* profiles.save({ child, ...kept, ...held, revision: revision + 1 })
    return Option.none()
  })
}
