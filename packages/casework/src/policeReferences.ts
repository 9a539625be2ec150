/** Which child each police reference stands for, by everything recorded under it. */
import { type ChildReference, type PoliceReference, referencesOnRecord } from "@safe-return/domain/pathway"
import { countsBefore, type ReferenceUse } from "@safe-return/journal"

export const policeReferences = () => {
  /** For each reference the event that counts of each child, the one that counts of all first. */
  const meant = new Map<PoliceReference, ReadonlyArray<ReferenceUse>>()
  const onRecord = referencesOnRecord<PoliceReference>()

  return {
    hear: (use: ReferenceUse): void => {
      const { child, reference } = use
      const known = meant.get(reference)
      if (known === undefined) {
        onRecord.add(reference)
        return void meant.set(reference, [use])
      }
      const before = known.find((one) => one.child === child)
      if (before !== undefined && !countsBefore(use, before)) return
      const others = known.filter((one) => one.child !== child)
      const place = others.findIndex((other) => countsBefore(use, other))
      meant.set(reference, others.toSpliced(place === -1 ? others.length : place, 0, use))
    },
    /** It is as if nothing had been recorded of the child. */
    forget: (child: ChildReference): void => {
      for (const [reference, known] of meant) {
        if (known.every((one) => one.child !== child)) continue
        const others = known.filter((one) => one.child !== child)
        if (others.length > 0) {
          meant.set(reference, others)
          continue
        }
        meant.delete(reference)
        onRecord.remove(reference)
      }
    },
    childOf: (policeReference: PoliceReference): ChildReference | undefined => meant.get(policeReference)?.[0]?.child,
    /** How it is written on record: as given, or else of this child, or else of another. */
    spellingOf: (policeReference: PoliceReference, child: ChildReference): PoliceReference | undefined => {
      if (meant.has(policeReference)) return policeReference
      const spellings = onRecord.spellingsOf(policeReference)
      return spellings.find((one) => meant.get(one)?.some((other) => other.child === child)) ?? spellings[0]
    }
  }
}
