import { Effect, Option } from "effect"
import { handoverList } from "../../forms/handover/handOverInterviews.ts"
import { handoverView } from "../../forms/handover/handoverView.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import type { RhiCommand } from "./parseRhi.ts"

/** `/rhi handover [@from [@to]]`: asks for each person not named, then which interviews. */
export const rhiHandover: CommandHandler<Extract<RhiCommand, { _tag: "Handover" }>> = {
  permission: "assign-interview",
  handle: Effect.fn("rhiHandover")(function* ({ command: { from, to }, openForm }) {
    yield* openForm(
      from === undefined || to === undefined
        ? handoverView(from === undefined ? {} : { from })
        : yield* handoverList({ from, to })
    )
    return Option.none()
  })
}
