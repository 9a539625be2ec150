import { referenceKey } from "../pathway/referenceSpelling.ts"

/** Children by number: every spelling of a reference is one child. */
export const childNumbers = () => {
  const bySpelling = new Map<string, number>()
  const byKey = new Map<string, number>()
  let last: string | undefined
  let lastChild = 0
  const numberOf = (reference: string): number => {
    const known = bySpelling.get(reference)
    if (known !== undefined) return known
    const key = referenceKey(reference)
    const child = byKey.get(key) ?? byKey.size
    byKey.set(key, child)
    bySpelling.set(reference, child)
    return child
  }
  return (reference: string): number => {
    // Many tables have a child's episodes one after another.
    if (reference !== last) {
      lastChild = numberOf(reference)
      last = reference
    }
    return lastChild
  }
}
