import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState, Command, PersonId, Refusal } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { allocatedWorkerOf, readLink } from "../../handlers/findCase.ts"
import { People } from "../../people/People.ts"
import { submissionOf } from "../CaseForm.ts"
import { checkEach } from "../checkEach.ts"
import { type DecisionsForm, quietDecisionsForm, triggerDecisionsForm } from "./triggerDecisions.ts"
import { inputOf, readTriggerDecisions } from "./triggerDecisionsView.ts"

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

const inputFor = (command: Command, { field }: Refusal): string =>
  command._tag === "DecideOnTrigger" ? inputOf(field === "reason" ? "reason" : "answer", command.trigger) : field

const decisionsSubmitted = (form: DecisionsForm) =>
  submissionOf(
    form,
    Effect.fn("decisionsSubmitted")(function* ({ metadata, person, values }) {
      const { child } = yield* readLink(metadata)
      const casework = yield* Casework
      const state = yield* casework.get(child)
      const now = Instant(yield* Clock.currentTimeMillis)
      const given = yield* Effect.fromResult(readTriggerDecisions(yield* form.undecidedOf(child, state), values))
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
      yield* Effect.fromResult(checkEach(state, commands, now, inputFor))
      yield* casework.executeAll(child, commands, person)
      return Option.none()
    })
  )

export const triggerDecisionsSubmitted = decisionsSubmitted(triggerDecisionsForm)
export const quietDecisionsSubmitted = decisionsSubmitted(quietDecisionsForm)
