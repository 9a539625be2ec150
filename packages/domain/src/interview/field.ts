import type * as Schema from "effect/Schema"

/**
 * What of a field may appear in a chat message. `never`: nothing of it. `code`: its code or the words of its code.
 * `allowed`: its value.
 */
export type ChatMark = "never" | "code" | "allowed"

/** Where a field is kept: in an event of its own, in the coded record, or only in the case system. */
export type Keeper = "event" | "record" | "case-system"

/** The groups of the interview record, in the order of the forms. */
export const groups = [
  "link",
  "need",
  "offer",
  "attempts",
  "interview",
  "interviewer",
  "before",
  "during",
  "risks",
  "voice",
  "carer",
  "outcome",
  "sharing",
  "quality"
] as const
export type Group = (typeof groups)[number]

/** What is known of one field besides its value. */
export interface Marks {
  readonly group: Group
  readonly label: string
  readonly chat: ChatMark
  readonly source: string
}

/** A field of the coded record. */
export interface CodedField<S extends Schema.Top = Schema.Top> extends Marks {
  readonly kept: "record"
  readonly schema: S
}

/** A field that an event of its own carries, or that stays in the case system. */
export interface OtherField extends Marks {
  readonly kept: Exclude<Keeper, "record">
}

export const coded = <S extends Schema.Top>(schema: S, marks: Marks): CodedField<S> => ({
  kept: "record",
  schema,
  ...marks
})
