import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { closeForm } from "./close.ts"

export const closeSubmitted = submissionOf(
  closeForm,
  Effect.fn("closeSubmitted")(function* ({ metadata, person }) {
    const { child, episodeId } = yield* readLink(metadata)
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "CloseEpisode", episodeId }, person)
    return Option.none()
  })
)
