/** The latest moment of all children: something recorded, or a reminder that fell due since. */
import type { JournalEntry } from "@safe-return/journal"
import { type CaseRecord, isSentByTime, type Moment, momentOfDelivery, momentOfEntry } from "./moment.ts"

const newest = <A>(all: ReadonlyArray<A>, by: (one: A) => number): A | undefined =>
  all.reduce<A | undefined>((latest, one) => (latest === undefined || by(one) >= by(latest) ? one : latest), undefined)

/** None while nothing is recorded. */
export const latestMoment = (records: ReadonlyArray<CaseRecord>): Moment | undefined => {
  const lastOf = ({ entries }: CaseRecord): JournalEntry | undefined => entries.at(-1)
  const told = newest(records, (record) => lastOf(record)?.position ?? 0)
  const entry = told === undefined ? undefined : lastOf(told)
  if (told === undefined || entry === undefined) return undefined
  const reminders = records.flatMap((record) =>
    [...record.delivered.values()].flatMap((delivery) =>
      delivery._tag === "Sent" && isSentByTime(delivery.key) && delivery.sentAt > entry.recorded.recordedAt
        ? [{ record, delivery }]
        : []
    )
  )
  const reminded = newest(reminders, ({ delivery }) => delivery.sentAt)
  return reminded === undefined ? momentOfEntry(told, entry) : momentOfDelivery(reminded.record, reminded.delivery)
}
