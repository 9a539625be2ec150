/** How Slack shows each message. */
import type { Message } from "../delivery/message/Message.ts"
import type { Renderer } from "../delivery/Renderer.ts"
import { heartbeat } from "./heartbeat.ts"
import {
  dutyAllClear,
  dutyOver,
  dutyWarning,
  earlierIncidentOver,
  incidentOver,
  incidentWarning,
  outsideNotice
} from "./incident.ts"
import type { MessageContent } from "./MessageContent.ts"
import { perhapsRepeated } from "./perhapsRepeated.ts"
import { withheldAlert } from "./withheldAlert.ts"

type Renderings = {
  readonly [Tag in Message["_tag"]]: (message: Extract<Message, { readonly _tag: Tag }>) => MessageContent
}

const renderings: Renderings = {
  SlackWords: ({ content }) => content,
  WithheldAlert: () => withheldAlert,
  IncidentWarning: incidentWarning,
  IncidentOver: incidentOver,
  DutyWarning: dutyWarning,
  DutyOver: dutyOver,
  DutyAllClear: dutyAllClear,
  OutsideNotice: outsideNotice,
  EarlierIncidentOver: earlierIncidentOver,
  Heartbeat: heartbeat
}

/** Several people may be sent the very same. */
const rendered = new WeakMap<Message, MessageContent>()

const contentOf = (message: Message): MessageContent => {
  const known = rendered.get(message)
  if (known !== undefined) return known
  const content = (renderings[message._tag] as (message: Message) => MessageContent)(message)
  rendered.set(message, content)
  return content
}

export const slackRenderer: Renderer<MessageContent> = {
  render: (message, { mayBeRepeated = false } = {}) =>
    mayBeRepeated ? perhapsRepeated(contentOf(message)) : contentOf(message)
}
