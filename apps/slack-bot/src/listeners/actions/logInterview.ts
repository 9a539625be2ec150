import { Effect } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { findEpisode, readLink } from "../findCase.ts"
import { logForm } from "../logForm.ts"
import type { ButtonHandler } from "./ButtonHandler.ts"

/** "Log interview" on the card or a reminder. */
export const logInterviewButton: ButtonHandler = {
  permission: "log-interview",
  handle: Effect.fn("logInterviewButton")(function* ({ person, value, openForm }) {
    const { child, episodeId } = yield* readLink(value)
    const casework = yield* Casework
    const state = yield* casework.get(child)
    yield* openForm(yield* logForm({ child, state }, yield* findEpisode(state, episodeId), person))
  })
}
