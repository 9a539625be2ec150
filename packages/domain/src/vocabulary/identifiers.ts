import * as Schema from "effect/Schema"

/**
 * The case system's reference for a child, such as `LCS-10432`. Never a name: it must hold a digit and no space,
 * because it is the one thing about a child that is shown in messages.
 */
export const ChildReference = Schema.String.check(
  Schema.isPattern(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, {
    expected: "a case system reference such as LCS-10432: letters, digits, - . _ / and at least one digit, no spaces"
  })
).pipe(Schema.brand("ChildReference"))
export type ChildReference = typeof ChildReference.Type

/** The police's own number for one missing report, such as `SYP-2026-0001234`. */
export const PoliceReference = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._/-]{2,63}$/, {
    expected: "a police reference such as SYP-2026-0001234: 3 to 64 letters, digits, - . _ /"
  })
).pipe(Schema.brand("PoliceReference"))
export type PoliceReference = typeof PoliceReference.Type

export const EpisodeId = Schema.NonEmptyString.pipe(Schema.brand("EpisodeId"))
export type EpisodeId = typeof EpisodeId.Type

export const InterviewId = Schema.NonEmptyString.pipe(Schema.brand("InterviewId"))
export type InterviewId = typeof InterviewId.Type

export const EventId = Schema.NonEmptyString.pipe(Schema.brand("EventId"))
export type EventId = typeof EventId.Type

/** Who did it, as a front end knows them: the id of a user, or the name of an intake such as `police-intake`. */
export const PersonId = Schema.NonEmptyString.pipe(Schema.brand("PersonId"))
export type PersonId = typeof PersonId.Type

/** The case system's number for one form or record. It points there; nothing of what is written there is kept here. */
export const CaseSystemReference = Schema.String.check(
  Schema.isPattern(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/, {
    expected: "a case system reference: letters, digits, - . _ / and at least one digit, no spaces"
  })
).pipe(Schema.brand("CaseSystemReference"))
export type CaseSystemReference = typeof CaseSystemReference.Type

/** A council, as people call it, such as `Sheffield City Council`. */
export const AuthorityName = Schema.String.check(
  Schema.isPattern(/^[A-Z][A-Za-z .,'&-]{1,79}$/, { expected: "the name of a council: letters only, up to 80" })
).pipe(Schema.brand("AuthorityName"))
export type AuthorityName = typeof AuthorityName.Type
