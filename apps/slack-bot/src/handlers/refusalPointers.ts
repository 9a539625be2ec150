import type { Refusal } from "@safe-return/domain/pathway"

/** Where in Slack a person does what a refusal of the domain asks of them. */
const pointers: { readonly [Tag in Refusal["_tag"]]?: string } = {
  UnknownEpisode: "Open the newest card of this child.",
  AlreadyFound: "It is on the card.",
  AlreadyReturned: "It is on the card.",
  AlertedAgainSince: "It is on the newest card.",
  ReturnNotRecorded: "Press Returned on the card.",
  CompletedBeforeReturn: "The return is on the card.",
  ChildUnborn: "Press More on the card, and then Unborn child.",
  NotAssigned: "Type /rhi assign, or press Assign interview on the card."
}

/** The sentence to add to a refusal's own; none where its own says all. */
export const pointerFor = (tag: string): ReadonlyArray<string> => {
  const pointer = (pointers as Readonly<Partial<Record<string, string>>>)[tag]
  return pointer === undefined ? [] : [pointer]
}
