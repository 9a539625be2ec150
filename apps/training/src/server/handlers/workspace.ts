/** Who there is, which conversations this persona is in, what time it is. */

import { formatInstant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { JsonObject } from "@safe-return/slack-testkit"
import { inCouncilWords } from "@safe-return/wording"
import { Effect } from "effect"
import type { ConversationSummary, Persona, Workspace } from "../../api.ts"
import { everybody } from "../../workspace/personas.ts"
import { app } from "../../workspace/place.ts"
import type { Training } from "../../workspace/Training.ts"
import { authorName } from "../authors.ts"
import type { ManifestEntries } from "../manifest.ts"
import type { Requester } from "../Requester.ts"

/** As the council calls the role. */
const asPersona =
  (say: (text: string) => string) =>
  ({ id, name, role }: Persona): Persona => ({ id, name, role: say(role) })

const isDirect = (conversation: JsonObject): boolean => conversation["is_im"] === true

const summary =
  ({ workspace }: Training) =>
  (conversation: JsonObject): ConversationSummary => {
    const id = String(conversation["id"])
    const latest = workspace.latest(id)
    const direct = isDirect(conversation)
    return {
      id,
      kind: direct ? "dm" : "channel",
      name: direct ? authorName(workspace, String(conversation["user"])) : String(conversation["name"]),
      ...definedFields({ latest })
    }
  }

const channelsFirst = (a: ConversationSummary, b: ConversationSummary) =>
  a.kind === b.kind ? a.name.localeCompare(b.name, "en-GB") : a.kind === "channel" ? -1 : 1

export const readWorkspace = Effect.fnUntraced(function* (
  { training, me, person }: Requester,
  offered: ManifestEntries
) {
  const conversations = yield* Effect.promise(() => person.conversations())
  const appConversations = yield* Effect.promise(() => training.workspace.person(app.botUserId).conversations())
  const moving = training.move.now
  const say = inCouncilWords(training.council.policy)
  const workspace: Workspace = {
    authority: training.council.authority,
    personas: everybody.map(asPersona(say)),
    me: asPersona(say)(me),
    conversations: conversations.map(summary(training)).sort(channelsFirst),
    ...offered,
    inboxes: appConversations.filter(isDirect).map((conversation) => ({
      persona: String(conversation["user"]),
      conversation: { ...summary(training)(conversation), name: app.name }
    })),
    now: formatInstant(training.clock.now()),
    standsStill: training.clock.standsStill(),
    ...(moving === undefined ? {} : { moving: { from: formatInstant(moving.from), to: formatInstant(moving.to) } })
  }
  return workspace
})
