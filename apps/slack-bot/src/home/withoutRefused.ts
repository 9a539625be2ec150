/** A page as its reader is shown it: without the buttons that would only refuse them. */
import type { Button, HomeView, KnownBlock } from "@slack/types"
import { Effect } from "effect"
import { decodeCaseLink } from "../blocks/caseLink.ts"
import { buttonsIn, withoutButtons } from "../blocks/withoutButtons.ts"
import { buttons } from "../forms/registry.ts"
import { mayDo, type Reader } from "../handlers/permissionsOn.ts"

/** Those that move about the page have no permission of their own. */
const isRefused = Effect.fnUntraced(function* ({ action_id: id = "", value = "" }: Button, reader: Reader) {
  const permission = buttons.get(id)?.permission
  if (permission === undefined || permission === "anyone") return false
  return !(yield* mayDo(permission, decodeCaseLink(value), reader))
})

export const withoutRefused = Effect.fn("withoutRefused")(function* (view: HomeView, reader: Reader) {
  const blocks = view.blocks as ReadonlyArray<KnownBlock>
  const refused = new Set(yield* Effect.filter(buttonsIn(blocks), (button) => isRefused(button, reader)))
  return { ...view, blocks: blocks.flatMap(withoutButtons((button) => refused.has(button))) }
})
