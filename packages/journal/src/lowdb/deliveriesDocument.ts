/** How what was sent about one child stands in its document. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Schema } from "effect"
import type { Delivery } from "../Deliveries.ts"
import { StoredDelivery } from "../storedDelivery.ts"

export const oneOfEachKey = Schema.makeFilter((deliveries: ReadonlyArray<Delivery>) => {
  const keys = new Set<string>()
  const wrong = deliveries.find(({ key }) => keys.size === keys.add(key).size)
  return wrong === undefined || `the key ${wrong.key} stands in it twice`
})

export const DeliveriesDocument = Schema.Struct({
  child: ChildReference,
  deliveries: Schema.Array(StoredDelivery).check(oneOfEachKey)
})
