import { interviewStanding } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { assignView } from "../../views/assignView.ts"
import { findEpisode, readLink } from "../findCase.ts"
import type { ButtonHandler } from "./ButtonHandler.ts"

/** "Assign interview" or "Change interviewer" on the card. */
export const assignInterviewButton: ButtonHandler = {
  permission: "assign-interview",
  handle: Effect.fn("assignInterviewButton")(function* ({ value, openForm }) {
    const link = yield* readLink(value)
    const casework = yield* Casework
    const state = yield* casework.get(link.child)
    const standing = interviewStanding(state, yield* findEpisode(state, link.episodeId))
    yield* openForm(assignView(link, "interview" in standing ? standing.interview.interviewer : undefined))
  })
}
