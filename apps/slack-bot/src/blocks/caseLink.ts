/** Which child and episode a button or form is about: ids only, because other apps can read them. */
import { definedFields } from "@safe-return/domain/definedFields"
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import type { Button } from "@slack/types"
import { Schema } from "effect"

/** A button about one episode. */
export interface CaseButton {
  (link: CaseLink, style?: "primary"): Button
  readonly actionId: string
  /** What it is for, in a sentence, for people who do not know its name. */
  readonly purpose: string
}

export const caseButton = (actionId: string, text: string, purpose: string): CaseButton =>
  Object.assign(
    (link: CaseLink, style?: "primary"): Button => ({
      type: "button",
      action_id: actionId,
      text: { type: "plain_text", text },
      value: encodeCaseLink(link),
      ...definedFields({ style })
    }),
    { actionId, purpose }
  )

/** The same button where it is the next step, which stands out. */
export const primary = (button: CaseButton): CaseButton =>
  Object.assign((link: CaseLink) => button(link, "primary"), { actionId: button.actionId, purpose: button.purpose })

export const CaseLink = Schema.Struct({
  child: ChildReference,
  episodeId: EpisodeId,
  /** In a form: how many events were recorded of the child when it was opened. */
  seen: Schema.optionalKey(Schema.Int),
  /** Under an alert: its number, so that a newer one is not taken for seen with it. */
  alert: Schema.optionalKey(Schema.Int),
  /** In the form that assigns: the plan that was warned of, as whose it is and when; sent again, it is meant. */
  warned: Schema.optionalKey(Schema.String)
})
export type CaseLink = typeof CaseLink.Type

const CaseLinkJson = Schema.fromJsonString(CaseLink)

const fields = Object.keys(CaseLink.fields)

/** A card has a link for each of its buttons: encoding by the schema cost as much as the rest of it. */
export const encodeCaseLink = (link: CaseLink): string => JSON.stringify(link, fields)

/** None when the text is not one of ours: an old message, or a request that was tampered with. */
export const decodeCaseLink = Schema.decodeUnknownOption(CaseLinkJson)

/** Which child a form is about, and how many events were recorded of them when it was opened. */
export const ChildLink = Schema.Struct({ child: ChildReference, seen: Schema.Int })
export type ChildLink = typeof ChildLink.Type

const ChildLinkJson = Schema.fromJsonString(ChildLink)

export const encodeChildLink: (link: ChildLink) => string = Schema.encodeSync(ChildLinkJson)

/** None when the text is not one of ours. */
export const decodeChildLink = Schema.decodeUnknownOption(ChildLinkJson)
