import { Effect, Option } from "effect"
import { findChild } from "../findCase.ts"
import { episodeToLog, logForm } from "../logForm.ts"
import type { CommandHandler } from "./CommandHandler.ts"
import type { RhiCommand } from "./parseRhi.ts"

/** `/rhi log <reference>`: opens the form. */
export const rhiLog: CommandHandler<Extract<RhiCommand, { _tag: "Log" }>> = {
  permission: "log-interview",
  handle: Effect.fn("rhiLog")(function* ({ command, person, openForm }) {
    const found = yield* findChild(command.reference)
    yield* openForm(yield* logForm(found, yield* episodeToLog(found), person))
    return Option.none()
  })
}
