/** Where an address leads for one persona: what they asked for if they can see it, else the missing channel. */
import type { ConversationSummary, Persona, Workspace } from "../api.ts"
import { HOME, POLICE } from "./address.ts"

export type Place =
  | { readonly kind: "conversation"; readonly id: string; readonly summary: ConversationSummary }
  | { readonly kind: "home"; readonly id: typeof HOME }
  | { readonly kind: "police"; readonly id: typeof POLICE }
  | { readonly kind: "nowhere"; readonly id: "" }

export const isPolice = (persona: Persona): boolean => /police|mash/i.test(persona.role)

/** The team manager is who a newcomer acts as first: assigning is the step the whole path turns on. */
export const defaultPersona = (workspace: Workspace): Persona =>
  workspace.personas.find((persona) => /manager/i.test(persona.role)) ?? workspace.me

const conversationPlace = (summary: ConversationSummary | undefined): Place =>
  summary === undefined ? { kind: "nowhere", id: "" } : { kind: "conversation", id: summary.id, summary }

export const placeOf = (wanted: string | undefined, workspace: Workspace): Place => {
  if (wanted === HOME) return { kind: "home", id: HOME }
  if (wanted === POLICE && isPolice(workspace.me)) return { kind: "police", id: POLICE }
  const { conversations } = workspace
  return conversationPlace(
    conversations.find(({ id }) => id === wanted) ??
      conversations.find(({ name }) => name === wanted) ??
      conversations.find(({ kind, name }) => kind === "channel" && name.includes("missing")) ??
      conversations[0]
  )
}
