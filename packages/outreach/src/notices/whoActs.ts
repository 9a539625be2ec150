import { alertOf, allocatedWorkers, type Episode } from "@safe-return/domain/pathway"
import type { DateWords } from "@safe-return/wording"
import { acknowledgedInWords } from "./acknowledgementWords.ts"
import { peopleIn, type Style } from "./Notice.ts"

/** Who acts for a child who is missing, and since when, by what is on the record. */
export const whoActsInWords = (episode: Episode, style: Style, dates: DateWords): string => {
  const { acknowledgements, at } = alertOf(episode)
  const answered =
    acknowledgements.length === 0
      ? `Nobody has acknowledged the alert of ${dates.dateTime(at)} yet.`
      : acknowledgedInWords(acknowledgements, style, dates)
  const workers = allocatedWorkers(episode)
  const named = [
    ...(episode.coordinator === undefined ? [] : [`handed over to ${style.person(episode.coordinator)}`]),
    ...(workers.length === 0 ? [] : [`allocated to ${peopleIn(style, workers)}`])
  ].join(", ")
  return named === "" ? answered : `${answered} ${named.charAt(0).toUpperCase()}${named.slice(1)}.`
}
