import type { Deliveries } from "@safe-return/journal"
import { type Context, Effect } from "effect"
import type { TeamFacts } from "../look/TeamSource.ts"

/** What was given up and is of a morning that is over is owed no longer, and no more listed. */
export const dropLate = (
  deliveries: Context.Service.Shape<typeof Deliveries>,
  { delivered, now }: Pick<TeamFacts, "delivered" | "now">,
  isLate: (key: string) => boolean
) =>
  Effect.forEach(
    [...delivered.values()].filter(({ _tag, key }) => _tag === "Undelivered" && isLate(key)),
    ({ key }) => deliveries.keep("team", { _tag: "Superseded", key, by: "too-late", at: now }),
    { discard: true }
  )
