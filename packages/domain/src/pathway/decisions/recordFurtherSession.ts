import * as Equal from "effect/Equal"
import { definedFields } from "../../definedFields.ts"
import { firstRefusal } from "../check.ts"
import type { RecordFurtherSession } from "../commands.ts"
import { checkWhoIsLeftOut, heardBy } from "../leftOut.ts"
import { NoFirstSession, SessionBeforeFirst, SessionRecordedBefore } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, checkNotFuture, type Decision, type DecisionContext, decideAfter, refuse } from "./decision.ts"
import { checkHeldBy } from "./independence.ts"
import { openCovered } from "./timesInOrder.ts"

/** The child was talked to again. The first session stands, and the clocks are measured by it alone. */
export const recordFurtherSession = (
  state: ChildState,
  episode: Episode,
  command: RecordFurtherSession,
  { now, by }: DecisionContext
): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview?.completed === undefined) return refuse(NoFirstSession)
  const { knownAdult: _, ...held } = command.session
  const session = command.knownAdult === true ? { ...held, knownAdult: true } : held
  if (interview.furtherSessions?.some((one) => Equal.equals(one, session)) === true) return accept()
  const { completedAt, interviewer } = session
  if (interview.furtherSessions?.some((one) => one.completedAt === completedAt) === true) {
    return refuse(SessionRecordedBefore)
  }
  if (completedAt <= interview.completed.completedAt) return refuse(SessionBeforeFirst)
  const check = firstRefusal(
    () => checkHeldBy({ ...command, heldBy: interviewer }, interview, openCovered(state, interview)),
    () => checkWhoIsLeftOut(command.keptFrom, [...heardBy(interview), interviewer, by]),
    () => checkNotFuture({ completedAt }, now, episode.policy.futureToleranceMinutes.value)
  )
  return decideAfter(check, () =>
    accept({
      _tag: "FurtherSessionHeld",
      interviewId: interview.id,
      ...session,
      ...definedFields({ keptFrom: command.keptFrom })
    })
  )
}
