import type { KnownBlock } from "@slack/types"
import { context, escapeSlack } from "../blocks/blocks.ts"

/** References named at most: a line of small print holds no more. */
const NAMED = 100

/** What waits beyond the lines that are shown, by reference: nothing that waits is invisible. */
export const alsoNamed = (
  awaiting: ReadonlyArray<{ readonly child: string }>,
  shown: number,
  how = "met earlier"
): ReadonlyArray<KnownBlock> => {
  const beyond = awaiting.slice(shown)
  if (beyond.length === 0) return []
  const named = [...new Set(beyond.map(({ child }) => child))].slice(0, NAMED)
  return [context(`And ${beyond.length} more, ${how}: ${named.map(escapeSlack).join(", ")}.`)]
}
