import {
  Casework,
  Council,
  factsOf,
  keptFromOf,
  People,
  type UndecidedTrigger,
  undecidedConfidentialTriggers,
  undecidedTriggers
} from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  latestEpisode,
  type PersonId,
  type Refusal
} from "@safe-return/domain/pathway"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CaseServices } from "../../handlers/Handler.ts"
import { mayDecideAs } from "../../handlers/mayDecideAs.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { checkEach } from "../checkEach.ts"
import { noticeView } from "../noticeView.ts"
import {
  type DecisionWords,
  decideButton,
  decideHereButton,
  decideInQuietButton,
  decidePostedButton,
  EVERY_DECISION_FORM,
  everyDecisionWords,
  inputOf,
  openDecisionWords,
  QUIET_DECISIONS_FORM,
  quietDecisionWords,
  readTriggerDecisions,
  TRIGGER_DECISIONS_FORM,
  triggerDecisionsView
} from "./triggerDecisionsView.ts"

/** A form of decisions, and what there is to decide on it. */
interface DecisionsForm extends CaseForm {
  readonly undecidedOf: (
    child: ChildReference,
    state: ChildState,
    person: PersonId
  ) => Effect.Effect<ReadonlyArray<UndecidedTrigger>, JournalUnavailable, CaseServices>
}

interface Decisions extends Pick<DecisionsForm, "permission" | "undecidedOf"> {
  readonly words: DecisionWords
  /** What is said where none is waiting. */
  readonly none: string
}

/** A team manager who has not the child's case: the only one to decide against what must be done. */
const isManagerApart = Effect.fn("isManagerApart")(function* (
  child: ChildReference,
  { episodes }: ChildState,
  person: PersonId
) {
  const people = yield* People
  const isManager = (yield* people.rolesOf(person)).has("team-manager")
  const isWorker =
    (yield* allocatedWorkerOf(child)) === person ||
    episodes.some(({ allocation }) => allocation?._tag === "Allocated" && allocation.worker === person)
  return isManager && !isWorker
})

const decisionsForm = ({ permission, undecidedOf, words, none }: Decisions): DecisionsForm => ({
  permission,
  undecidedOf,
  episodeMeant: latestEpisode,
  open: Effect.fn("decisionsForm")(function* ({ child, link, state, person }) {
    const undecided = yield* undecidedOf(child, state, person)
    return undecided.length === 0
      ? noticeView(none)
      : triggerDecisionsView(link, undecided, state, yield* isManagerApart(child, state, person), words, (firing) => [
          ...keptFromOf(state, firing)
        ])
  })
})

const asOf = Effect.map(Clock.currentTimeMillis, Instant)

const triggerDecisionsForm = decisionsForm({
  permission: "decide-on-trigger",
  words: openDecisionWords,
  none: "No trigger that may be shown in Slack is waiting for a decision on this child. Those that are never posted are behind Reveal.",
  undecidedOf: Effect.fn("undecidedTriggers")(function* (_, state) {
    const { calendars } = yield* Council
    return undecidedTriggers(state, yield* asOf, calendars)
  })
})

/** For triggers that would tell a risk grade, a case status or what an interview brought out; opened from Reveal. */
const quietDecisionsForm = decisionsForm({
  permission: "decide-on-quiet-trigger",
  words: quietDecisionWords,
  none: "No trigger that is never posted is waiting for a decision on this child.",
  undecidedOf: Effect.fn("undecidedInQuiet")(function* (child, state, person) {
    const { calendars } = yield* Council
    const profiles = yield* Profiles
    const facts = factsOf(Option.getOrUndefined(yield* profiles.find(child)))
    const mayDecide = yield* mayDecideAs(child, state, person)
    return undecidedConfidentialTriggers(state, yield* asOf, calendars, facts).filter(({ firing }) => mayDecide(firing))
  })
})

/** All that waits, for a person who may see all of it: what asked them for it does not say which it is. */
const everyDecisionForm = decisionsForm({
  permission: "decide-on-quiet-trigger",
  words: everyDecisionWords,
  none: "No trigger is waiting for a decision on this child.",
  undecidedOf: Effect.fn("everyUndecided")(function* (child, state, person) {
    const quiet = yield* quietDecisionsForm.undecidedOf(child, state, person)
    const posted = yield* triggerDecisionsForm.undecidedOf(child, state, person)
    const mayDecide = yield* mayDecideAs(child, state, person)
    return [...quiet, ...posted.filter(({ firing }) => mayDecide(firing))]
  })
})

const inputFor = (command: Command, { field }: Refusal): string =>
  command._tag === "DecideOnTrigger" ? inputOf(field === "reason" ? "reason" : "answer", command.trigger) : field

const decisionsSubmitted = (form: DecisionsForm) =>
  submissionOf(
    form,
    Effect.fn("decisionsSubmitted")(function* ({ link: { child }, person, values, expectedVersion }) {
      const casework = yield* Casework
      const state = yield* casework.get(child)
      const now = Instant(yield* Clock.currentTimeMillis)
      const given = yield* Effect.fromResult(
        readTriggerDecisions(yield* form.undecidedOf(child, state, person), values)
      )
      const isApart = yield* isManagerApart(child, state, person)
      const commands = given.map(
        ({ firing: { key, level }, episodeId, answer, reason }): Command => ({
          _tag: "DecideOnTrigger",
          episodeId,
          trigger: key,
          level,
          answer,
          reason,
          isManagerApart: isApart
        })
      )
      yield* Effect.fromResult(checkEach(state, commands, { now, by: person }, inputFor))
      yield* casework.executeAll(child, commands, person, expectedVersion)
      return Option.none()
    })
  )

const triggerDecisionsSubmitted = decisionsSubmitted(triggerDecisionsForm)
const quietDecisionsSubmitted = decisionsSubmitted(quietDecisionsForm)
const everyDecisionSubmitted = decisionsSubmitted(everyDecisionForm)

export const triggerDecisions: FormSlice = {
  buttons: {
    [decideButton.actionId]: buttonFor(triggerDecisionsForm),
    [decidePostedButton.actionId]: buttonFor(triggerDecisionsForm),
    [decideHereButton.actionId]: buttonFor(everyDecisionForm),
    [decideInQuietButton.actionId]: buttonFor(quietDecisionsForm)
  },
  commands: { "/rhi decide": triggerDecisionsForm },
  submissions: {
    [TRIGGER_DECISIONS_FORM]: triggerDecisionsSubmitted,
    [QUIET_DECISIONS_FORM]: quietDecisionsSubmitted,
    [EVERY_DECISION_FORM]: everyDecisionSubmitted
  }
}
