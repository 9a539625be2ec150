/** `POST /api/police`: a notification, sent to the bot's intake as the police would send it. */
import { Effect } from "effect"
import type { PoliceReply } from "../../api.ts"
import { Refused } from "../Refused.ts"
import type { Requester } from "../Requester.ts"
import type { PoliceBody } from "../requests.ts"

export const notify = Effect.fnUntraced(function* ({ training, me }: Requester, body: typeof PoliceBody.Type) {
  if (!me.roles.includes("mash")) {
    return yield* new Refused({ status: 403, message: "Only the police and MASH persona sends notifications." })
  }
  return yield* Effect.promise(async (): Promise<PoliceReply> => {
    const response = await fetch(`${training.bot.url}/intake/notifications`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${training.intakeToken}` },
      body: JSON.stringify(body.notification)
    })
    return { status: response.status, body: await response.json() }
  })
})
