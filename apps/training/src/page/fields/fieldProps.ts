import { definedFields } from "@safe-return/domain/definedFields"
import type { ElementState } from "../blocks/elementState.ts"

/** What every kind of field is given. */
export interface FieldProps {
  readonly id: string
  /** Its name, for a field that has no visible label. */
  readonly name: string
  /** Whether a visible label (or legend) already names it. */
  readonly isLabelled?: boolean
  readonly isRequired?: boolean
  readonly isFaulty?: boolean
  readonly describedBy?: string | undefined
  readonly onState: (state: ElementState) => void
  /** Enter was pressed; true when that was taken as the field's own action. */
  readonly onEnter?: (state: ElementState) => boolean
}

export const ariaOf = ({ id, name, isLabelled, isRequired, isFaulty, describedBy }: FieldProps) => ({
  id,
  ...(isLabelled === true ? {} : { "aria-label": name }),
  ...(isRequired === true ? { "aria-required": true } : {}),
  ...(isFaulty === true ? { "aria-invalid": true } : {}),
  ...definedFields({ "aria-describedby": describedBy })
})
