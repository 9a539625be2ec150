import { episodeById } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { interviewAssigned } from "../../messages/interviewAssigned.ts"
import { assignInterview } from "../assigning.ts"
import { findChild } from "../findCase.ts"
import type { CommandHandler } from "./CommandHandler.ts"
import type { RhiCommand } from "./parseRhi.ts"

/** `/rhi assign <reference> @person [known-adult]` */
export const rhiAssign: CommandHandler<Extract<RhiCommand, { _tag: "Assign" }>> = {
  permission: "assign-interview",
  handle: Effect.fn("rhiAssign")(function* ({ command, person }) {
    const { child } = yield* findChild(command.reference)
    const { interviewer, knownAdult } = command
    const { events, state } = yield* assignInterview({ child, assignment: { interviewer, knownAdult } }, person)
    const assigned = events.find((event) => event._tag === "InterviewAssigned")
    if (assigned === undefined) return Option.none()
    return Option.map(episodeById(state, assigned.episodeIds[0]), (episode) =>
      interviewAssigned({ child, episode, interviewer })
    )
  })
}
