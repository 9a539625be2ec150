import { Notifications } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findOrNew } from "../../handlers/findCase.ts"
import { submissionOf } from "../caseSubmission.ts"
import { wrongChildForm } from "../correct/correct.ts"
import { noticeView } from "../noticeView.ts"
import { readRightChild } from "./wrongChildView.ts"

export const wrongChildSubmitted = submissionOf(
  wrongChildForm,
  Effect.fn("wrongChildSubmitted")(function* ({ link: { child, episodeId }, person, values }) {
    const { child: right } = yield* findOrNew(yield* Effect.fromResult(readRightChild(values)))
    const notifications = yield* Notifications
    yield* notifications.moveToChild({ episodeId, wrong: child, right, by: person })
    return Option.some(
      noticeView(
        `The report is on the record of ${right} now, and cancelled on that of ${child}. Tell whoever was told about ${child}, and the police if the mistake was theirs. Check the card of ${right}.`
      )
    )
  })
)
