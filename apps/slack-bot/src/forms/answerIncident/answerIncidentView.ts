/** What came of a report or of news that could not be taken, once a person has rung the police. */
import { definedFields } from "@safe-return/domain/definedFields"
import type { PoliceAnswer } from "@safe-return/domain/pathway"
import { type Incident, IncidentKind } from "@safe-return/outreach"
import type { Button, ModalView } from "@slack/types"
import { Schema } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import { radioField } from "../fields.ts"
import { form } from "../form.ts"

export const ANSWER_INCIDENT_FORM = "answer-incident"

const Link = Schema.fromJsonString(Schema.Struct({ kind: IncidentKind, place: Schema.optionalKey(Schema.String) }))

export const decodeIncidentLink = Schema.decodeUnknownOption(Link)
const encodeIncidentLink = Schema.encodeSync(Link)

type IncidentLink = Pick<Incident, "kind" | "place">

export const answerIncidentButton = ({ kind, place }: IncidentLink, style?: Button["style"]): Button => ({
  type: "button",
  action_id: "answer-incident",
  text: { type: "plain_text", text: "We rang" },
  accessibility_label: "The police were rung: say what came of it.",
  value: encodeIncidentLink({ kind, ...definedFields({ place }) }),
  ...definedFields({ style })
})

export const answerIncidentView = (link: IncidentLink, sentence: string): ModalView => ({
  ...form({
    callbackId: ANSWER_INCIDENT_FORM,
    title: "We rang the police",
    submit: "It is dealt with",
    close: "Not yet",
    blocks: [
      section(escapeSlack(sentence)),
      section("Record a child who is missing first, with `/missing report`. Until this is answered it rings again."),
      radioField<PoliceAnswer>(
        { id: "answer", label: "What came of it" },
        {
          recorded: "Every child they meant is on record now",
          "nobody-missing": "No child is missing by it"
        }
      )
    ]
  }),
  private_metadata: encodeIncidentLink({ kind: link.kind, ...definedFields({ place: link.place }) })
})
