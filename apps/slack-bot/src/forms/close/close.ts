import { Casework, Council, factsOf, hasDecisionLeft } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type CloseEpisode,
  decide,
  type Episode,
  type EpisodeId,
  isOpen,
  latestEpisode,
  remainingTasks
} from "@safe-return/domain/pathway"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { CLOSE_FORM, closeButton, closeView } from "./closeView.ts"

const readyToClose = (state: ChildState): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => isOpen(episode) && remainingTasks(state, episode).length === 0)

/** The latest that can be closed; or else the latest that is open, so that the refusal lists what is left. */
const episodeMeant = (state: ChildState) =>
  Option.orElse(latestEpisode({ ...state, episodes: readyToClose(state) }), () =>
    latestAt("Missing", "Found", "Returned")(state)
  )

/** As it would be recorded now: what waits for a decision is counted, and not said. */
const closeCommand = Effect.fn("closeCommand")(function* (
  child: ChildReference,
  state: ChildState,
  episodeId: EpisodeId
): Effect.fn.Return<CloseEpisode, JournalUnavailable, Council | Profiles> {
  const { calendars } = yield* Council
  const profiles = yield* Profiles
  const facts = factsOf(Option.getOrUndefined(yield* profiles.find(child)))
  const now = Instant(yield* Clock.currentTimeMillis)
  return {
    _tag: "CloseEpisode",
    episodeId,
    hasDecisionLeft: hasDecisionLeft(state, episodeId, { now, calendars, facts })
  }
})

const closeForm: CaseForm = {
  permission: "close-episode",
  episodeMeant,
  which: { button: closeButton, among: readyToClose },
  open: Effect.fn("closeForm")(function* ({ child, link, state, now, person }) {
    const command = yield* closeCommand(child, state, link.episodeId)
    yield* Effect.fromResult(decide(state, command, { now, by: person }))
    return closeView(link)
  })
}

const closeSubmitted = submissionOf(
  closeForm,
  Effect.fn("closeSubmitted")(function* ({ link: { child, episodeId }, person, expectedVersion }) {
    const casework = yield* Casework
    const command = yield* closeCommand(child, yield* casework.get(child), episodeId)
    yield* casework.execute(child, command, person, expectedVersion)
    return Option.none()
  })
)

export const close: FormSlice = {
  buttons: { [closeButton.actionId]: buttonFor(closeForm) },
  commands: { "/missing close": closeForm },
  submissions: { [CLOSE_FORM]: closeSubmitted }
}
