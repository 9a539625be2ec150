/** Which child and episode a button or form is about: ids only, because other apps can read them. */
import { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { Schema } from "effect"

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
