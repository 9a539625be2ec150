import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { findEpisode } from "../../handlers/findCase.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { entriesOf, readWithdrawal, WITHDRAW_ENTRY_FORM, withdrawEntryView } from "./withdrawEntryView.ts"

export const withdrawEntryForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: ({ link, episode }) =>
    entriesOf(episode).length === 0 ? Effect.fail(new OutOfDate()) : Effect.succeed(withdrawEntryView(link, episode))
}

const withdrawEntrySubmitted = submissionOf(
  withdrawEntryForm,
  Effect.fn("withdrawEntrySubmitted")(function* ({ link, person, values, expectedVersion }) {
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(link.child), link.episodeId)
    const command = yield* Effect.fromResult(readWithdrawal(link, episode, values))
    yield* casework.execute(link.child, command, person, expectedVersion)
    return Option.none()
  })
)

export const withdrawEntry: FormSlice = {
  submissions: { [WITHDRAW_ENTRY_FORM]: withdrawEntrySubmitted }
}
