import type { PersonId } from "@safe-return/domain/pathway"
import { escapeSlack } from "../blocks/blocks.ts"

const SLACK_USER = /^[UW][A-Z0-9]+$/

/** What the intake records is by a sender, such as `police-intake`. */
const INTAKE = /^([a-z][a-z0-9-]*)-intake$/

/** A person as Slack shows them, or the sender where the intake recorded it. */
export const personInWords = (person: PersonId): string => {
  if (SLACK_USER.test(person)) return `<@${person}>`
  return INTAKE.exec(person)?.[1] ?? escapeSlack(person)
}
