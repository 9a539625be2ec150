/** Whether Slack reaches us by Socket Mode: an incident where it does not for a while, or never will by itself. */

import { type Incident, type Incidents, monotonicMillis } from "@safe-return/outreach"
import { Duration, Effect } from "effect"
import { isOurAccess } from "./slackFaults.ts"

/** How long the connection may be down before people are told: a working choice, longer than Slack's own restarts. */
const SOCKET_PATIENCE = Duration.seconds(60)

/** A connection is taken for lasting after so long; one that breaks sooner ends no incident. */
export const STEADY_AFTER = Duration.seconds(5)

const newToken =
  "Make an app-level token with connections:write in the app's settings at api.slack.com/apps, set it as SLACK_APP_TOKEN and restart the bot."
const reinstalled =
  "Ask the workspace's owners whether the app was removed or restricted; install it again, set its tokens and restart the bot."

const remedies: Readonly<Record<string, string>> = {
  link_disabled:
    "Turn Socket Mode on again in the app's settings at api.slack.com/apps: the bot then connects by itself.",
  access_denied: reinstalled,
  account_inactive: reinstalled,
  no_permission: reinstalled,
  ratelimited: "Slack asks to be left alone for now; the bot connects by itself once it may.",
  too_many_websockets: "Slack takes ten connections of an app at most: stop instances of the bot that are not needed."
}

const unreachable =
  "See status.slack.com, and whether this machine reaches slack.com and wss-primary.slack.com: the bot goes on trying by itself."

/** Slack's word that no connection will come until a person does something. */
const isRefusal = (reason: string): boolean => isOurAccess(reason) || reason === "link_disabled"

const remedyOf = (reason: string): string => remedies[reason] ?? (isOurAccess(reason) ? newToken : unreachable)

const socketAway = (reason: string, connections: number): Incident => ({
  kind: "socket-away",
  what:
    connections === 0
      ? `Slack does not reach the bot: commands, buttons and forms do nothing (${reason}). Alerts still go out, and notifications are taken.`
      : `Slack refuses the bot further connections (${reason}). It still has ${connections}, which Slack ends within hours.`,
  remedy: remedyOf(reason),
  ...(connections === 0
    ? {
        duty: {
          sentence:
            "Commands, buttons and forms in Slack do nothing for now, and nothing pressed there is recorded. Act on alerts by telephone, and record what was done once this is over.",
          inChannel: true
        }
      }
    : {})
})

/** `connections`: how many Slack may send something by now. */
export const makeSocketStanding = (incidents: Incidents["Service"], connections: () => number) => {
  let lastReason = "no connection yet"
  let refusedBecause: string | undefined
  let upSince: number | undefined
  let downSince: number | undefined
  /** What people were last told; none while nothing is wrong. */
  let raised: string | undefined

  const raise = (incident: Incident) => {
    const words = JSON.stringify(incident)
    if (words === raised) return Effect.void
    raised = words
    return incidents.raise(incident)
  }

  const end = Effect.suspend(() => {
    if (raised === undefined) return Effect.void
    raised = undefined
    return incidents.end(
      "socket-away",
      "Slack reaches the bot again. What was pressed meanwhile was not recorded: press it again."
    )
  })

  const look = Effect.gen(function* () {
    const now = yield* monotonicMillis
    const up = connections()
    upSince = up === 0 ? undefined : (upSince ?? now)
    if (up === 0) downSince ??= now
    else if (now - (upSince ?? now) >= Duration.toMillis(STEADY_AFTER)) downSince = undefined
    const isAway = up === 0 && downSince !== undefined && now - downSince >= Duration.toMillis(SOCKET_PATIENCE)
    if (refusedBecause !== undefined || isAway) return yield* raise(socketAway(refusedBecause ?? lastReason, up))
    if (downSince === undefined) yield* end
  })

  return {
    /** What has to be seen as time goes on is seen at each look. */
    look,
    /** A connection could not be opened, or ended, for this reason. */
    lost: (reason: string) =>
      Effect.suspend(() => {
        lastReason = reason
        if (isRefusal(reason)) refusedBecause = reason
        return look
      }),
    opened: Effect.suspend(() => {
      refusedBecause = undefined
      return look
    })
  }
}
