import { plainly } from "./MessageContent.ts"

/** To a holder of a role while Slack does not say whose account it is: an outsider may read it. */
export const withheldAlert = plainly(
  ":rotating_light: Safe Return has an alert about a missing child for you. What it says is shown here once Slack says whose account this is. *Now:* look in the missing channel, or ring the Missing Co-ordinator."
)
