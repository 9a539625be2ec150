import { Schema } from "effect"

/** Who somebody is to the pathway. A person may hold several. */
export const Role = Schema.Literals(["mash", "missing-coordinator", "team-manager", "interviewer", "worker"])
export type Role = typeof Role.Type

/** What somebody may do; declared beside each handler. */
export type Permission =
  | "record-found-and-returned"
  | "assign-interview"
  | "log-interview"
  | "see-queue"
  | "set-allocated-worker"

const holders: Readonly<Record<Permission, ReadonlyArray<Role>>> = {
  "record-found-and-returned": ["mash", "missing-coordinator", "team-manager", "worker", "interviewer"],
  "assign-interview": ["missing-coordinator", "team-manager"],
  "log-interview": ["interviewer", "missing-coordinator", "team-manager"],
  "see-queue": ["missing-coordinator", "team-manager", "interviewer", "worker", "mash"],
  "set-allocated-worker": ["mash", "missing-coordinator", "team-manager"]
}

export const roleWords: Readonly<Record<Role, string>> = {
  mash: "MASH",
  "missing-coordinator": "Missing Co-ordinator",
  "team-manager": "team manager",
  interviewer: "return home interviewer",
  worker: "social worker or Early Help worker"
}

/** The roles that may do something, for a refusal that says whom to ask. */
export const rolesAllowed = (permission: Permission): ReadonlyArray<Role> => holders[permission]

export const isAllowed = (roles: ReadonlySet<Role>, permission: Permission): boolean =>
  holders[permission].some((role) => roles.has(role))
