import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { foundView } from "../../views/foundView.ts"
import { findEpisode, readLink } from "../findCase.ts"
import type { ButtonHandler } from "./ButtonHandler.ts"

/** "Found" on the card. */
export const found: ButtonHandler = {
  permission: "record-found-and-returned",
  handle: Effect.fn("foundButton")(function* ({ value, openForm }) {
    const link = yield* readLink(value)
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(link.child), link.episodeId)
    yield* openForm(foundView(link, episode, Instant(yield* Clock.currentTimeMillis)))
  })
}
