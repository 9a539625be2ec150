/** A person's interviews, and their handover one by one: a refusal of one does not hold up the rest. */

import { Casework, Council, People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildReference, InterviewId, PersonId } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Clock, Effect, Result } from "effect"
import { explain, type Problem } from "../../handlers/explain.ts"
import type { CaseServices } from "../../handlers/Handler.ts"
import { assignInterview } from "../assign/assignInterview.ts"
import { InvalidSubmission } from "../form.ts"
import { type ChosenInterviews, type HandedOver, type Handover, handoverListView } from "./handoverView.ts"

/** The interviews that a person has yet to carry out, most urgent first; one over several episodes is listed once. */
export const interviewsOf = Effect.fn("interviewsOf")(function* (person: PersonId) {
  const casework = yield* Casework
  const { calendars } = yield* Council
  const now = Instant(yield* Clock.currentTimeMillis)
  const theirs = new Map<InterviewId, HandedOver>()
  for (const line of interviewQueue(yield* casework.active, now, calendars)) {
    if (line.standing._tag !== "Assigned") continue
    const { id, interviewer, knownAdult, plannedFor } = line.standing.interview
    const ahead = plannedFor !== undefined && plannedFor > now ? { plannedFor } : {}
    if (interviewer === person && !theirs.has(id)) theirs.set(id, { id, line, knownAdult, ...ahead })
  }
  return [...theirs.values()]
})

/** The list of interviews to hand over, once both people are known. */
export const handoverList = Effect.fn("handoverList")(function* (
  handover: Handover
): Effect.fn.Return<ModalView, Problem, CaseServices> {
  const people = yield* People
  const roles = yield* people.rolesOf(handover.to)
  if (!roles.has("interviewer")) {
    return yield* new InvalidSubmission({ fields: { to: "That person is not set up as a return home interviewer." } })
  }
  const interviews = yield* interviewsOf(handover.from)
  if (interviews.length === 0) {
    return yield* new InvalidSubmission({ fields: { from: "This person has no return home interview to hand over." } })
  }
  return handoverListView(handover, interviews)
})

export interface HandoverOutcome {
  readonly child: ChildReference
  /** Why it stays where it was; undefined when it was handed over. */
  readonly refused: string | undefined
}

export const handOverInterviews = Effect.fn("handOverInterviews")(function* (
  { from, to }: Handover,
  { chosen, plans }: ChosenInterviews,
  by: PersonId
) {
  const interviews = (yield* interviewsOf(from)).filter(({ id }) => chosen.includes(id))
  if (plans === undefined && interviews.some(({ plannedFor }) => plannedFor !== undefined)) {
    return yield* new InvalidSubmission({ fields: { plans: "Say what becomes of the planned times." } })
  }
  return yield* Effect.forEach(interviews, ({ line: { child, episode }, plannedFor }) =>
    assignInterview(
      {
        child,
        episodeId: episode.id,
        assignment: {
          interviewer: to,
          knownAdult: false,
          ...(plans === "carried" ? definedFields({ plannedFor }) : {})
        }
      },
      by
    ).pipe(
      Effect.result,
      Effect.map(
        (assigned): HandoverOutcome => ({
          child,
          refused: Result.isFailure(assigned) ? explain(assigned.failure).sentence : undefined
        })
      )
    )
  )
})
