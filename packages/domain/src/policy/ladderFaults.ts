import { RiskGrade } from "../vocabulary/caseWords.ts"
import type { Rung } from "./ladder.ts"
import type { Policy } from "./policy.ts"
import type { PolicyFault } from "./policyFault.ts"

/** Both stand on the ladder of one episode, by its grade of risk. */
const meet = (a: Rung, b: Rung): boolean =>
  RiskGrade.literals.some(
    (risk) => (a.risks ?? RiskGrade.literals).includes(risk) && (b.risks ?? RiskGrade.literals).includes(risk)
  )

const isSame = (a: Rung, b: Rung): boolean => a.who === b.who && a.by === b.by

const faultsOf = (rung: Rung, index: number, before: ReadonlyArray<Rung>): ReadonlyArray<PolicyFault> => {
  const field = `ladder.value[${index}]`
  const met = before.filter((other) => meet(rung, other))
  return [
    ...(met.some(({ afterMinutes }) => afterMinutes > rung.afterMinutes)
      ? [{ field: `${field}.afterMinutes`, message: "This is sooner than a rung before it" }]
      : []),
    ...(rung.by === undefined && met.some(({ by }) => by !== undefined)
      ? [{ field: `${field}.by`, message: "The ways outside the chat come after everybody in the chat has been told" }]
      : []),
    ...(rung.by !== undefined && rung.who === "worker"
      ? [{ field: `${field}.who`, message: "No address outside the chat is kept of allocated workers: name a role" }]
      : []),
    ...(met.some((other) => isSame(rung, other))
      ? [{ field: `${field}.who`, message: "They are on the ladder already, and would be told twice" }]
      : [])
  ]
}

/** A ladder whose rungs are out of order, or that tells someone twice. */
export const ladderFaults = ({ ladder }: Policy): ReadonlyArray<PolicyFault> =>
  (ladder?.value ?? []).flatMap((rung, index, rungs) => faultsOf(rung, index, rungs.slice(0, index)))
