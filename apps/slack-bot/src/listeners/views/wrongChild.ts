import { Notifications } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { noticeView } from "../../views/noticeView.ts"
import { readRightChild } from "../../views/wrongChildView.ts"
import { findOrNew, readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { wrongChildForm } from "../forms/correct.ts"

export const wrongChildSubmitted = submissionOf(
  wrongChildForm,
  Effect.fn("wrongChildSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
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
