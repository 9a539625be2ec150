import { type InputFault, inputFault } from "../faults/inputFault.ts"

/** What a simple function answers: plain data both ways, which survives JSON. */
export type SimpleAnswer<Value extends object> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly faults: ReadonlyArray<SimpleFault> }

/** Why not, in a sentence; `_tag` is `InputFault`, or that of a refusal of the pathway. */
export interface SimpleFault {
  readonly _tag: string
  readonly field: string
  readonly message: string
}

export const yes = <Value extends object>(value: Value): { readonly ok: true } & Value => ({ ok: true, ...value })

export const no = (...faults: ReadonlyArray<SimpleFault>): { readonly ok: false; readonly faults: typeof faults } => ({
  ok: false,
  faults: faults.map(({ _tag, field, message }) => ({ _tag, field, message }))
})

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

export const notAnObject: InputFault = inputFault("", "Give one object with the fields that are named.")
