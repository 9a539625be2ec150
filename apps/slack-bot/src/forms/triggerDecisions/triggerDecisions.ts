import {
  Casework,
  Council,
  factsOf,
  keptFromOf,
  People,
  type UndecidedTrigger,
  undecidedAmong
} from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  latestEpisode,
  type PersonId,
  type RecordedEvent,
  type Refusal
} from "@safe-return/domain/pathway"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import { type JournalUnavailable, Profiles } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { escapeSlack } from "../../blocks/blocks.ts"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CaseServices } from "../../handlers/Handler.ts"
import { mayDecideAs } from "../../handlers/mayDecideAs.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { checkEach } from "../checkEach.ts"
import { noticeView } from "../noticeView.ts"
import { decidedAmong, isDecided, keysOf, takenInWords } from "./takenDecisions.ts"
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
  overtakenSlots,
  QUIET_DECISIONS_FORM,
  quietDecisionWords,
  readTriggerDecisions,
  slotOf,
  TRIGGER_DECISIONS_FORM,
  takenBlocks,
  triggerDecisionsView
} from "./triggerDecisionsView.ts"

/** The triggers that a form may show its reader. */
interface ShownTriggers {
  readonly fired: ReadonlyArray<Firing>
  readonly mayShow: (firing: Firing) => boolean
}

/** A form of decisions, and what there is to decide on it. */
interface DecisionsForm extends CaseForm {
  readonly undecidedOf: (
    child: ChildReference,
    state: ChildState,
    person: PersonId
  ) => Effect.Effect<ReadonlyArray<UndecidedTrigger>, JournalUnavailable, CaseServices>
}

interface Decisions extends Pick<DecisionsForm, "permission"> {
  readonly triggersOf: (
    child: ChildReference,
    state: ChildState,
    person: PersonId
  ) => Effect.Effect<ShownTriggers, JournalUnavailable, CaseServices>
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

const undecidedIn = (state: ChildState, { fired, mayShow }: ShownTriggers): ReadonlyArray<UndecidedTrigger> =>
  // What only this form shows comes first.
  undecidedAmong(state, fired)
    .filter(({ firing }) => mayShow(firing))
    .toSorted((one, other) => Number(one.firing.mayGoToChat) - Number(other.firing.mayGoToChat))

const titled = ({ title }: Firing, words: string): string => `*${escapeSlack(title)}:* ${words}`

/** What became of an answer that was given and is not asked for any more. */
const overtakenInWords = (
  slot: string,
  { fired, mayShow }: ShownTriggers,
  history: ReadonlyArray<RecordedEvent>
): string => {
  const firing = fired.find((one) => mayShow(one) && keysOf(one).some((key) => slotOf(key) === slot))
  if (firing === undefined) return "What one of your answers was about has changed, so that answer is not recorded."
  return isDecided(firing)
    ? titled(firing, takenInWords(firing, history))
    : titled(firing, "what it rests on has changed, so your answer to it is not recorded.")
}

const decisionsForm = ({ permission, triggersOf, words, none }: Decisions): DecisionsForm => ({
  permission,
  undecidedOf: (child, state, person) =>
    Effect.map(triggersOf(child, state, person), (triggers) => undecidedIn(state, triggers)),
  episodeMeant: latestEpisode,
  overtaken: {
    event: "TriggerDecided",
    lines: Effect.fnUntraced(function* ({ child, state, person, values }) {
      const triggers = yield* triggersOf(child, state, person)
      const casework = yield* Casework
      const history = yield* casework.history(child)
      return overtakenSlots(values, undecidedIn(state, triggers)).map((slot) =>
        overtakenInWords(slot, triggers, history)
      )
    })
  },
  open: Effect.fn("decisionsForm")(function* ({ child, link, state, person }) {
    const triggers = yield* triggersOf(child, state, person)
    const undecided = undecidedIn(state, triggers)
    const casework = yield* Casework
    const history = yield* casework.history(child)
    const taken = decidedAmong(state, triggers.fired)
      .filter(triggers.mayShow)
      .map((firing) => titled(firing, takenInWords(firing, history)))
    if (undecided.length === 0) {
      const notice = noticeView(none)
      return { ...notice, blocks: [...notice.blocks, ...takenBlocks(taken)] }
    }
    const isApart = yield* isManagerApart(child, state, person)
    const leftOutOf = (firing: Firing) => [...keptFromOf(state, firing)]
    return triggerDecisionsView(link, undecided, state, isApart, words, leftOutOf, taken)
  })
})

const asOf = Effect.map(Clock.currentTimeMillis, Instant)

const everyTriggerOf = Effect.fn("everyTriggerOf")(function* (
  child: ChildReference,
  state: ChildState,
  person: PersonId
) {
  const { calendars } = yield* Council
  const profiles = yield* Profiles
  const facts = factsOf(Option.getOrUndefined(yield* profiles.find(child)))
  const fired = triggersFired(state, { now: yield* asOf, calendars, facts })
  return { fired, mayDecide: yield* mayDecideAs(child, state, person) }
})

const triggerDecisionsForm = decisionsForm({
  permission: "decide-on-trigger",
  words: openDecisionWords,
  none: "No trigger that may be shown in Slack is waiting for a decision on this child. Those that are never posted are behind Reveal.",
  triggersOf: Effect.fn("postedTriggers")(function* (_, state) {
    const { calendars } = yield* Council
    return { fired: triggersFired(state, { now: yield* asOf, calendars }), mayShow: ({ mayGoToChat }) => mayGoToChat }
  })
})

/** For triggers that would tell a risk grade, a case status or what an interview brought out; opened from Reveal. */
const quietDecisionsForm = decisionsForm({
  permission: "decide-on-quiet-trigger",
  words: quietDecisionWords,
  none: "No trigger that is never posted is waiting for a decision on this child.",
  triggersOf: Effect.fn("quietTriggers")(function* (child, state, person) {
    const { fired, mayDecide } = yield* everyTriggerOf(child, state, person)
    return { fired, mayShow: (firing) => !firing.mayGoToChat && mayDecide(firing) }
  })
})

/** All that waits, for a person who may see all of it: what asked them for it does not say which it is. */
const everyDecisionForm = decisionsForm({
  permission: "decide-on-quiet-trigger",
  words: everyDecisionWords,
  none: "No trigger is waiting for a decision on this child.",
  triggersOf: Effect.fn("everyTrigger")(function* (child, state, person) {
    const { fired, mayDecide } = yield* everyTriggerOf(child, state, person)
    return { fired, mayShow: mayDecide }
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
