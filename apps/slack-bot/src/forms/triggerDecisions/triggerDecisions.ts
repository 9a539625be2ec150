import {
  Council,
  factsOf,
  type UndecidedTrigger,
  undecidedConfidentialTriggers,
  undecidedTriggers
} from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, type ChildState, latestEpisode } from "@safe-return/domain/pathway"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import type { HandlerServices } from "../../handlers/Handler.ts"
import type { CaseForm } from "../CaseForm.ts"
import { noticeView } from "../noticeView.ts"
import {
  type DecisionWords,
  openDecisionWords,
  quietDecisionWords,
  triggerDecisionsView
} from "./triggerDecisionsView.ts"

/** A form on which somebody decides, and what there is to decide on it. */
export interface DecisionsForm extends CaseForm {
  readonly undecidedOf: (
    child: ChildReference,
    state: ChildState
  ) => Effect.Effect<ReadonlyArray<UndecidedTrigger>, JournalUnavailable, HandlerServices>
}

interface Decisions extends Pick<DecisionsForm, "permission" | "undecidedOf"> {
  readonly words: DecisionWords
  /** What is said where none is waiting. */
  readonly none: string
}

const decisionsForm = ({ permission, undecidedOf, words, none }: Decisions): DecisionsForm => ({
  permission,
  undecidedOf,
  episodeMeant: latestEpisode,
  open: Effect.fn("decisionsForm")(function* ({ child, state, episode }) {
    const undecided = yield* undecidedOf(child, state)
    return undecided.length === 0
      ? noticeView(none)
      : triggerDecisionsView({ child, episodeId: episode.id }, undecided, words)
  })
})

const asOf = Effect.map(Clock.currentTimeMillis, Instant)

export const triggerDecisionsForm = decisionsForm({
  permission: "decide-on-trigger",
  words: openDecisionWords,
  none: "No trigger that may be shown in Slack is waiting for a decision on this child. Those that are never posted are behind Reveal.",
  undecidedOf: Effect.fn("undecidedTriggers")(function* (_, state) {
    const { calendars } = yield* Council
    return undecidedTriggers(state, yield* asOf, calendars)
  })
})

/** For triggers that would tell a risk grade, a case status or what an interview brought out; opened from Reveal. */
export const quietDecisionsForm = decisionsForm({
  permission: "decide-on-quiet-trigger",
  words: quietDecisionWords,
  none: "No trigger that is never posted is waiting for a decision on this child.",
  undecidedOf: Effect.fn("undecidedInQuiet")(function* (child, state) {
    const { calendars } = yield* Council
    const profiles = yield* Profiles
    const facts = factsOf(Option.getOrUndefined(yield* profiles.find(child)))
    return undecidedConfidentialTriggers(state, yield* asOf, calendars, facts)
  })
})
