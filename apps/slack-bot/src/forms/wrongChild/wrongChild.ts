import { Notifications } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findOrNew } from "../../handlers/findCase.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { submissionBeyondCase } from "../caseSubmission.ts"
import { noticeView } from "../noticeView.ts"
import { readRightChild, WRONG_CHILD_FORM, wrongChildView } from "./wrongChildView.ts"

export const wrongChildForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: ({ link, episode, examples }) => Effect.succeed(wrongChildView(link, episode, examples))
}

const wrongChildSubmitted = submissionBeyondCase(
  wrongChildForm,
  Effect.fn("wrongChildSubmitted")(function* ({ link: { child, episodeId }, person, values }) {
    const { child: right } = yield* findOrNew(yield* Effect.fromResult(readRightChild(values)))
    const notifications = yield* Notifications
    yield* notifications.moveToChild({ episodeId, wrong: child, right, by: person })
    return Option.some(
      noticeView(
        `The report is on the record of ${right} now, and cancelled on that of ${child}. People who were alerted of ${child} are told here that it was not this child. Tell the police if the mistake was theirs, and anyone else who heard of ${child} from you. Check the card of ${right}.`
      )
    )
  })
)

export const wrongChild: FormSlice = {
  submissions: { [WRONG_CHILD_FORM]: wrongChildSubmitted }
}
