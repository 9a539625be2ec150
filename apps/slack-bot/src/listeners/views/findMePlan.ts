import { type Command, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { decodeChildLink } from "../../messages/caseLink.ts"
import { readFindMePlan } from "../../views/findMePlanView.ts"
import { noticeView } from "../../views/noticeView.ts"
import { OutOfDate } from "../explain.ts"
import { childOfForm, findOrNew } from "../findCase.ts"
import { episodesAt } from "../forms/episodeToRecord.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

const CHANGED =
  "Somebody recorded the plan while this form was open, so yours was not recorded. Open it again with /findme to see what they recorded."

/** The plan is recorded whole, so one that was recorded meanwhile would be overwritten unseen. */
export const findMePlanSubmitted: SubmissionHandler = {
  permission: "record-find-me-plan",
  about: ({ metadata }) => childOfForm(metadata),
  handle: Effect.fn("findMePlanSubmitted")(function* ({ metadata, person, values }) {
    const link = decodeChildLink(metadata)
    if (Option.isNone(link)) return yield* new OutOfDate()
    const { child, seen } = link.value
    const { plan, partTwo } = yield* Effect.fromResult(readFindMePlan(values))
    const casework = yield* Casework
    const news = (yield* casework.history(child)).slice(seen)
    if (news.some(({ event }) => event._tag === "FindMePlanRecorded" || event._tag === "PartTwoRecorded")) {
      return Option.some(noticeView(CHANGED))
    }
    const { state } = yield* findOrNew(child)
    const missing = latestEpisode({ ...state, episodes: episodesAt(state, "Missing") })
    const commands: ReadonlyArray<Command> = [
      { _tag: "RecordFindMePlan", plan },
      ...(partTwo === undefined || Option.isNone(missing)
        ? []
        : [{ _tag: "RecordPartTwo", episodeId: missing.value.id, partTwo } as const])
    ]
    yield* casework.carryOutAll(child, commands, person)
    return Option.none()
  })
}
