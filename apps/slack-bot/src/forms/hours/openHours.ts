import { Availabilities } from "@safe-return/journal"
import { Effect } from "effect"
import type { ButtonHandler } from "../../handlers/ButtonHandler.ts"
import { hoursView } from "./hoursView.ts"

/** Opens on oneself; whom it may be about is asked again when it is sent. */
export const openHoursButton: ButtonHandler = {
  permission: "change-availability",
  whose: ({ person }) => person,
  handle: Effect.fn("openHours")(function* ({ person, openForm }) {
    const availabilities = yield* Availabilities
    yield* openForm(hoursView(person, (yield* availabilities.all).get(person)?.pattern))
  })
}
