/** What can be put right of an episode and of an interview: the command and its event hold the same. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import {
  Absence,
  ExploitationIndicator,
  FollowUp,
  HarmDisclosed,
  LastSeen,
  MissingFrom,
  Response,
  Risk,
  Venue
} from "../vocabulary/caseWords.ts"
import { PersonId } from "../vocabulary/identifiers.ts"

export const episodeCorrections = {
  absence: Schema.optionalKey(Absence),
  missingFrom: Schema.optionalKey(MissingFrom),
  risk: Schema.optionalKey(Risk),
  missingAt: Schema.optionalKey(InstantFromIso),
  reportedAt: Schema.optionalKey(InstantFromIso),
  lastSeen: Schema.optionalKey(LastSeen),
  foundAt: Schema.optionalKey(InstantFromIso),
  returnedAt: Schema.optionalKey(InstantFromIso),
  /** It did not happen. Taking back "found" takes back the return that was recorded after it. */
  withdrawn: Schema.optionalKey(Schema.Literals(["found", "returned"]))
}

export const interviewCorrections = {
  offeredAt: Schema.optionalKey(InstantFromIso),
  response: Schema.optionalKey(Response),
  completedAt: Schema.optionalKey(InstantFromIso),
  interviewer: Schema.optionalKey(PersonId),
  venue: Schema.optionalKey(Venue),
  harmDisclosed: Schema.optionalKey(HarmDisclosed),
  exploitation: Schema.optionalKey(Schema.Array(ExploitationIndicator)),
  followUp: Schema.optionalKey(Schema.Array(FollowUp))
}
