export { comparePolicies, type PolicyDifference } from "./comparePolicies.ts"
export type { DigestDifference, EscalationDifference } from "./escalationDifferences.ts"
export type { RuleDifference } from "./ruleDifferences.ts"
