import { isShown, type PoliceReference } from "@safe-return/domain/pathway"
import type { Style } from "./Notice.ts"

/** `police reference SYP-2026-0001234`; one that may hold a name is never shown. */
export const policeReferenceInWords = (reference: PoliceReference, { text }: Pick<Style, "text">): string =>
  isShown(reference)
    ? `police reference ${text(reference)}`
    : "a police reference that is not shown, because it may hold a name"
