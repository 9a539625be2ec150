/** What several commands hold. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { ExploitationIndicator, FollowUp, HarmDisclosed, Venue } from "../../vocabulary/caseWords.ts"
import { PersonId } from "../../vocabulary/identifiers.ts"
import { AttemptResult, ContactMethod, ReachedBy, WorkerKind } from "../pathwayWords.ts"

/** An interview that was held. */
export const CompletedInterview = Schema.Struct({
  completedAt: InstantFromIso,
  interviewer: PersonId,
  venue: Venue,
  harmDisclosed: HarmDisclosed,
  exploitation: Schema.Array(ExploitationIndicator),
  followUp: Schema.Array(FollowUp),
  /** The child asked for this person, though the interview was not assigned to them. */
  knownAdult: Schema.optionalKey(Schema.Boolean)
})

/** One attempt to reach the child. */
export const Attempt = Schema.Struct({ attemptedAt: InstantFromIso, method: ContactMethod, result: AttemptResult })

/** One worker of a child who has several. */
export const AllocatedWorker = Schema.Struct({ to: WorkerKind, worker: PersonId })

/** A person was reached outside the alert, by another who recorded that they know. */
export const OtherContact = Schema.Struct({ how: ReachedBy, recordedBy: PersonId })
