import type { PersonId } from "@safe-return/domain/pathway"
import { escapeSlack } from "./escapeSlack.ts"

const SLACK_USER = /^[UW][A-Z0-9]+$/

/** A person as Slack shows them, or the police where the intake recorded it. */
export const personInWords = (person: PersonId): string => {
  if (SLACK_USER.test(person)) return `<@${person}>`
  return person === "police-intake" ? "police" : escapeSlack(person)
}
