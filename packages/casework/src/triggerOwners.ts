/** Who answers for a trigger, by the roles that its policy names, and who may decide on it. */
import type { ChildState, PersonId } from "@safe-return/domain/pathway"
import { ownersNamed, type TriggerOwner, triggerOwners } from "@safe-return/domain/policy"
import type { Firing } from "@safe-return/domain/risk"
import { type Permission, type Role, rolesAllowed, rolesOnKept, rolesOnUnallocated } from "./roles.ts"

const isOwner = (role: Role): role is TriggerOwner => triggerOwners.some((owner) => owner === role)

const decisionPermission = ({ mayGoToChat }: Pick<Firing, "mayGoToChat">): Permission & `decide-on-${string}` =>
  mayGoToChat ? "decide-on-trigger" : "decide-on-quiet-trigger"

/** The people who may not see what this trigger rests on: an interview, in which the child may have spoken of them. */
export const keptFromOf = (
  { interviews }: ChildState,
  { episodeIds, mayGoToChat }: Pick<Firing, "episodeIds" | "mayGoToChat">
): ReadonlySet<PersonId> =>
  new Set(
    mayGoToChat
      ? []
      : interviews.flatMap((interview) =>
          interview.episodeIds.some((id) => episodeIds.includes(id)) ? (interview.keptFrom ?? []) : []
        )
  )

/** What of a case decides whose its triggers are. */
interface CaseOfTrigger {
  readonly isAllocated: boolean
  /** See {@link keptFromOf}. */
  readonly keptFrom: ReadonlySet<PersonId>
}

/** What is never posted is the allocated worker's and the team manager's; without a worker, of those in their place. */
export const ownersOf = (
  { owner, mayGoToChat }: Pick<Firing, "owner" | "mayGoToChat">,
  { isAllocated, keptFrom }: CaseOfTrigger
): ReadonlyArray<TriggerOwner> => {
  if (!mayGoToChat) {
    const kept = keptFrom.size === 0 ? [] : rolesOnKept("decide-on-quiet-trigger").filter(isOwner)
    return isAllocated
      ? ["worker", "team-manager", ...kept]
      : [...rolesOnUnallocated("decide-on-quiet-trigger").filter(isOwner), ...kept]
  }
  const roles = ownersNamed(owner)
  // Where a policy names no role of ours, the case is the allocated worker's, and there may be none.
  return roles.length === 0 ? ["worker", "team-manager"] : roles
}

/** Who asks whether they may decide on a trigger of a case. */
export interface DecidingPerson extends CaseOfTrigger {
  readonly person: PersonId
  readonly holds: (role: Role) => boolean
  /** The allocated workers of the child that they are, or act for while those are away. */
  readonly actsFor: ReadonlyArray<PersonId>
}

export const mayDecideOn = (
  firing: Pick<Firing, "mayGoToChat">,
  { person, holds, actsFor, isAllocated, keptFrom }: DecidingPerson
): boolean => {
  if (keptFrom.has(person)) return false
  const permission = decisionPermission(firing)
  if (rolesAllowed(permission).some(holds)) return true
  if (holds("worker") && actsFor.some((worker) => !keptFrom.has(worker))) return true
  if (!isAllocated && rolesOnUnallocated(permission).some(holds)) return true
  return keptFrom.size > 0 && rolesOnKept(permission).some(holds)
}

const everyDecision = ["decide-on-trigger", "decide-on-quiet-trigger"] as const

/** Whose a decision is, for others to read: that a person was left out must not show, nor what may not be posted. */
export const decidingRoles = (
  firing: Pick<Firing, "owner" | "mayGoToChat">,
  isAllocated: boolean
): ReadonlyArray<Role> => {
  const permission = decisionPermission(firing)
  const may = [...rolesAllowed(permission), ...(isAllocated ? [] : rolesOnUnallocated(permission))]
  const owners = ownersOf(firing, { isAllocated, keptFrom: new Set() }).filter((owner) => may.includes(owner))
  return owners.length > 0
    ? owners
    : rolesAllowed(permission).filter((role) => everyDecision.every((one) => rolesAllowed(one).includes(role)))
}

/** Those who may decide as well where a person was left out: said of every decision alike. */
export const alsoDeciding: ReadonlyArray<Role> = [...new Set(everyDecision.flatMap(rolesOnKept))]
