/** Where managers read the scorecard of a month: nothing of any child is in it. */
import { Context } from "effect"

/** The id of the conversation; none where the council set none, and nothing is posted. */
export class ManagersChannel extends Context.Reference<string | undefined>("@safe-return/outreach/ManagersChannel", {
  defaultValue: () => undefined
}) {}
