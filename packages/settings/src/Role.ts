import { Schema } from "effect"

/** A person's part in the pathway; they may hold several. */
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
