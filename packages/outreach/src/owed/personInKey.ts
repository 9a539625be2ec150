import { PersonId } from "@safe-return/domain/pathway"

/** An id as the workspace gives it; what ends a key otherwise is an address, or part of a longer key. */
const PERSON = /^[UW][A-Z0-9]+$/

/** The person that a part of a message's key names, where it names one. */
export const personInKey = (part: string): PersonId | undefined => (PERSON.test(part) ? PersonId.make(part) : undefined)
