import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { returnedView } from "../../views/returnedView.ts"
import { findEpisode, readLink } from "../findCase.ts"
import type { ButtonHandler } from "./ButtonHandler.ts"

/** "Returned" on the card. */
export const returned: ButtonHandler = {
  permission: "record-found-and-returned",
  handle: Effect.fn("returnedButton")(function* ({ value, openForm }) {
    const link = yield* readLink(value)
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(link.child), link.episodeId)
    yield* openForm(returnedView(link, episode, Instant(yield* Clock.currentTimeMillis)))
  })
}
