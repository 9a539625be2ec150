/** How availability is kept in its document; what a newer version said of a person stays as it was. */
import { PersonId } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"
import { KeptAvailability, type PersonAvailability } from "../Availabilities.ts"
import { type DocumentForm, parseJson, schemaForm } from "../documents/DocumentForm.ts"

const KeptPerson = Schema.Struct({ person: PersonId, ...KeptAvailability.fields })

export const AvailabilityDocument = Schema.Struct({ people: Schema.Array(KeptPerson) })

interface EverybodysAvailability {
  /** Everybody's that can be read, even in part. */
  readonly people: ReadonlyArray<PersonAvailability>
  /** Whose a newer version wrote, as they stand there. */
  readonly newer: ReadonlyMap<PersonId, unknown>
  /** What else a newer version wrote. */
  readonly beside: Readonly<Record<string, unknown>>
}

export const nobodysAvailability: EverybodysAvailability = { people: [], newer: new Map(), beside: {} }

const decodeWhole = Schema.decodeUnknownOption(KeptPerson, { onExcessProperty: "error" })
const decodeInPart = Schema.decodeUnknownOption(KeptPerson)
const decodeLeast = Schema.decodeUnknownOption(Schema.Struct({ person: PersonId }))
const encode = Schema.encodeSync(KeptPerson)

/** Undefined where one of them is nobody's in any version. */
const readNewer = (body: string): EverybodysAvailability | undefined => {
  const { people: list, ...beside } = parseJson(body) as { readonly people?: unknown }
  if (!Array.isArray(list)) return undefined
  const people: Array<PersonAvailability> = []
  const newer = new Map<PersonId, unknown>()
  for (const json of list) {
    const whole = decodeWhole(json)
    const least = decodeLeast(json)
    if (Option.isNone(least)) return undefined
    if (Option.isNone(whole)) newer.set(least.value.person, json)
    people.push(...Option.toArray(Option.orElse(whole, () => decodeInPart(json))))
  }
  return { people, newer, beside }
}

const known = schemaForm(AvailabilityDocument)

export const availabilityForm: DocumentForm<EverybodysAvailability> = {
  read: (text) => {
    try {
      return { ...nobodysAvailability, people: known.read(text).people }
    } catch (cause) {
      // Without a checksum it may as well have been damaged.
      const document = text.generation === 0 ? undefined : readNewer(text.body)
      if (document === undefined) throw cause
      return document
    }
  },
  write: ({ people, newer, beside }) => {
    const ours = people.filter(({ person }) => !newer.has(person)).map((one) => encode(one))
    return JSON.stringify({ ...beside, people: [...ours, ...newer.values()] })
  }
}
