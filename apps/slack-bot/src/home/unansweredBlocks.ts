/** What could not be taken and nobody has answered: first on the page, because a child may hang on it. */
import type { OpenIncident } from "@safe-return/outreach"
import { datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { escapeSlack, header, sectionWith } from "../blocks/blocks.ts"
import { answerIncidentButton } from "../forms/answerIncident/answerIncidentView.ts"
import type { HomeFacts } from "./HomeFacts.ts"

const line =
  ({ now }: Pick<HomeFacts, "now">) =>
  (incident: OpenIncident): KnownBlock =>
    sectionWith(
      `:rotating_light: ${escapeSlack(incident.duty?.sentence ?? incident.what)}\nAsked since ${datesSeenFrom(now).dateTime(incident.since)}; nobody has answered.`,
      answerIncidentButton(incident)
    )

export const unansweredBlocks = (facts: Pick<HomeFacts, "toAnswer" | "now">): ReadonlyArray<KnownBlock> =>
  facts.toAnswer.length === 0 ? [] : [header("Ring the police"), ...facts.toAnswer.map(line(facts))]
