/** What Slack delivers again is answered as the first time; after a restart the domain still records nothing twice. */
import type { ReceiverEvent } from "@slack/bolt"
import { RecentEntries } from "../http/RecentEntries.ts"

/** As long as a signed request is taken at all. */
const REMEMBERED = 5 * 60_000

/** More than a council's Slack sends in five minutes; the oldest are forgotten first. */
const MOST = 10_000

interface Body {
  readonly type?: string
  readonly event_id?: string
  readonly trigger_id?: string
  readonly view?: { readonly id?: string; readonly hash?: string }
}

/** What names a delivery, from any sender and however often; none for what changes nothing, such as a list's options. */
export const nameOfDelivery = ({ type, event_id, trigger_id, view }: Body): string | undefined => {
  if (event_id !== undefined) return `event ${event_id}`
  // A form keeps its id when it shows another step, and has another hash then.
  if (type === "view_submission" || type === "view_closed") return `${type} ${view?.id} ${view?.hash}`
  return trigger_id === undefined ? undefined : `trigger ${trigger_id}`
}

/** A form with mistakes in it stays open as it is, and is sent again once they are put right. */
const isStillOpen = (answer: unknown): boolean =>
  (answer as { readonly response_action?: string } | undefined)?.response_action === "errors"

interface EarlierDelivery {
  readonly at: number
  readonly answer: Promise<unknown>
}

/** `now` in milliseconds of a clock that only goes forward. */
export const onceOnly = (
  process: (event: ReceiverEvent) => Promise<void>,
  now: () => number = () => performance.now()
): ((event: ReceiverEvent) => Promise<void>) => {
  const seen = new RecentEntries<EarlierDelivery>({ span: REMEMBERED, most: MOST })

  return async (event) => {
    const name = nameOfDelivery(event.body)
    if (name === undefined) return process(event)
    const at = now()
    const before = seen.get(name)
    if (before !== undefined && at - before.at <= REMEMBERED) return event.ack(await before.answer)
    const { promise, resolve } = Promise.withResolvers<unknown>()
    seen.set(name, { at, answer: promise }, at)
    const ack: ReceiverEvent["ack"] = (answer) => {
      if (isStillOpen(answer)) seen.delete(name)
      resolve(answer)
      return event.ack(answer)
    }
    try {
      await process({ ...event, ack })
    } catch (cause) {
      // Nothing came of it: sent again, it is done.
      seen.delete(name)
      resolve(undefined)
      throw cause
    }
  }
}
