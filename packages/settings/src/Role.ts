import { Schema } from "effect"

/** Who somebody is to the pathway. A person may hold several. */
export const Role = Schema.Literals([
  "mash",
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty",
  "interviewer",
  "worker",
  "administrator"
])
export type Role = typeof Role.Type
