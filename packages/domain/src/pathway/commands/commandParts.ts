/** What several commands hold. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { ExploitationIndicator, FollowUp, HarmDisclosed, Venue } from "../../vocabulary/caseWords.ts"
import { PersonId } from "../../vocabulary/identifiers.ts"
import { AttemptResult, ContactMethod, ReachedBy, WorkerKind } from "../pathwayWords.ts"

/** The fields of an interview that was held. */
const completedInterview = {
  completedAt: InstantFromIso,
  interviewer: PersonId,
  venue: Venue,
  harmDisclosed: HarmDisclosed,
  exploitation: Schema.Array(ExploitationIndicator),
  followUp: Schema.Array(FollowUp),
  /** The child asked for this person, though the interview was not assigned to them. */
  knownAdult: Schema.optionalKey(Schema.Boolean)
}

export const CompletedInterview = Schema.Struct(completedInterview)

/** Those of its fields that are put right. */
export const anyOfCompletedInterview = {
  completedAt: Schema.optionalKey(InstantFromIso),
  interviewer: Schema.optionalKey(PersonId),
  venue: Schema.optionalKey(Venue),
  harmDisclosed: Schema.optionalKey(HarmDisclosed),
  exploitation: Schema.optionalKey(completedInterview.exploitation),
  followUp: Schema.optionalKey(completedInterview.followUp),
  knownAdult: completedInterview.knownAdult
}

/** One attempt to reach the child. */
export const Attempt = Schema.Struct({ attemptedAt: InstantFromIso, method: ContactMethod, result: AttemptResult })

/** One worker of a child who has several. */
export const AllocatedWorker = Schema.Struct({ to: WorkerKind, worker: PersonId })

/** A person was reached outside the alert, by another who recorded that they know. */
export const OtherContact = Schema.Struct({ how: ReachedBy, recordedBy: PersonId })
