import { Casework } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { Effect } from "effect"
import { ladderRoles } from "../../forms/reached/ladderRoles.ts"
import { childOfLink, findEpisode, readLink } from "../../handlers/findCase.ts"
import type { ButtonHandler } from "../../handlers/Handler.ts"

/** "Acknowledge alert", under every message that alerts: the card and the alerts say so, and nothing else answers. */
export const acknowledgeAlertButton: ButtonHandler = {
  permission: "acknowledge-alert",
  about: ({ value }) => childOfLink(value),
  handle: Effect.fn("acknowledgeAlertButton")(function* ({ person: by, value }) {
    const { child, episodeId, alert } = yield* readLink(value)
    const casework = yield* Casework
    const seen = definedFields({ alert })
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const as = yield* ladderRoles(child, episode, by)
    yield* casework.execute(child, { _tag: "AcknowledgeAlert", episodeId, by, as, ...seen }, by)
  })
}
