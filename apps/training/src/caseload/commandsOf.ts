/** An episode's plan as the commands people and the police would have given, in order of time. */

import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type {
  ChildReference,
  Command,
  EpisodeId,
  InterviewId,
  PersonId,
  PoliceReference
} from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { EpisodePlan, InterviewPlan } from "./episodePlan.ts"
import type { CaseloadPeople } from "./people.ts"
import { addMinutes } from "./timesOfDay.ts"

export interface Step {
  readonly at: Instant
  readonly by: PersonId
  readonly command: Command
}

/** Everything an episode's commands name that is not a time. */
export interface EpisodeNames {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly interviewId: InterviewId
  readonly policeReference: PoliceReference
  readonly allocatedWorker?: PersonId
  readonly people: CaseloadPeople
  readonly policy: Policy
}

const received = (
  at: Instant,
  { child, policeReference, episodeId, policy, people }: EpisodeNames,
  news:
    | ({ readonly kind: "missing"; readonly missingFrom: "care" } & Pick<
        EpisodePlan,
        "absence" | "risk" | "missingAt" | "reportedAt"
      >)
    | { readonly kind: "found"; readonly foundAt: Instant }
): Step => ({
  at,
  by: people.intake,
  command: {
    _tag: "ReceiveNotification",
    notification: { ...news, policeReference, sentAt: addMinutes(at, -1), child: { reference: child } },
    newEpisodeId: episodeId,
    policy
  }
})

const interviewSteps = (plan: InterviewPlan, names: EpisodeNames): ReadonlyArray<Step> => {
  const { allocatedWorker, episodeId, interviewId: newInterviewId, people } = names
  const knownAdult = plan.knownAdult ? allocatedWorker : undefined
  const interviewer = knownAdult ?? people.interviewers[plan.interviewer]
  const isInterviewer = knownAdult === undefined
  const about = {
    newInterviewId,
    episodeId,
    isInterviewer,
    ...definedFields({ allocatedWorker })
  }
  return [
    {
      at: plan.assignedAt,
      by: people.coordinator,
      command: { _tag: "AssignInterview", ...about, interviewer, knownAdult: !isInterviewer }
    },
    ...plan.logs.map(
      ({ recordedAt, completed, ...log }): Step => ({
        at: recordedAt,
        by: interviewer,
        command: {
          _tag: "LogInterview",
          ...about,
          ...log,
          ...(completed === undefined ? {} : { completed: { ...completed, interviewer } })
        }
      })
    )
  ]
}

export const commandsOf = (plan: EpisodePlan, names: EpisodeNames): ReadonlyArray<Step> => {
  const { absence, missingAt, reportedAt, notifiedAt, risk, found, returned, interview } = plan
  const { episodeId, people } = names
  const steps: Array<Step> = [
    received(notifiedAt, names, {
      kind: "missing",
      absence,
      missingFrom: "care",
      risk,
      missingAt,
      reportedAt
    })
  ]
  if (found !== undefined) steps.push(received(found.recordedAt, names, { kind: "found", foundAt: found.foundAt }))
  if (returned !== undefined) {
    steps.push({
      at: returned.recordedAt,
      by: people.coordinator,
      command: { _tag: "RecordReturned", episodeId, returnedAt: returned.returnedAt }
    })
  }
  return interview === undefined ? steps : [...steps, ...interviewSteps(interview, names)]
}
