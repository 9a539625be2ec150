/** A page as its reader is shown it: without the buttons that would only refuse them. */
import { type Permission, type Role, reachOf } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Button, HomeView, KnownBlock } from "@slack/types"
import { Effect, Option } from "effect"
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

const isButton = (element: { readonly type: string }): element is Button => element.type === "button"

/** Those that move about the page have no permission of their own. */
const isRefused = Effect.fnUntraced(function* (element: { readonly type: string }, reader: Reader) {
  const permission = isButton(element) ? buttons.get(element.action_id ?? "")?.permission : undefined
  if (!isButton(element) || permission === undefined || permission === "anyone") return false
  return !(yield* mayDo(permission, element.value ?? "", reader))
})

const blockFor = Effect.fnUntraced(function* (block: KnownBlock, reader: Reader) {
  if (block.type === "section" && block.accessory !== undefined) {
    const { accessory, ...rest } = block
    return [(yield* isRefused(accessory, reader)) ? rest : block]
  }
  if (block.type !== "actions") return [block]
  const elements = yield* Effect.filter(block.elements, (element) =>
    Effect.map(isRefused(element, reader), (refused) => !refused)
  )
  return elements.length === 0 ? [] : [{ ...block, elements }]
})

export const withoutRefused = Effect.fn("withoutRefused")(function* (view: HomeView, reader: Reader) {
  const blocks = yield* Effect.forEach(view.blocks as ReadonlyArray<KnownBlock>, (block) => blockFor(block, reader))
  return { ...view, blocks: blocks.flat() }
})
