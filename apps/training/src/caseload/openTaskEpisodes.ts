/** The five episodes still open when the workspace opens: one of each thing there is to do. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import type { EpisodePlan } from "./episodePlan.ts"
import { addMinutes } from "./timesOfDay.ts"

const HOUR = 60

interface OpenCourse {
  /** Hours from going missing to being found. */
  readonly hoursAway: number
  readonly foundAt: Instant
}

/** An episode up to the find; the return, where there is one, is an hour later. */
const upToFound = ({ hoursAway, foundAt }: OpenCourse) => {
  const missingAt = addMinutes(foundAt, -hoursAway * HOUR)
  return {
    absence: "missing",
    missingAt,
    reportedAt: addMinutes(missingAt, HOUR),
    notifiedAt: addMinutes(missingAt, HOUR + 25),
    risk: "medium",
    found: { foundAt, recordedAt: addMinutes(foundAt, 15) }
  } as const
}

const upToReturned = (hoursAway: number, returnedAt: Instant) => ({
  ...upToFound({ hoursAway, foundAt: addMinutes(returnedAt, -HOUR) }),
  returned: { returnedAt, recordedAt: addMinutes(returnedAt, 30) }
})

/** Hours before the deadline of a return that is the longest past, of a policy that gives fewer. */
const LONGEST_LEFT = 30

/** `endsAt` falls on a whole minute. The policy's hours must be more than 11: the fourth child has an interviewer. */
export const openTaskEpisodes = (endsAt: Instant, policy: Policy): ReadonlyArray<EpisodePlan> => {
  const returnOfInterviewDueIn = (hours: number) => addMinutes(endsAt, (hours - policy.interview.hours.value) * HOUR)
  const dueSoon = returnOfInterviewDueIn(6)
  const overdue = returnOfInterviewDueIn(-24)
  const missingNow = addMinutes(endsAt, -5 * HOUR)
  return [
    {
      absence: "missing",
      missingAt: missingNow,
      reportedAt: addMinutes(missingNow, HOUR),
      notifiedAt: addMinutes(missingNow, HOUR + 20),
      risk: "high"
    },
    upToFound({ hoursAway: 14, foundAt: addMinutes(endsAt, -3 * HOUR) }),
    upToReturned(11, returnOfInterviewDueIn(Math.min(LONGEST_LEFT, policy.interview.hours.value - 2))),
    {
      ...upToReturned(27, dueSoon),
      interview: { assignedAt: addMinutes(dueSoon, 4 * HOUR), interviewer: 0, knownAdult: false, logs: [] }
    },
    {
      ...upToReturned(9, overdue),
      interview: {
        assignedAt: addMinutes(overdue, 5 * HOUR),
        interviewer: 1,
        knownAdult: false,
        logs: [
          {
            recordedAt: addMinutes(overdue, 30 * HOUR),
            offeredAt: addMinutes(overdue, 29 * HOUR),
            response: "no-answer"
          }
        ]
      }
    }
  ]
}
