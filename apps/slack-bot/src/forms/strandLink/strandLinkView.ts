/** The buttons and forms by which a person says that two references are of one child, or are not. */
import {
  type ChildJoinedUp,
  type Link,
  LinkId,
  type ReferenceSystem,
  type SystemReference
} from "@safe-return/domain/joinedUp"
import { ChildReference } from "@safe-return/domain/pathway"
import { referenceInWords } from "@safe-return/wording/joinedUp"
import { londonDay } from "@safe-return/wording/londonDates"
import type { Button, ModalView } from "@slack/types"
import { Schema } from "effect"
import { context, escapeSlack, linesInSections, section } from "../../blocks/blocks.ts"
import { radioField, textField } from "../fields.ts"
import { form } from "../form.ts"

export const LINK_REFERENCES_FORM = "link-references"
export const UNDO_LINK_FORM = "undo-link"

const AskedReference = Schema.Struct({
  system: Schema.Literals(["education", "social-care"]),
  reference: ChildReference
})
const AskedReferenceJson = Schema.fromJsonString(AskedReference)
export const encodeAsked = (asked: SystemReference): string =>
  Schema.encodeSync(AskedReferenceJson)({ ...asked, reference: ChildReference.make(asked.reference) })
/** The child that a button is about; none where it is not one of ours. */
export const decodeAsked = Schema.decodeUnknownOption(AskedReferenceJson)

const LinkForm = Schema.fromJsonString(
  Schema.Struct({
    ...AskedReference.fields,
    /** The id of the link that may come of it: sent twice, it is confirmed once. */
    linkId: LinkId
  })
)
export const decodeLinkForm = Schema.decodeUnknownOption(LinkForm)

export const otherSystem = (system: ReferenceSystem): ReferenceSystem =>
  system === "education" ? "social-care" : "education"

const button = (actionId: string, text: string, asked: SystemReference): Button => ({
  type: "button",
  action_id: actionId,
  text: { type: "plain_text", text },
  value: encodeAsked(asked)
})

/** Only what can be done as the links stand: a reference that is linked is linked to no other. */
export const linkButtons = (
  asked: SystemReference,
  { links: { standing, contradicting } }: ChildJoinedUp
): ReadonlyArray<Button> => [
  standing.length + contradicting.length === 0
    ? button(LINK_REFERENCES_FORM, "Confirm a link", asked)
    : button(UNDO_LINK_FORM, "Undo a link", asked)
]

const systemNames = { education: "education system's", "social-care": "case system's" } as const

/** With the reference that stands beside the child's, where there is one alone. */
export const linkView = (asked: SystemReference, view: ChildJoinedUp, linkId: LinkId, example: string): ModalView => {
  const other = otherSystem(asked.system)
  const beside = view.proposed.map(({ education, socialCare }) => (other === "education" ? education : socialCare))
  const [only, more] = beside
  return {
    ...form({
      callbackId: LINK_REFERENCES_FORM,
      title: "Confirm a link",
      submit: "Confirm",
      blocks: [
        section(`*${escapeSlack(referenceInWords(asked))}*`),
        ...linesInSections(
          beside.map(
            (one) => `• ${escapeSlack(one.reference)} stands beside it on a record, and nobody has confirmed it.`
          )
        ),
        textField({
          id: "reference",
          label: `The ${systemNames[other]} reference of the same child`,
          hint: "Check in both systems that it is one child: a wrong link shows one family's facts to another child's panel.",
          placeholder: example,
          maxLength: 40,
          ...(only === undefined || more !== undefined ? {} : { initial: only.reference })
        }),
        context("It is recorded with your name and the day. It can be undone.")
      ]
    }),
    private_metadata: Schema.encodeSync(LinkForm)({
      ...asked,
      reference: ChildReference.make(asked.reference),
      linkId
    })
  }
}

const nameOf = ({ ends, confirmedOn }: Link): string =>
  `${ends.map(({ reference }) => reference).join(" = ")}, confirmed ${londonDay(confirmedOn)}`

export const undoView = (asked: SystemReference, { links: { standing, contradicting } }: ChildJoinedUp): ModalView => {
  const links = [...standing, ...contradicting]
  return {
    ...form({
      callbackId: UNDO_LINK_FORM,
      title: "Undo a link",
      submit: "Undo",
      blocks: [
        section(`*${escapeSlack(referenceInWords(asked))}*`),
        radioField<string>(
          {
            id: "link",
            label: "Which link is not of one child?",
            hint: "The view is then what it would have been without it. It is recorded with your name and the day."
          },
          Object.fromEntries(links.map((link) => [link.linkId, nameOf(link)])),
          links[0]?.linkId
        )
      ]
    }),
    private_metadata: encodeAsked(asked)
  }
}
