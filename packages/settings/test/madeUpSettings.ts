/** Settings of a made-up council with which the bot starts. */
import { Effect } from "effect"
import { settingsFrom } from "../src/index.ts"

export const complete = {
  SLACK_BOT_TOKEN: "xoxb-synthetic",
  SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
  SAFE_RETURN_MISSING_CHANNEL: "C0MISSING",
  SAFE_RETURN_CASE_REFERENCES: "LCS-#####",
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: "LL-####-#{1-7}",
  SAFE_RETURN_POLICE_REFERENCES: "SYP-####-#######",
  SAFE_RETURN_INTAKE_TOKEN: "synthetic-token-of-24-characters"
}

export const TEMPLATE = "26785a09-ab16-4eb0-8407-a37497a57506"

/** As GOV.UK Notify gives them out: a name, then two ids. */
export const notify = {
  SAFE_RETURN_NOTIFY_API_KEY: `made_up-${TEMPLATE}-3d844edf-8d35-48ac-975b-e847b4f122b0`,
  SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: TEMPLATE,
  SAFE_RETURN_NOTIFY_TEAM_MANAGERS: "managers@council.example"
}

export const settings = (environment: Record<string, string | undefined>) =>
  Effect.runSync(Effect.result(settingsFrom(environment)))
