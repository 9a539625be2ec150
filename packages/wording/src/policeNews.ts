import type { Notification } from "@safe-return/domain/pathway"
import { londonDateTime } from "./londonDates.ts"

/** What the police told of a child, to follow the child's reference in a sentence. */
export const policeNews = (notification: Notification): string => {
  switch (notification.kind) {
    case "missing":
      return `has been missing since ${londonDateTime(notification.missingAt)}`
    case "found":
      return `was found ${londonDateTime(notification.foundAt)}`
    case "returned":
      return `returned ${londonDateTime(notification.returnedAt)}`
    case "updated":
      return "has new details"
    case "cancelled":
      return "is no longer reported missing"
  }
}
