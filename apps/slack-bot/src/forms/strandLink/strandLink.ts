import { confirmLink, NewIds, referenceOnRecord, undoLink, viewJoinedUp } from "@safe-return/casework"
import { PupilReference } from "@safe-return/domain/education"
import { LinkId, type LinkRefusal, type SystemReference } from "@safe-return/domain/joinedUp"
import { ChildReference, parseChildReference } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Effect, Option } from "effect"
import { OutOfDate, type Problem } from "../../handlers/explain.ts"
import type { ButtonHandler, HandlerServices, Submission, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { choiceIn, InvalidSubmission, textIn } from "../form.ts"
import { noticeView } from "../noticeView.ts"
import { ON_RECORD } from "../PupilForm.ts"
import { pupilExample, referenceExamples } from "../referenceExamples.ts"
import {
  decodeAsked,
  decodeLinkForm,
  LINK_REFERENCES_FORM,
  linkView,
  otherSystem,
  UNDO_LINK_FORM,
  undoView
} from "./strandLinkView.ts"

const buttonFor = (
  open: (asked: SystemReference, person: Submission["person"]) => Effect.Effect<ModalView, Problem, HandlerServices>
): ButtonHandler => ({
  permission: "link-references",
  ofEither: ({ value }) => decodeAsked(value),
  handle: ({ value, person, openForm }) =>
    Option.match(decodeAsked(value), {
      onNone: () => Effect.fail(new OutOfDate()),
      onSome: (asked) => Effect.flatMap(open(asked, person), openForm)
    })
})

/** What stands is asked for again: the button may be of an older answer. */
const openLink = Effect.fn("openLink")(function* (asked: SystemReference, person: Submission["person"]) {
  const view = yield* viewJoinedUp(asked, person)
  const { standing, contradicting } = view.links
  if (standing.length + contradicting.length > 0)
    return noticeView("This reference is linked already. Undo that link first.")
  const example = asked.system === "education" ? (yield* referenceExamples).child : yield* pupilExample
  return linkView(asked, view, yield* (yield* NewIds).link, example)
})

const openUndo = Effect.fn("openUndo")(function* (asked: SystemReference, person: Submission["person"]) {
  const view = yield* viewJoinedUp(asked, person)
  const { standing, contradicting } = view.links
  return standing.length + contradicting.length === 0
    ? noticeView("No link of this reference stands any more. There is nothing to undo.")
    : undoView(asked, view)
})

const besideField = (message: string) => new InvalidSubmission({ fields: { reference: message } })

const beside = ({ message }: LinkRefusal) => Effect.fail(besideField(message))

const confirm = Effect.fn("confirmLinkForm")(function* ({ metadata, values, person }: Submission) {
  const asked = decodeLinkForm(metadata)
  if (Option.isNone(asked)) return yield* new OutOfDate()
  const { system, reference, linkId } = asked.value
  const typed = parseChildReference(textIn(values, "reference"))
  const found = Option.isNone(typed) ? Option.none() : yield* referenceOnRecord(typed.value, otherSystem(system))
  // What is on no record may be a slip of the hand, or a name, and is not repeated.
  if (Option.isNone(found))
    return yield* besideField("Nothing is on record under that in the other system. Check it there.")
  const [education, socialCare] =
    system === "education" ? [reference, found.value.reference] : [found.value.reference, reference]
  const ends = { education: PupilReference.make(education), socialCare: ChildReference.make(socialCare) }
  const events = yield* Effect.catchTags(confirmLink({ linkId, ...ends }, person), {
    LinkIdTaken: beside,
    LinkNotKnown: beside,
    LinkUndoneAlready: beside,
    OtherLinkStands: beside
  })
  return Option.some(
    noticeView(
      events.length === 0
        ? ON_RECORD
        : `${education} and ${socialCare} are linked as one child. /joined-up ${reference} shows what is on record of them.`
    )
  )
})

const undo = Effect.fn("undoLinkForm")(function* ({ metadata, values, person }: Submission) {
  const asked = decodeAsked(metadata)
  if (Option.isNone(asked)) return yield* new OutOfDate()
  const linkId = choiceIn(values, "link", LinkId)
  if (linkId === undefined)
    return yield* new InvalidSubmission({ fields: { link: "Choose the link that is not of one child." } })
  const { links } = yield* viewJoinedUp(asked.value, person)
  const isOfChild = [...links.standing, ...links.contradicting, ...links.undone].some((one) => one.linkId === linkId)
  if (!isOfChild) return yield* new OutOfDate()
  const refused = () => Effect.fail(new OutOfDate())
  const events = yield* Effect.catchTags(undoLink(linkId, person), {
    LinkIdTaken: refused,
    LinkNotKnown: refused,
    LinkUndoneAlready: refused,
    OtherLinkStands: refused
  })
  return Option.some(
    noticeView(events.length === 0 ? ON_RECORD : "The link is undone. Each reference is shown by itself again.")
  )
})

const submitted = (handle: SubmissionHandler["handle"]): SubmissionHandler => ({
  permission: "link-references",
  ofEither: ({ metadata }) => decodeAsked(metadata),
  handle
})

export const strandLink: FormSlice = {
  buttons: { [LINK_REFERENCES_FORM]: buttonFor(openLink), [UNDO_LINK_FORM]: buttonFor(openUndo) },
  submissions: { [LINK_REFERENCES_FORM]: submitted(confirm), [UNDO_LINK_FORM]: submitted(undo) }
}
