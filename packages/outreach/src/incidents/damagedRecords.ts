/** Single records that cannot be used: counted, and told of by the children they are about. */
import type { DeliverySubject } from "@safe-return/journal"
import { Duration } from "effect"
import type { Incident } from "./Incidents.ts"

/** One record among all, and what was tried with it. */
export interface RecordTried {
  readonly of: "deliveries" | "journal"
  readonly about: DeliverySubject
  readonly act: "read" | "write"
}

/** More would not be read: the command line names all of them. */
const MOST_NAMED = 20

/** What is not tried again for this long is said no more: its child may have been erased. */
const LASTS = Duration.hours(1)

const words: Readonly<Record<RecordTried["of"], string>> = {
  deliveries: "of what was sent",
  journal: "of what happened"
}

const nameOf = ({ of, about }: RecordTried): string => `${of} ${about}`

/** @param tried at least one */
export const damagedRecords = (tried: ReadonlyArray<RecordTried>): Incident => {
  const records = [...new Map(tried.map((one) => [nameOf(one), one])).values()]
  const places = [...Map.groupBy(records, ({ of }) => of)].map(([of, those]) => `${those.length} ${words[of]}`)
  const children = [...new Set(records.flatMap(({ about }) => (about === "team" ? [] : [about])))]
  const more = children.length > MOST_NAMED ? ` and ${children.length - MOST_NAMED} more` : ""
  const named = `${children.slice(0, MOST_NAMED).join(", ")}${more}`
  return {
    kind: "records-damaged",
    what: `${records.length === 1 ? "1 record" : `${records.length} records`} cannot be read or written: ${places.join(", ")}. Everything else is recorded and goes on.`,
    remedy:
      "Run `safe-return journal verify`: it names what is damaged. Stop Safe Return, put that back from a backup, and start it again.",
    lasts: LASTS,
    ...(children.length === 0
      ? {}
      : {
          duty: {
            sentence: `A record about ${named} is damaged. Alerts go on and may come twice; reminders and other messages about ${children.length === 1 ? "this child" : "these children"} wait. Keep the deadlines yourselves until it is over.`
          }
        })
  }
}
