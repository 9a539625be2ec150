import { PersonId } from "@safe-return/domain/pathway"
import type { InterviewerNumber } from "./episodePlan.ts"

/** The label of a child's allocated worker; who that is in the workspace is the server's business. */
export type WorkerLabel = "worker-one" | "worker-two"

/** Who recorded the events. A server that knows its workspace's user ids gives those instead. */
export interface CaseloadPeople {
  readonly intake: PersonId
  readonly coordinator: PersonId
  readonly interviewers: Readonly<Record<InterviewerNumber, PersonId>>
  readonly workers: Readonly<Record<WorkerLabel, PersonId>>
}

export const trainingPeople: CaseloadPeople = {
  intake: PersonId.make("police-intake"),
  coordinator: PersonId.make("training-coordinator"),
  interviewers: {
    0: PersonId.make("training-interviewer-one"),
    1: PersonId.make("training-interviewer-two")
  },
  workers: { "worker-one": PersonId.make("training-worker-one"), "worker-two": PersonId.make("training-worker-two") }
}
