import { type CivilDay, Instant, parseCivilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { KnownBlock, ModalView } from "@slack/types"
import { Option, Schema } from "effect"
import { type CaseLink, encodeCaseLink } from "../blocks/caseLink.ts"
import { VALUE } from "./fields.ts"

/** What a person entered in a form, read from Slack's `view.state.values` and checked where it comes in. */
const Chosen = Schema.NullishOr(Schema.Struct({ value: Schema.String }))

const Element = Schema.Struct({
  selected_date: Schema.optionalKey(Schema.NullishOr(Schema.String)),
  selected_date_time: Schema.optionalKey(Schema.NullishOr(Schema.Int)),
  selected_time: Schema.optionalKey(Schema.NullishOr(Schema.String)),
  selected_user: Schema.optionalKey(Schema.NullishOr(Schema.String)),
  selected_users: Schema.optionalKey(Schema.NullishOr(Schema.Array(Schema.String))),
  selected_option: Schema.optionalKey(Chosen),
  selected_options: Schema.optionalKey(Schema.NullishOr(Schema.Array(Schema.Struct({ value: Schema.String })))),
  value: Schema.optionalKey(Schema.NullishOr(Schema.String))
})
type Element = typeof Element.Type

const decodeElement = Schema.decodeUnknownOption(Element)

/** Slack's `view.state.values`: block id, then action id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const elementOf = (values: FormValues, id: string): Element | undefined => {
  const decoded = decodeElement(values[id]?.[VALUE])
  return decoded._tag === "Some" ? decoded.value : undefined
}

const MILLISECONDS_A_SECOND = 1_000

export const instantIn = (values: FormValues, id: string): Instant | undefined => {
  const seconds = elementOf(values, id)?.selected_date_time
  return seconds === undefined || seconds === null ? undefined : Instant(seconds * MILLISECONDS_A_SECOND)
}

/** The chosen day; undefined when none was chosen. */
export const dayIn = (values: FormValues, id: string): CivilDay | undefined =>
  Option.getOrUndefined(parseCivilDay(elementOf(values, id)?.selected_date ?? ""))

export const personIn = (values: FormValues, id: string): PersonId | undefined => {
  const user = elementOf(values, id)?.selected_user
  return user === undefined || user === null || user === "" ? undefined : PersonId.make(user)
}

export const peopleIn = (values: FormValues, id: string): ReadonlyArray<PersonId> =>
  (elementOf(values, id)?.selected_users ?? []).map((user) => PersonId.make(user))

/** The chosen time of day such as `09:00`; empty when none was chosen. */
export const timeIn = (values: FormValues, id: string): string => elementOf(values, id)?.selected_time ?? ""

export const textIn = (values: FormValues, id: string): string => elementOf(values, id)?.value?.trim() ?? ""

/** The chosen code; undefined when nothing was chosen, or when it is not one of the list's. */
export const choiceIn = <Code extends string>(
  values: FormValues,
  id: string,
  list: Schema.Codec<Code, string>
): Code | undefined => {
  const value = elementOf(values, id)?.selected_option?.value
  return value !== undefined && Schema.is(list)(value) ? value : undefined
}

export const choicesIn = <Code extends string>(
  values: FormValues,
  id: string,
  list: Schema.Codec<Code, string>
): ReadonlyArray<Code> =>
  (elementOf(values, id)?.selected_options ?? []).map(({ value }) => value).filter(Schema.is(list))

/** A form that cannot be carried out as it was filled in: a sentence for each field to look at. */
export class InvalidSubmission extends Schema.TaggedError<InvalidSubmission>()("InvalidSubmission", {
  fields: Schema.Record(Schema.String, Schema.String)
}) {
  override get message() {
    return Object.values(this.fields).join(" ")
  }
}

/** A modal about one episode. Its private metadata holds ids only. */
export const form = (words: {
  readonly callbackId: string
  readonly title: string
  readonly submit: string
  /** What the button that leaves everything as it is says. */
  readonly close?: string
  readonly link?: CaseLink
  readonly blocks: ReadonlyArray<KnownBlock>
}): ModalView => ({
  type: "modal",
  callback_id: words.callbackId,
  title: { type: "plain_text", text: words.title },
  submit: { type: "plain_text", text: words.submit },
  close: { type: "plain_text", text: words.close ?? "Cancel" },
  ...(words.link === undefined ? {} : { private_metadata: encodeCaseLink(words.link) }),
  blocks: [...words.blocks]
})
