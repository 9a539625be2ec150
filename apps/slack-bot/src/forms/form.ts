import type { KnownBlock, ModalView } from "@slack/types"
import { type CaseLink, encodeCaseLink } from "../blocks/caseLink.ts"

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
