/** What is wrong with a value from outside: plain data, with a sentence that says what to give instead. */
export interface InputFault {
  readonly _tag: "InputFault"
  /** Which part of what was given, such as `policy.interview.cutoff.value`; empty for the whole. */
  readonly field: string
  /** Never repeats the value itself, which may be about a person. */
  readonly message: string
}

export const inputFault = (field: string, message: string): InputFault => ({ _tag: "InputFault", field, message })
