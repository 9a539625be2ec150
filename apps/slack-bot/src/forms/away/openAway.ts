import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import type { ButtonHandler } from "../../handlers/ButtonHandler.ts"
import { awayView } from "./awayView.ts"

/** Opens on oneself; whom it may be about is asked again when it is sent. */
export const openAwayButton: ButtonHandler = {
  permission: "change-availability",
  whose: ({ person }) => person,
  handle: Effect.fn("openAway")(function* ({ person, openForm }) {
    yield* openForm(awayView(person, londonDayOf(Instant(yield* Clock.currentTimeMillis))))
  })
}
