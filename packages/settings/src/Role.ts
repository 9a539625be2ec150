import { Schema } from "effect"

/** A person's part in the pathway, or in the work on children missing education; they may hold several. */
export const Role = Schema.Literals([
  "mash",
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty",
  "interviewer",
  "worker",
  "administrator",
  /** Of children missing education: their own team, which sees nothing of the pathway, as the pathway sees nothing of it. */
  "education-officer",
  "attendance",
  "admissions",
  "education-manager",
  /** Of the joined-up view alone, which crosses what the two teams may not see of each other. */
  "inclusion-panel",
  "inclusion-lead"
])
export type Role = typeof Role.Type
