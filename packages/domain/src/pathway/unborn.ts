/**
 * An episode of an unborn child is the disappearance of the mother: everybody is alerted as for any child, and no return
 * home interview is owed, because there is no child to talk with.
 *
 * Source: Liquidlogic's guide to its missing process has a record "missing unborn".
 */
import { closedList } from "../vocabulary/closedList.ts"

/** The second is for an episode whose child was born after the return: its interview is still not owed. */
export const unbornWords = closedList({
  unborn: "The child is unborn: their mother is missing",
  "born-since": "The child was unborn then, and has been born since"
})
export const Unborn = unbornWords.schema
export type Unborn = typeof Unborn.Type

export const noLongerUnbornWords = closedList({
  born: "The child has been born",
  "recorded-in-error": "Recorded by mistake: the child had been born"
})
export const NoLongerUnborn = noLongerUnbornWords.schema
export type NoLongerUnborn = typeof NoLongerUnborn.Type
