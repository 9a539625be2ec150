import type { KnownBlock } from "@slack/types"
import { actions, context } from "../blocks/blocks.ts"
import type { HomePlace } from "./HomePlace.ts"
import { homeButton } from "./homeButtons.ts"

/** Lines on a page. A Home holds 100 blocks, and nobody reads further down than this on a phone. */
const A_PAGE = 15

export interface Page<Item> {
  readonly items: ReadonlyArray<Item>
  /** What stands below them: where one is and the way on; nothing when all fits. */
  readonly turn: ReadonlyArray<KnownBlock>
}

/** A page beyond the last is the last: things may have been done since the button was shown. */
export const pageOf = <Item>(items: ReadonlyArray<Item>, place: HomePlace): Page<Item> => {
  const last = Math.max(0, Math.ceil(items.length / A_PAGE) - 1)
  const page = Math.min(place.page, last)
  if (last === 0) return { items, turn: [] }
  const from = page * A_PAGE
  const shown = items.slice(from, from + A_PAGE)
  return {
    items: shown,
    turn: [
      context(`${from + 1} to ${from + shown.length} of ${items.length}`),
      actions("pages", [
        ...(page > 0 ? [homeButton("earlier", "Previous", { ...place, page: page - 1 })] : []),
        ...(page < last ? [homeButton("later", "Next", { ...place, page: page + 1 })] : [])
      ])
    ]
  }
}
