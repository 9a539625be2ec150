/** How deliveries are kept in a document: those of a newer version stay in it to the letter, and the others go on. */
import { Option, Schema } from "effect"
import type { Delivery } from "../Deliveries.ts"
import { type DocumentForm, parseJson, schemaForm } from "../documents/DocumentForm.ts"
import { newerDelivery, StoredDelivery } from "../storedDelivery.ts"

interface WithDeliveries {
  readonly deliveries: ReadonlyArray<Delivery>
}

const decodeWhole = Schema.decodeUnknownOption(StoredDelivery, { onExcessProperty: "error" })
const decodeInPart = Schema.decodeUnknownOption(StoredDelivery)
const encode = Schema.encodeSync(StoredDelivery)

const fieldsOf = (body: string): Record<string, unknown> => parseJson(body) as Record<string, unknown>

interface DeliveriesForm<D> extends DocumentForm<D> {
  /** How many deliveries were met that say what this version does not know. */
  readonly newer: () => number
}

export const deliveriesForm = <D extends WithDeliveries>(schema: Schema.Codec<D, unknown>): DeliveriesForm<D> => {
  const known = schemaForm(schema)
  const decodeDocument = Schema.decodeUnknownSync(schema)
  const encodeDocument = Schema.encodeSync(schema)
  /** As each of a newer version stands in its document. */
  const asWritten = new WeakMap<Delivery, unknown>()
  let newer = 0
  let isMet = false

  const readOne = (json: unknown): Delivery | undefined => {
    const whole = decodeWhole(json)
    if (Option.isSome(whole)) return whole.value
    const delivery = Option.getOrUndefined(Option.orElse(decodeInPart(json), () => newerDelivery(json)))
    if (delivery === undefined) return undefined
    newer += 1
    asWritten.set(delivery, json)
    return delivery
  }

  /** Undefined where one of them is no delivery of any version, or a key stands in it twice. */
  const readNewer = (body: string): D | undefined => {
    const json = fieldsOf(body)
    const list = json["deliveries"]
    if (!Array.isArray(list)) return undefined
    const deliveries = list.map(readOne).filter((delivery) => delivery !== undefined)
    if (new Set(deliveries.map(({ key }) => key)).size !== list.length) return undefined
    return { ...decodeDocument({ ...json, deliveries: [] }), deliveries }
  }

  return {
    newer: () => newer,
    read: (text) => {
      try {
        return known.read(text)
      } catch (cause) {
        // Without a checksum it may as well have been damaged.
        const document = text.generation === 0 ? undefined : readNewer(text.body)
        if (document === undefined) throw cause
        isMet = true
        return document
      }
    },
    write: (document, before) => {
      if (!isMet) return known.write(document, before)
      const encoded = encodeDocument({ ...document, deliveries: [] }) as Record<string, unknown>
      const deliveries = document.deliveries.map((delivery) => asWritten.get(delivery) ?? encode(delivery))
      return JSON.stringify({ ...(before === null ? {} : fieldsOf(before.body)), ...encoded, deliveries })
    }
  }
}
