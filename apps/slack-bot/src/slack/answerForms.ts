/** What an answer of Slack's must hold to be one: without it nothing was said, whatever `ok` says. */
import { Result, Schema } from "effect"

const Id = Schema.NonEmptyString
const Timestamp = Schema.String.check(Schema.isPattern(/^\d+\.\d+$/))
const Messages = Schema.Struct({ messages: Schema.Array(Schema.Struct({ ts: Timestamp })) })

/** By the method's page, https://docs.slack.dev/reference/methods; of the others we use nothing that may be missing. */
const forms: Readonly<Record<string, (answer: unknown) => Result.Result<unknown, unknown>>> = {
  "apps.connections.open": Schema.decodeUnknownResult(Schema.Struct({ url: Id })),
  "auth.test": Schema.decodeUnknownResult(Schema.Struct({ user_id: Id })),
  "chat.delete": Schema.decodeUnknownResult(Schema.Struct({ ts: Timestamp })),
  "chat.postMessage": Schema.decodeUnknownResult(Schema.Struct({ ts: Timestamp })),
  "chat.update": Schema.decodeUnknownResult(Schema.Struct({ ts: Timestamp })),
  "conversations.history": Schema.decodeUnknownResult(Messages),
  "conversations.info": Schema.decodeUnknownResult(Schema.Struct({ channel: Schema.Struct({ id: Id }) })),
  "conversations.open": Schema.decodeUnknownResult(Schema.Struct({ channel: Schema.Struct({ id: Id }) })),
  "conversations.replies": Schema.decodeUnknownResult(Messages),
  "usergroups.users.list": Schema.decodeUnknownResult(Schema.Struct({ users: Schema.Array(Id) })),
  "users.info": Schema.decodeUnknownResult(Schema.Struct({ user: Schema.Struct({ id: Id }) }))
}

/** Whether the answer holds what the method is called for. */
export const isWholeAnswerTo = (method: string, answer: unknown): boolean => {
  const form = forms[method]
  return form === undefined || Result.isSuccess(form(answer))
}
