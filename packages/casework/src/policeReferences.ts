/** Which child each police reference stands for, by everything recorded under it. */
import { type ChildReference, type PoliceReference, referencesOnRecord } from "@safe-return/domain/pathway"
import type { JournalEntry } from "@safe-return/journal"

/** What a police reference stands for, and the event that says so. */
interface Meant {
  readonly child: ChildReference
  readonly position: number
  readonly isReport: boolean
}

/** Which of two counts, in whatever order they are heard of. */
const isAfter = (one: Meant, other: Meant): boolean => {
  if (one.isReport !== other.isReport) return one.isReport
  // A second `missing` is on another child's record only when the first was on the wrong child's.
  return one.isReport ? one.position > other.position : one.position < other.position
}

export const policeReferences = () => {
  /** For each reference the event that counts of each child, the one that counts of all first. */
  const meant = new Map<PoliceReference, ReadonlyArray<Meant>>()
  const onRecord = referencesOnRecord<PoliceReference>()

  return {
    hear: ({ child, position, recorded: { event } }: JournalEntry): void => {
      if (event._tag !== "NotificationReceived") return
      const { kind, policeReference } = event.notification
      const meaning = { child, position, isReport: kind === "missing" }
      const known = meant.get(policeReference)
      if (known === undefined) {
        onRecord.add(policeReference)
        return void meant.set(policeReference, [meaning])
      }
      const before = known.find((one) => one.child === child)
      if (before !== undefined && !isAfter(meaning, before)) return
      const others = known.filter((one) => one.child !== child)
      const place = others.findIndex((other) => isAfter(meaning, other))
      meant.set(policeReference, others.toSpliced(place === -1 ? others.length : place, 0, meaning))
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
