import { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, type ChildState, isOpen, latestEpisode } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { apartOnCard } from "../../handlers/answersApart.ts"
import { allocatedWorkerOf, findChild, withoutEpisode } from "../../handlers/findCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { permissionsOn } from "../../handlers/permissionsOn.ts"
import { caseStatus } from "../../messages/caseStatus.ts"

const episodeShown = (state: ChildState) => {
  const episodes = state.episodes.filter(isOpen)
  return latestEpisode(episodes.length === 0 ? state : { ...state, episodes })
}

/** `/missing status <reference>` */
export const missingStatus: CommandHandler<{ readonly reference: ChildReference }> = {
  permission: "see-cases",
  about: ({ command }) => Option.some(command.reference),
  handle: Effect.fn("missingStatus")(function* ({ command, person }) {
    const { child, state } = yield* findChild(command.reference)
    const episode = episodeShown(state)
    if (Option.isNone(episode)) return yield* withoutEpisode(child, state)
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const { calendars } = yield* Council
    const now = Instant(yield* Clock.currentTimeMillis)
    return Option.some(
      caseStatus(
        {
          child,
          state,
          episode: episode.value,
          calendars,
          now,
          ...(yield* apartOnCard(child, state, episode.value, person)),
          ...(allocatedWorker === undefined ? {} : { allocatedWorker })
        },
        { person, may: yield* permissionsOn(child, episode.value.id, person) }
      )
    )
  })
}
