/** A page as its reader is shown it: without the buttons that would only refuse them. */
import { type Permission, type Role, reachOf } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Button, HomeView, KnownBlock } from "@slack/types"
import { Effect, Option } from "effect"
import { buttonsIn, withoutButtons } from "../blocks/withoutButtons.ts"
import { buttons } from "../forms/registry.ts"
import { childOfLink } from "../handlers/findCase.ts"
import { isKeptCase } from "../handlers/isKeptCase.ts"
import { isOwnCase } from "../handlers/isOwnCase.ts"
import { isUnallocatedCase } from "../handlers/isUnallocatedCase.ts"

interface Reader {
  readonly person: PersonId
  readonly roles: ReadonlySet<Role>
}

/** As the button asks once it is pressed, by roles as they are known now. */
const mayDo = Effect.fnUntraced(function* (permission: Permission, value: string, { person, roles }: Reader) {
  const reach = reachOf(roles, permission)
  if (reach === "any" || reach === "none") return reach === "any"
  if (permission === "change-availability") return true
  const child = childOfLink(value)
  if (Option.isNone(child)) return false
  return (
    (reach === "own" && (yield* isOwnCase(child.value, person, permission))) ||
    (yield* isUnallocatedCase(child.value, person, permission)) ||
    (yield* isKeptCase(child.value, person, permission))
  )
})

/** Those that move about the page have no permission of their own. */
const isRefused = Effect.fnUntraced(function* ({ action_id: id = "", value = "" }: Button, reader: Reader) {
  const permission = buttons.get(id)?.permission
  if (permission === undefined || permission === "anyone") return false
  return !(yield* mayDo(permission, value, reader))
})

export const withoutRefused = Effect.fn("withoutRefused")(function* (view: HomeView, reader: Reader) {
  const blocks = view.blocks as ReadonlyArray<KnownBlock>
  const refused = new Set(yield* Effect.filter(buttonsIn(blocks), (button) => isRefused(button, reader)))
  return { ...view, blocks: [...withoutButtons(blocks, (button) => refused.has(button))] }
})
