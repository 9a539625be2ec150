import { InterviewId, interviewStatus } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { logButton } from "../../messages/caseButtons.ts"
import { People } from "../../people/People.ts"
import { alsoCoversField } from "../alsoCoversField.ts"
import type { CaseForm } from "../CaseForm.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { precheck } from "../precheck.ts"
import { logInterviewView } from "./logInterviewView.ts"

export const logForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  which: logButton,
  open: Effect.fn("logForm")(function* ({ child, state, episode, person }) {
    // "Nothing to log" is the domain's answer to an empty form that can be filled in.
    yield* precheck(
      state,
      {
        _tag: "LogInterview",
        newInterviewId: InterviewId.make("not-recorded"),
        episodeId: episode.id,
        isInterviewer: true
      },
      ["NothingToLog"]
    )
    const standing = interviewStatus(state, episode)
    const interview = "interview" in standing ? standing.interview : undefined
    const people = yield* People
    const isInterviewer = (yield* people.rolesOf(person)).has("interviewer")
    const suggested = interview?.interviewer ?? (isInterviewer ? person : undefined)
    return logInterviewView(
      { child, episodeId: episode.id },
      episode,
      interview,
      suggested,
      alsoCoversField(state, episode)
    )
  })
}
