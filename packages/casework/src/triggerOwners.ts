/** Who answers for a trigger, by the roles that its policy names, and who may decide on it. */
import type { PersonId } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { type Permission, type Role, rolesAllowed, rolesOnUnallocated } from "./roles.ts"

/** The words by which a policy names them: it is read by people, and old journals hold nothing else. */
const named = {
  worker: /allocated worker/i,
  "team-manager": /team manager/i,
  "missing-coordinator": /missing (?:co-?ordinator|team)/i,
  mash: /\bMASH\b/i
} as const satisfies Partial<Record<Role, RegExp>>

export type TriggerOwner = keyof typeof named

const isOwner = (role: Role): role is TriggerOwner => role in named

const ownerRoles = Object.keys(named).filter((role): role is TriggerOwner => role in named)

export const decisionPermission = ({ mayGoToChat }: Pick<Firing, "mayGoToChat">): Permission & `decide-on-${string}` =>
  mayGoToChat ? "decide-on-trigger" : "decide-on-quiet-trigger"

/** What is never posted is the allocated worker's and the team manager's; without a worker, of those in their place. */
export const ownersOf = (
  { owner, mayGoToChat }: Pick<Firing, "owner" | "mayGoToChat">,
  isAllocated: boolean
): ReadonlyArray<TriggerOwner> => {
  if (!mayGoToChat) {
    return isAllocated ? ["worker", "team-manager"] : rolesOnUnallocated("decide-on-quiet-trigger").filter(isOwner)
  }
  const roles = ownerRoles.filter((role) => named[role].test(owner))
  // Where a policy names no role of ours, the case is the allocated worker's.
  return roles.length === 0 ? ["worker"] : roles
}

/** What of a case decides whether a person may decide on its triggers. */
export interface DecidingPerson {
  readonly person: PersonId
  readonly holds: (role: Role) => boolean
  /** They are the allocated worker, or act for them while they are away. */
  readonly isWorker: boolean
  readonly isAllocated: boolean
}

export const mayDecideOn = (
  firing: Pick<Firing, "mayGoToChat">,
  { holds, isWorker, isAllocated }: DecidingPerson
): boolean => {
  const permission = decisionPermission(firing)
  if (rolesAllowed(permission).some(holds)) return true
  if (isWorker && holds("worker")) return true
  return !isAllocated && rolesOnUnallocated(permission).some(holds)
}
