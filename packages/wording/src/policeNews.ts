import type { Notification } from "@safe-return/domain/pathway"
import { type DateWords, datesInFull } from "./londonDates.ts"

/** What the police told of a child, to follow the child's reference in a sentence. */
export const policeNews = (notification: Notification, { dateTime }: DateWords = datesInFull): string => {
  switch (notification.kind) {
    case "missing":
      return `has been missing since ${dateTime(notification.missingAt)}`
    case "found":
      return `was found ${dateTime(notification.foundAt)}`
    case "returned":
      return `returned ${dateTime(notification.returnedAt)}`
    case "updated":
      return "has new details"
    case "cancelled":
      return "is no longer reported missing"
  }
}
