import { type Policy, rotherham } from "../../src/policy/index.ts"

const made = <const Value>(value: Value) => ({ value, source: "Made up", verified: false })

/** Of a made-up council that grades no child lower than medium, and says of none that they are away. */
export const strictPolicy: Policy = {
  ...rotherham,
  id: "made-up-strict",
  reports: { absences: made(["missing"]), risks: made(["medium", "high"]) }
}
