import { closedList } from "../../vocabulary/closedList.ts"

/**
 * The steps of a school attendance order.
 *
 * Source: Education Act 1996, sections 437 to 443, by their headings; their texts were not seen.
 */
export const orderStepWords = closedList({
  notice: "Notice to satisfy the council that the child is suitably educated",
  "school-named": "Notice that an order will name a school",
  served: "Order served",
  amended: "Order amended",
  prosecuted: "Prosecution for not keeping to the order",
  revoked: "Order revoked"
})
export const OrderStep = orderStepWords.schema
export type OrderStep = typeof OrderStep.Type

/** Which step may come after which; the first of all is a notice. */
const following: Readonly<Record<OrderStep | "none", ReadonlyArray<OrderStep>>> = {
  none: ["notice"],
  notice: ["school-named", "served"],
  "school-named": ["served"],
  served: ["amended", "prosecuted", "revoked"],
  amended: ["amended", "prosecuted", "revoked"],
  prosecuted: ["amended", "revoked"],
  revoked: ["notice"]
}

/**
 * The steps that may come after the last one; after none, the first notice.
 *
 * Source: Education Act 1996, sections 437 to 443, by their headings; their texts were not seen.
 *
 * @example
 * ```ts
 * import { nextOrderSteps } from "@safe-return/domain/education"
 *
 * nextOrderSteps(undefined) // ["notice"]
 * nextOrderSteps("notice") // ["school-named","served"]
 * ```
 */
export const nextOrderSteps = (last: OrderStep | undefined): ReadonlyArray<OrderStep> => following[last ?? "none"]
