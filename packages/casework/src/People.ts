import type { PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema } from "effect"
import {
  type Permission,
  type Reach,
  type Role,
  rolesAllowed,
  rolesOnGiven,
  rolesOnOwn,
  rolesOnUnallocated
} from "./roles.ts"
import { eitherOfRoles, whoMay } from "./rolesInWords.ts"

const askOneOf = ({ length }: ReadonlyArray<Role>): string => (length === 1 ? "ask them" : "ask one of them")

/** This person may not do this. The message says who may. */
export class NotAllowed extends Schema.TaggedError<NotAllowed>()("NotAllowed", {
  /** The sentence shown to them. */
  message: Schema.String
}) {}

export const notSetUp = (permission: Permission): NotAllowed =>
  new NotAllowed({
    message: `You are not set up to do this. It is for ${whoMay(permission)}. Nothing was done: ${askOneOf(rolesAllowed(permission))}.`
  })

/** Where there is no allocated worker, others may do some of what is the worker's. */
const whereUnallocated = (permission: Permission): string => {
  const roles = rolesOnUnallocated(permission)
  return roles.length === 0 ? "" : ` Where no worker is allocated it is also for ${eitherOfRoles(roles)}.`
}

/** Those whose case it is, as far as that lets them in. */
const whoseCase = (permission: Permission): string => {
  const isGiven = rolesOnGiven(permission).length > 0
  if (rolesOnOwn(permission).length === 0 && isGiven) return "those who were given the child's interview"
  return isGiven ? "the child's own allocated worker or interviewer" : "the child's own allocated worker"
}

export const notTheirs = (permission: Permission): NotAllowed =>
  new NotAllowed({
    message:
      permission === "change-availability"
        ? `For yourself you can say this, for someone else it is for ${whoMay(permission)}. Nothing was done: ask one of them.`
        : `This is for ${whoseCase(permission)}, or for ${whoMay(permission)}.${whereUnallocated(permission)} Nothing was done: ask one of them.`
  })

/** Who may do what; guests, bots, deactivated accounts and other workspaces nothing, whatever is configured. */
export class People extends Context.Service<
  People,
  {
    /** None for anybody but a full member, or when Slack cannot say. */
    readonly rolesOf: (person: PersonId) => Effect.Effect<ReadonlySet<Role>>
    /** Everybody who is named for a role, guests and leavers on paper included; empty when Slack cannot say. */
    readonly holdersOf: (role: Role) => Effect.Effect<ReadonlyArray<PersonId>>
    /** What colleagues call a person; none where nobody says. */
    readonly nameOf: (person: PersonId) => Effect.Effect<string | undefined>
    /** How far a full member's roles give the permission; whether a case is their own is for the caller to check. */
    readonly allow: (person: PersonId, permission: Permission) => Effect.Effect<Exclude<Reach, "none">, NotAllowed>
  }
>()("@safe-return/slack-bot/People") {}
