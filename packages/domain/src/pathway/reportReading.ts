/** How a reported absence is read where the policy does not use it: never refused, and looked for. */
import type { Policy } from "../policy/policy.ts"
import type { Absence, MissingFrom, Risk, RiskGrade } from "../vocabulary/caseWords.ts"
import { type Check, firstRefusal, pass, refuseIf } from "./check.ts"
import type { CorrectEpisode } from "./commands.ts"
import type { Notification } from "./notification.ts"
import { AbsenceNotUsed, AwayFromHome } from "./refusals.ts"
import type { Episode } from "./state.ts"

/** The grades of risk, the lowest first. */
export const riskOrder: ReadonlyArray<RiskGrade> = ["no-apparent", "low", "medium", "high"]

/** Where a risk stands among the grades: below all of them while it is not graded. */
export const riskPlace = (risk: Risk): number => (risk === "not-graded" ? -1 : riskOrder.indexOf(risk))

const isUsed = (absence: Absence, { reports }: Policy): boolean =>
  reports === undefined || reports.absences.value.includes(absence)

/** A looked-after child alone is away from a placement without authorisation; every other child is missing. */
export const absenceAsRead = (absence: Absence, missingFrom: MissingFrom, policy: Policy): Absence =>
  absence === "away" && (missingFrom === "home" || !isUsed("away", policy)) ? "missing" : absence

/**
 * The grade by which an episode is acted on: its own, or the next higher that the policy uses, or else the highest.
 * One that is not graded yet is acted on by the highest, so that nobody waits for a grade.
 *
 * @example
 * ```ts
 * import { gradeActedOn } from "@safe-return/domain/pathway"
 * import { rotherham } from "@safe-return/domain/policy"
 *
 * gradeActedOn({ risk: "medium", policy: rotherham }) // "medium"
 * gradeActedOn({ risk: "not-graded", policy: rotherham }) // "high"
 * ```
 */
export const gradeActedOn = ({ risk, policy: { reports } }: Pick<Episode, "risk" | "policy">): RiskGrade => {
  const used = reports?.risks.value
  if (risk !== "not-graded" && (used === undefined || used.includes(risk))) return risk
  const inOrder = riskOrder.filter((grade) => used === undefined || used.includes(grade))
  const next = risk === "not-graded" ? undefined : inOrder.find((grade) => riskPlace(grade) >= riskPlace(risk))
  return next ?? inOrder.at(-1) ?? "high"
}

/**
 * How a report is read otherwise than it was sent, by field, for its sender; nothing where it is not.
 *
 * @example
 * ```ts
 * import { readOtherwise } from "@safe-return/domain/pathway"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const [received] = syntheticCase("missing").state.notifications
 * received && readOtherwise(received.notification, rotherham) // {}
 * const sent = received?.notification
 * sent?.kind === "missing" && readOtherwise({ ...sent, risk: "not-graded" }, rotherham) // {"risk":"high"}
 * ```
 */
export const readOtherwise = (
  notification: Notification,
  policy: Policy
): { readonly absence?: Absence; readonly risk?: Risk } => {
  if (notification.kind !== "missing") return {}
  const absence = absenceAsRead(notification.absence, notification.missingFrom, policy)
  const risk = gradeActedOn({ risk: notification.risk, policy })
  return {
    ...(absence === notification.absence ? {} : { absence }),
    ...(risk === notification.risk ? {} : { risk })
  }
}

/** What is told of an episode, with the absence as it is read beside where the child is missing from. */
export const factsAsRead = <Facts extends Partial<Pick<Episode, "absence" | "missingFrom">>>(
  facts: Facts,
  { absence, missingFrom, policy }: Pick<Episode, "absence" | "missingFrom" | "policy">
): Facts => {
  const told = facts.absence ?? absence
  const read = absenceAsRead(told, facts.missingFrom ?? missingFrom, policy)
  return read === told ? facts : { ...facts, absence: read }
}

/** A person is asked to say it otherwise, because they can; what stands as it was is not asked about again. */
export const checkAbsence = (
  { absence: recorded, missingFrom: from, policy }: Episode,
  { absence = recorded, missingFrom = from }: Pick<CorrectEpisode, "absence" | "missingFrom">
): Check => {
  if (absence === recorded && missingFrom === from) return pass
  return firstRefusal(
    () => refuseIf(absence === "away" && missingFrom === "home", AwayFromHome),
    () => refuseIf(absence !== recorded && !isUsed(absence, policy), AbsenceNotUsed)
  )
}
