/** What police and people do, over HTTP and in Slack; each says whether it was acknowledged. */

import { isInOffice, type PlannedEpisode, staffOf } from "@safe-return/casework/testing"
import { formatInstant, type Instant } from "@safe-return/domain/calendar"
import { readerOf, type SlackWorkspace } from "@safe-return/slack-testkit"
import type { PostedMessage } from "../../test/endToEnd/postedMessages.ts"
import { textOf } from "../../test/endToEnd/slackReading.ts"
import { CHANNEL, missingBody, type NotificationBody, sendNotification } from "../../test/endToEnd/trainingCouncil.ts"

const MINUTE = 60_000
const minutesBefore = (now: Instant, minutes: number) => new Date(now - minutes * MINUTE)

/** The words of an alert that has climbed to a person. */
export const isUnanswered = (child: string, text: string): boolean =>
  text.includes(child) && /nobody has acknowledged the alert|the alert comes to you first/.test(text)

/** Of an alert that has come to everybody and rings again. */
export const isAskedAgain = (child: string, text: string): boolean =>
  text.includes(child) && text.includes("still nobody has acknowledged the alert")

export const makeActions = (workspace: SlackWorkspace, now: () => Instant) => {
  const coordinator = workspace.person(staffOf["missing-coordinator"][0] ?? "")
  const duty = workspace.person(staffOf["out-of-hours-duty"][0] ?? "")
  const directOf = new Map<typeof coordinator, unknown>()
  /** None before the bot first wrote to them. */
  const directMessagesOf = async (person: typeof coordinator) => {
    const known =
      directOf.get(person) ??
      (await person.conversations()).find((conversation) => conversation["is_im"] === true)?.["id"]
    if (known !== undefined) directOf.set(person, known)
    return known
  }

  const notify = async (url: string | undefined, body: NotificationBody): Promise<boolean> => {
    if (url === undefined) return false
    const answer = await sendNotification(url, body).catch(() => undefined)
    return answer?.status === 202 || answer?.status === 200
  }

  return {
    report: (url: string | undefined, { child, missingAt, notifiedAt, police }: PlannedEpisode) =>
      notify(url, {
        ...missingBody(child, police, notifiedAt),
        missingAt: formatInstant(missingAt),
        reportedAt: formatInstant(notifiedAt)
      }),

    tellOfReturn: (url: string | undefined, { child, police, returnedAt }: PlannedEpisode) =>
      notify(url, {
        kind: "returned",
        policeReference: police,
        sentAt: formatInstant(returnedAt),
        child: { reference: child },
        returnedAt: formatInstant(returnedAt)
      }),

    /** By the button under the alert of who answers at that hour; to be pressed until the alert says so. */
    acknowledge: async (
      child: string,
      alertedAt: Instant,
      posted: ReadonlyArray<PostedMessage>
    ): Promise<"not there" | "pressed" | "done"> => {
      const person = isInOffice(alertedAt) ? coordinator : duty
      const direct = await directMessagesOf(person)
      const alert = posted.findLast(({ channel, text }) => channel === direct && isUnanswered(child, text))
      if (alert === undefined) return "not there"
      const [message = {}] = await person.messages(alert.channel, alert.ts)
      if (textOf(message).includes("Alert acknowledged by")) return "done"
      await readerOf(person, { patienceMillis: 100 })
        .clicks("Acknowledge alert", { on: { ...alert, message } })
        .catch(() => {})
      return "pressed"
    },

    assign: async ({ child, interviewer }: PlannedEpisode): Promise<boolean> => {
      const answer = await coordinator.command(CHANNEL, "/rhi", `assign ${child} <@${interviewer}>`)
      return answer.outcome === "acknowledged" && textOf(answer.body).includes("is assigned to")
    },

    logInterview: async ({ child, interviewer }: PlannedEpisode): Promise<boolean> => {
      const person = workspace.person(interviewer)
      const reader = readerOf(person, { patienceMillis: 100 })
      await person.command(CHANNEL, "/rhi", `log ${child}`)
      // Slack may have failed to open the form.
      if (person.modal === undefined) return false
      try {
        await reader.fills({
          "Offered at": minutesBefore(now(), 50),
          "The child's answer": "Accepted",
          "Interview completed at": minutesBefore(now(), 10),
          Interviewer: `@${person.member.realName}`,
          Venue: "School",
          "Harm disclosed": "No, the child said there was none",
          "Exploitation indicators": ["Grooming"],
          "Follow-up": ["Update assessment, care plan or Find Me Plan"]
        })
        await reader.sends()
        return true
      } catch {
        await person.closeModal()
        return false
      }
    }
  }
}
