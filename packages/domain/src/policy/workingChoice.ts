/** No text we have seen gives this number, time limit or order: it is our choice, and says so. */
export const workingChoice = <const Value>(value: Value, why: string) =>
  ({ value, source: `Working choice: ${why}`, verified: false }) as const
