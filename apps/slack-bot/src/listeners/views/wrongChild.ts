import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { Notifications } from "../../casework/Notifications.ts"
import { noticeView } from "../../views/noticeView.ts"
import { readRightChild } from "../../views/wrongChildView.ts"
import { findEpisode, findOrNew, readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { wrongChildForm } from "../forms/correct.ts"

export const wrongChildSubmitted = submissionOf(
  wrongChildForm,
  Effect.fn("wrongChildSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const { child: right } = yield* findOrNew(yield* Effect.fromResult(readRightChild(values)))
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const notifications = yield* Notifications
    yield* notifications.moveToChild({ episode, wrong: child, right, by: person })
    return Option.some(
      noticeView(
        `The report is on the record of ${right} now, and cancelled on that of ${child}. Tell whoever was told about ${child}, and the police if the mistake was theirs. Check the card of ${right}.`
      )
    )
  })
)
