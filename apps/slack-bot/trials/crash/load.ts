/**
 * People and police at work on synthetic children, several at once: each child goes missing, is found, returns and
 * has an interview assigned. What was not acknowledged is done again, word for word, as a caller does.
 */
import { addHours, formatInstant, type Instant } from "@safe-return/domain/calendar"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { textOf } from "../../test/endToEnd/slackReading.ts"
import {
  CHANNEL,
  missingBody,
  type NotificationBody,
  people,
  sendNotification
} from "../../test/endToEnd/trainingCouncil.ts"
import { type AcknowledgedStep, type Stage, stages } from "./AcknowledgedStep.ts"

/** How many children something is done about at the same moment. */
const AT_ONCE = 6

interface SyntheticCase {
  readonly child: string
  readonly police: string
  /** What was sent for the stage it is at, so that it can be sent again as it was. */
  body?: NotificationBody
  stage: number
  busy: boolean
}

export interface Load {
  readonly acknowledged: ReadonlyArray<AcknowledgedStep>
  /** Works until `isOver`; a deed under way when the bot dies is not waited for longer than its caller would. */
  readonly work: (urls: ReadonlyArray<string>, isOver: () => boolean) => Promise<void>
}

export const makeLoad = (
  workspace: SlackWorkspace,
  now: () => Instant,
  random: () => number,
  by: "HTTP" | "Socket Mode"
): Load => {
  const acknowledged: Array<AcknowledgedStep> = []
  const cases: Array<SyntheticCase> = []
  const manager = workspace.person(people.manager)

  const bodyOf = (kind: Stage, { child, police }: SyntheticCase): NotificationBody => {
    const at = formatInstant(now())
    if (kind === "missing") return missingBody(child, police, now())
    const times = kind === "found" ? { foundAt: at } : { returnedAt: at }
    return { kind, policeReference: police, sentAt: at, child: { reference: child }, ...times }
  }

  const assign = async ({ child }: SyntheticCase): Promise<boolean> => {
    const answer = await manager.command(CHANNEL, "/rhi", `assign ${child} <@${people.interviewer}>`)
    return answer.outcome === "acknowledged" && textOf(answer.body).includes("is assigned to")
  }

  const notify = async (url: string, stage: Stage, about: SyntheticCase): Promise<boolean> => {
    about.body ??= bodyOf(stage, about)
    // A refused connection and one that breaks are the bot being dead: not acknowledged.
    const answer = await sendNotification(url, about.body).catch(() => undefined)
    return answer?.status === 200 || answer?.status === 202
  }

  const step = async (url: string, about: SyntheticCase): Promise<void> => {
    const stage = stages[about.stage]
    if (stage === undefined) return
    about.busy = true
    const isDone = await (stage === "assigned" ? assign(about) : notify(url, stage, about))
    if (isDone) {
      acknowledged.push({ child: about.child, stage })
      about.stage += 1
      delete about.body
    }
    about.busy = false
  }

  const nextCase = (): SyntheticCase => {
    const unfinished = cases.filter(({ busy, stage }) => !busy && stage < stages.length)
    const known = unfinished[Math.floor(random() * unfinished.length)]
    if (known !== undefined && random() < 0.8) return known
    const number = cases.length + 1
    const fresh = { child: `LCS-${70_000 + number}`, police: `SYP-2026-7${String(number).padStart(6, "0")}` }
    const opened: SyntheticCase = { ...fresh, stage: 0, busy: false }
    cases.push(opened)
    return opened
  }

  const worker = async (urls: ReadonlyArray<string>, isOver: () => boolean) => {
    while (!isOver()) {
      const url = urls[Math.floor(random() * urls.length)]
      if (url === undefined) return
      if (by === "HTTP") workspace.app.connect(`${url}/slack/events`)
      await step(url, nextCase())
      // A bot that is dead refuses at once: no thousand new children in the moment before it is noticed.
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  return {
    acknowledged,
    work: async (urls, isOver) => {
      await Promise.all(Array.from({ length: AT_ONCE }, () => worker(urls, isOver)))
    }
  }
}

/** How long after the return the interview is overdue. */
export const overdueFrom = (returnedAt: Instant): Instant => addHours(returnedAt, 72)
