/** What a person may do on one case, by their roles and by whose case it is. */
import { isClosedToLeftOut } from "./leftOutOf.ts"
import {
  type Permission,
  permissions,
  type Role,
  reachOf,
  rolesAllowed,
  rolesOnGiven,
  rolesOnKept,
  rolesOnOwn,
  rolesOnUnallocated
} from "./roles.ts"

/** What waits for the allocated worker is asked of their cover too while they are away, who must then be let in. */
const forCovers: ReadonlySet<Permission> = new Set([
  "answer-considerations",
  "decide-on-trigger",
  "decide-on-quiet-trigger"
])

export const isForCovers = (permission: Permission): boolean => forCovers.has(permission)

/** How a person stands to a case. */
export interface CaseTies {
  readonly isWorker: boolean
  /** They stand in for the allocated worker. */
  readonly isCover: boolean
  /** They were left out of what the interview brought out. */
  readonly isLeftOut: boolean
  readonly isInterviewer: boolean
  readonly isAllocated: boolean
  /** A person was left out of what an interview of this child brought out. */
  readonly isPersonLeftOut: boolean
}

export const mayOnCase = (roles: ReadonlySet<Role>, permission: Permission, ties: CaseTies): boolean => {
  const holds = (role: Role): boolean => roles.has(role)
  if (ties.isLeftOut && isClosedToLeftOut(permission)) return false
  if (rolesAllowed(permission).some(holds)) return true
  const isOwn = ties.isWorker || (ties.isCover && isForCovers(permission))
  return (
    (isOwn && rolesOnOwn(permission).some(holds)) ||
    (ties.isInterviewer && rolesOnGiven(permission).some(holds)) ||
    (!ties.isAllocated && rolesOnUnallocated(permission).some(holds)) ||
    (ties.isPersonLeftOut && rolesOnKept(permission).some(holds))
  )
}

/** Everybody who sees cases reads the missing channel. */
const rolesInChannel = rolesAllowed("see-cases")

/** What everybody in the missing channel may do on every case: no more is offered there. */
export const openToChannel: ReadonlySet<Permission> = new Set(
  permissions.filter((permission) => rolesInChannel.every((role) => reachOf(new Set([role]), permission) === "any"))
)
