import { CivilDayFromIso } from "@safe-return/domain/calendar"
import { TypedPupilReference } from "@safe-return/domain/education"
import { type LinkEvent, LinkId } from "@safe-return/domain/joinedUp"
import { PersonId, TypedChildReference } from "@safe-return/domain/pathway"
import { Effect, Schema } from "effect"
import { readSmallTable } from "../text/smallTable.ts"
import type { TableSource } from "../text/tableLines.ts"

/** One event of a link: what is confirmed has both references, what is undone is known by its id. */
const LinkRow = Schema.Struct({
  link_id: LinkId,
  event: Schema.Literals(["confirmed", "undone"]),
  education_ref: Schema.optionalKey(TypedPupilReference),
  social_care_ref: Schema.optionalKey(TypedChildReference),
  by: PersonId,
  on: CivilDayFromIso
})
type LinkRow = typeof LinkRow.Type

const NEEDED = "A confirmed link has both references. Write the one that is not there, or undo the link."

const eventOf = ({
  link_id: linkId,
  event,
  education_ref,
  social_care_ref,
  by,
  on
}: LinkRow): LinkEvent | undefined => {
  if (event === "undone") return { _tag: "LinkUndone", linkId, undoneBy: by, undoneOn: on }
  if (education_ref === undefined || social_care_ref === undefined) return undefined
  return {
    _tag: "LinkConfirmed",
    linkId,
    educationReference: education_ref,
    socialCareReference: social_care_ref,
    confirmedBy: by,
    confirmedOn: on
  }
}

const read = readSmallTable<LinkRow, keyof LinkRow>({
  columns: Object.keys(LinkRow.fields) as ReadonlyArray<keyof LinkRow>,
  required: ["link_id", "event", "by", "on"],
  decode: Schema.decodeUnknownResult(LinkRow, { errors: "all" }),
  faultIn: (row) => {
    if (eventOf(row) !== undefined) return undefined
    return { field: row.education_ref === undefined ? "education_ref" : "social_care_ref", message: NEEDED }
  }
})

/**
 * Reads the events of links between two systems' references, CSV or NDJSON: `link_id`, `event` (`confirmed`, `undone`),
 * `education_ref` and `social_care_ref` (of a confirmed one), `by` (the id of the person, never a name) and `on`, in any order.
 */
export const readLinkEvents = <E, R>(source: TableSource<E, R>) =>
  Effect.map(read(source), ({ rows, ...found }) => ({ events: rows.flatMap((row) => eventOf(row) ?? []), ...found }))
