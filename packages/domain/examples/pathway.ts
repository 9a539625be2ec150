/** One child's case, decided step by step. Run it: `node pathway.ts`. The child is synthetic. */
import { addHours, calendars, formatInstant, utc } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import {
  ChildReference,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  InterviewId,
  PersonId,
  PoliceReference,
  record
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Result } from "effect"

const child = ChildReference.make("SYNTHETIC-1")
const episodeId = EpisodeId.make("episode-1")
const by = PersonId.make("a-worker")
const missingAt = utc(2026, 11, 16, 20)

const reported: Command = {
  _tag: "ReceiveNotification",
  newEpisodeId: episodeId,
  policy: rotherham,
  notification: {
    kind: "missing",
    policeReference: PoliceReference.make("SYNTHETIC-POLICE-1"),
    sentAt: addHours(missingAt, 2),
    child: { reference: child },
    absence: "missing",
    missingFrom: "care",
    risk: "medium",
    missingAt,
    reportedAt: addHours(missingAt, 1)
  }
}
const assigned: Command = {
  _tag: "AssignInterview",
  newInterviewId: InterviewId.make("interview-1"),
  interviewer: PersonId.make("an-interviewer"),
  isInterviewer: true,
  knownAdult: false
}
const returned: Command = { _tag: "RecordReturned", episodeId, returnedAt: addHours(missingAt, 9) }

let state = emptyChildState
for (const [hours, command] of [
  [2, reported],
  [3, assigned],
  [10, returned],
  [11, assigned]
] as const) {
  const decision = decide(state, command, { now: addHours(missingAt, hours) })
  if (Result.isFailure(decision)) {
    // A refusal is a value with a sentence for the person: here, assigning while the child is still missing.
    console.log(`${command._tag}: refused. ${decision.failure.message}`)
    continue
  }
  // Keep `recorded` wherever you keep things, and go on with the state.
  const { state: next, recorded } = record(state, decision.success, { at: addHours(missingAt, hours), by })
  state = next
  console.log(`${command._tag}: ${recorded.map(({ event }) => event._tag).join(", ")}`)
}

for (const line of interviewQueue(new Map([[child, state]]), addHours(missingAt, 60), calendars)) {
  console.log(`${line.child}: ${line.level}, due ${formatInstant(line.clocks.elapsedClock.dueAt)}`)
}
