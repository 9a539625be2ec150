/** What people must know, as facts and clocks of the domain: how it reads is a renderer's business. */
import type { MessageContent } from "../../messages/MessageContent.ts"
import type { IncidentMessage } from "./incidentMessages.ts"

/** Words of Slack's that have no facts of their own yet. */
export interface SlackWords {
  readonly _tag: "SlackWords"
  readonly content: MessageContent
}

/** In place of an alert, for an account that Slack has not vouched for: it says nothing of the case. */
export interface WithheldAlert {
  readonly _tag: "WithheldAlert"
}

export type Message = SlackWords | WithheldAlert | IncidentMessage

export const withheldAlert: WithheldAlert = { _tag: "WithheldAlert" }

export const slackWords = (content: MessageContent): SlackWords => ({ _tag: "SlackWords", content })
