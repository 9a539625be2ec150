import { Casework } from "@safe-return/casework"
import { type Command, latestEpisode, type PathwayEvent } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { decodeChildLink } from "../../blocks/caseLink.ts"
import { checkCaseSystemReference } from "../../handlers/caseSystemReference.ts"
import { OutOfDate } from "../../handlers/explain.ts"
import { childOfForm, findOrNew } from "../../handlers/findCase.ts"
import type { Submission, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { episodesAt } from "../CaseForm.ts"
import { everyFault } from "../everyFault.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { noticeView } from "../noticeView.ts"
import { FIND_ME_PLAN_FORM, readFindMePlan } from "./findMePlanView.ts"

const CHANGED =
  "Someone recorded the plan while this form was open, so yours was not recorded. Open it again with /findme to see what they recorded."

/** How often it is tried again because another person recorded something between the look and the write. */
const LOOKS = 20

const isPlan = ({ _tag }: PathwayEvent): boolean => _tag === "FindMePlanRecorded" || _tag === "PartTwoRecorded"

/** The plan is recorded whole, so one that was recorded meanwhile would be overwritten unseen. */
const recordPlan = Effect.fn("recordPlan")(function* ({ metadata, person, values }: Submission) {
  const link = decodeChildLink(metadata)
  if (Option.isNone(link)) return yield* new OutOfDate()
  const { child, seen } = link.value
  const { plan, partTwo } = yield* Effect.fromResult(readFindMePlan(values))
  yield* everyFault([
    checkCaseSystemReference("reference", plan.reference),
    checkCaseSystemReference("partTwoReference", partTwo?.reference)
  ])
  const casework = yield* Casework
  const look = Effect.gen(function* () {
    const version = yield* casework.version(child)
    const since = version === seen ? [] : (yield* casework.history(child)).slice(seen)
    if (since.some(({ event }) => isPlan(event))) return Option.some(noticeView(CHANGED))
    const { state } = yield* findOrNew(child)
    const missing = latestEpisode({ ...state, episodes: episodesAt(state, "Missing") })
    const commands: ReadonlyArray<Command> = [
      { _tag: "RecordFindMePlan", plan },
      ...(partTwo === undefined || Option.isNone(missing)
        ? []
        : [{ _tag: "RecordPartTwo", episodeId: missing.value.id, partTwo } as const])
    ]
    yield* casework.executeAll(child, commands, person, version)
    return Option.none()
  })
  return yield* Effect.retry(look, { while: ({ _tag }) => _tag === "StreamMoved", times: LOOKS })
})

const findMePlanSubmitted: SubmissionHandler = {
  permission: "record-find-me-plan",
  about: ({ metadata }) => childOfForm(metadata),
  handle: (submission) => sayingEveryMistake(submission, (values) => recordPlan({ ...submission, values }))
}

export const findMePlan: FormSlice = {
  submissions: { [FIND_ME_PLAN_FORM]: findMePlanSubmitted }
}
