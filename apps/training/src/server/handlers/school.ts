/** A school's return, sent to the bot's intake as a school's system would send it. */
import { Effect } from "effect"
import type { Training } from "../../workspace/Training.ts"

export const sendSchoolReturn = ({ bot, intakeToken }: Training, sent: Readonly<Record<string, unknown>>) =>
  Effect.promise(async () => {
    const response = await fetch(`${bot.url}/intake/education`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${intakeToken}` },
      body: JSON.stringify(sent)
    })
    return { status: response.status }
  })
