import { interviewOf } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import { People } from "../../people/People.ts"
import type { CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { furtherSessionView } from "./furtherSessionView.ts"

export const furtherSessionForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: latestAt("Found", "Returned"),
  open: Effect.fn("furtherSessionForm")(function* ({ child, state, episode, person }) {
    const interview = interviewOf(state, episode.id)
    if (interview?.completed === undefined) return yield* new OutOfDate()
    const people = yield* People
    const isInterviewer = (yield* people.rolesOf(person)).has("interviewer")
    return furtherSessionView({ child, episodeId: episode.id }, interview, isInterviewer ? person : undefined)
  })
}
