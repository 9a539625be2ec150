/** Which workspace `start` opens. A real one whose token got lost must not turn into a training workspace. */
import { Effect } from "effect"
import { EnvironmentIncomplete } from "./environment.ts"
import { isSetting } from "./settingKind.ts"
import { tidyEnvironment } from "./tidyEnvironment.ts"

export type Workspace = "real" | "training"

/** Each is set for a real workspace alone. */
const ofRealWorkspace = [
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "SAFE_RETURN_MISSING_CHANNEL",
  "SAFE_RETURN_CASE_REFERENCES",
  "SAFE_RETURN_CASE_SYSTEM_REFERENCES",
  "SAFE_RETURN_POLICE_REFERENCES",
  "SAFE_RETURN_INTAKE_TOKEN",
  "SAFE_RETURN_DATABASE_URL"
]

/** By `SAFE_RETURN_WORKSPACE`; without it, a real one as soon as anything is set that only a real one needs. */
export const chooseWorkspace = (
  environment: Readonly<Record<string, string | undefined>>
): Effect.Effect<Workspace, EnvironmentIncomplete> => {
  const { values, problems } = tidyEnvironment(environment)
  const { SAFE_RETURN_WORKSPACE: asked } = values
  if (asked === "real" || asked === "training") return Effect.succeed(asked)
  if (asked !== undefined) {
    return Effect.fail(new EnvironmentIncomplete({ problems: ["SAFE_RETURN_WORKSPACE must be real or training"] }))
  }
  const misspelt = [...problems].filter(([name]) => !isSetting(name))
  return misspelt.length === 0
    ? Effect.succeed(ofRealWorkspace.some((name) => name in values) ? "real" : "training")
    : Effect.fail(new EnvironmentIncomplete({ problems: misspelt.map(([name, message]) => `${name} ${message}`) }))
}
