/** People named in what was typed: `<@U123|name>`, because the manifest sets `should_escape`. */
import { PersonId } from "@safe-return/domain/pathway"

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/gi

/** The people named, in order, each once. */
export const peopleIn = (text: string): ReadonlyArray<PersonId> => [
  ...new Set([...text.matchAll(MENTION)].map(([, id = ""]) => PersonId.make(id.toUpperCase())))
]

export const withoutPeople = (text: string): string => text.replaceAll(MENTION, " ")

export const NOT_RECOGNISED =
  "Slack did not recognise the person. Type @ and the first letters, pick the person from the list that opens, then send again."
