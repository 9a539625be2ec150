import type { ReactNode } from "react"
import { FIELD_LABELS, type FieldFault } from "./intakeReply.ts"

interface PoliceFieldProps {
  readonly id: string
  /** The notification's name for it, by which it is labelled and the intake says what is wrong. */
  readonly field: string
  readonly hint?: string
  readonly faults: ReadonlyArray<FieldFault>
  readonly children: (aria: {
    readonly id: string
    readonly "aria-describedby"?: string
    readonly "aria-invalid"?: boolean
  }) => ReactNode
}

export const PoliceField = ({ id, field, hint, faults, children }: PoliceFieldProps) => {
  const fault = faults.find((each) => each.field === field)?.fault
  const describedBy = [...(hint === undefined ? [] : [`${id}-hint`]), ...(fault === undefined ? [] : [`${id}-fault`])]
  return (
    <div className={fault === undefined ? "field" : "field field-faulty"}>
      <label className="field-label" htmlFor={id}>
        {FIELD_LABELS[field]}
      </label>
      {children({
        id,
        ...(describedBy.length === 0 ? {} : { "aria-describedby": describedBy.join(" ") }),
        ...(fault === undefined ? {} : { "aria-invalid": true })
      })}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          <span className="visually-hidden">Error: </span>
          {fault}
        </p>
      )}
    </div>
  )
}

interface PoliceTextFieldProps extends Omit<PoliceFieldProps, "children"> {
  readonly value: string
  readonly onValue: (value: string) => void
}

/** One line of text. */
export const PoliceTextField = ({ value, onValue, ...field }: PoliceTextFieldProps) => (
  <PoliceField {...field}>
    {(aria) => <input {...aria} autoComplete="off" value={value} onChange={({ target }) => onValue(target.value)} />}
  </PoliceField>
)
