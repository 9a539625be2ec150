import * as Result from "effect/Result"
import type { LinkConfirmed, LinkEvent, LinkUndone } from "./linkEvents.ts"
import { foldLinks, type Link } from "./links.ts"
import { childKey } from "./strandFact.ts"

/** `ConfirmLink` and `UndoLink`: what a person says, with the same fields as the event that comes of it. */
export type LinkCommand =
  | (Omit<LinkConfirmed, "_tag"> & { readonly _tag: "ConfirmLink" })
  | (Omit<LinkUndone, "_tag"> & { readonly _tag: "UndoLink" })

/** Why a link is not recorded, in a sentence that says what to do. */
export interface LinkRefusal {
  readonly _tag: "LinkUndoneAlready" | "LinkIdTaken" | "OtherLinkStands" | "LinkNotKnown"
  readonly message: string
  readonly field: "linkId" | "educationReference" | "socialCareReference"
}

const refuse = (
  _tag: LinkRefusal["_tag"],
  field: LinkRefusal["field"],
  message: string
): Result.Result<never, LinkRefusal> => Result.fail({ _tag, field, message })

const isSamePair = (one: Link, other: Omit<LinkConfirmed, "_tag">): boolean =>
  childKey(one.ends[0]) === childKey({ system: "education", reference: other.educationReference }) &&
  childKey(one.ends[1]) === childKey({ system: "social-care", reference: other.socialCareReference })

const confirm = (
  { _tag, ...link }: Extract<LinkCommand, { readonly _tag: "ConfirmLink" }>,
  events: ReadonlyArray<LinkEvent>
): Result.Result<ReadonlyArray<LinkEvent>, LinkRefusal> => {
  const { standing, contradicting, undone } = foldLinks(events)
  const kept = [...standing, ...contradicting]
  if (kept.some((one) => isSamePair(one, link))) return Result.succeed([])
  if (undone.some(({ linkId }) => linkId === link.linkId))
    return refuse("LinkUndoneAlready", "linkId", "This link was undone. Confirm it again as a new link.")
  if (kept.some(({ linkId }) => linkId === link.linkId))
    return refuse("LinkIdTaken", "linkId", "Another link has this id. Give this one an id of its own.")
  const education = childKey({ system: "education", reference: link.educationReference })
  const socialCare = childKey({ system: "social-care", reference: link.socialCareReference })
  if (kept.some(({ ends }) => childKey(ends[0]) === education))
    return refuse(
      "OtherLinkStands",
      "educationReference",
      `${link.educationReference} is linked to another child. Undo that link first, or check the reference.`
    )
  if (kept.some(({ ends }) => childKey(ends[1]) === socialCare))
    return refuse(
      "OtherLinkStands",
      "socialCareReference",
      `${link.socialCareReference} is linked to another child. Undo that link first, or check the reference.`
    )
  return Result.succeed([{ _tag: "LinkConfirmed", ...link }])
}

const undo = (
  { _tag, ...undone }: Extract<LinkCommand, { readonly _tag: "UndoLink" }>,
  events: ReadonlyArray<LinkEvent>
): Result.Result<ReadonlyArray<LinkEvent>, LinkRefusal> => {
  const links = foldLinks(events)
  const has = ({ linkId }: Link) => linkId === undone.linkId
  if (links.undone.some(has)) return Result.succeed([])
  return [...links.standing, ...links.contradicting].some(has)
    ? Result.succeed([{ _tag: "LinkUndone", ...undone }])
    : refuse("LinkNotKnown", "linkId", "No such link was confirmed. Check its id.")
}

/**
 * What comes of confirming or undoing a link: events, none where it was said before, or a refusal that tells what to do.
 *
 * @param events every event of links so far, in any order
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { PupilReference } from "@safe-return/domain/education"
 * import { decideLink, LinkId } from "@safe-return/domain/joinedUp"
 * import { ChildReference, PersonId } from "@safe-return/domain/pathway"
 * import { Result } from "effect"
 *
 * const confirm = {
 *   _tag: "ConfirmLink",
 *   linkId: LinkId.make("L1"),
 *   educationReference: PupilReference.make("EDU-20117"),
 *   socialCareReference: ChildReference.make("LCS-10432"),
 *   confirmedBy: PersonId.make("U1"),
 *   confirmedOn: civilDay(2026, 3, 4)
 * } as const
 * const events = Result.getOrThrow(decideLink(confirm, []))
 * events.map(({ _tag }) => _tag) // ["LinkConfirmed"]
 * decideLink({ ...confirm, linkId: LinkId.make("L2") }, events) // success([])
 * const other = { ...confirm, linkId: LinkId.make("L2"), socialCareReference: ChildReference.make("LCS-10999") }
 * Result.mapError(decideLink(other, events), ({ _tag }) => _tag) // failure("OtherLinkStands")
 * ```
 */
export const decideLink = (
  command: LinkCommand,
  events: ReadonlyArray<LinkEvent>
): Result.Result<ReadonlyArray<LinkEvent>, LinkRefusal> =>
  command._tag === "ConfirmLink" ? confirm(command, events) : undo(command, events)
