import type { LastSeen, ReturnedTo } from "@safe-return/domain/pathway"

/** Whether a place tells that the child is looked after: nobody else has a placement. */
export const tellsOfCare = (place: LastSeen | ReturnedTo): boolean =>
  place === "placement" || place === "another-placement"
