/** The sentences of the alerts. */
import { type Alert, alertOf } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type {
  CoordinatorAlert,
  EscalationAlert,
  MissingAfterAllAlert,
  MissingAlert,
  RepeatAlert,
  UnreachedAlert
} from "../message/alertMessages.ts"
import type { Facts } from "../message/Message.ts"
import { acknowledgedInWords, rungInWords } from "./acknowledgementWords.ts"
import type { Style } from "./Notice.ts"
import { type Notice, sentence } from "./Notice.ts"

/** Source of what is asked: Rotherham operating guidance, sections 4 and 5. */
export const missingAlert = ({ child, episode }: Facts<MissingAlert>, { strong, text }: Style): Notice => ({
  summary: `${text(child)} has been reported missing. You are the allocated worker: check the case record now.`,
  title: `${child} · Reported missing`,
  paragraphs: [
    `You are the allocated worker. Last seen ${londonDateTime(episode.missingAt)}, reported ${londonDateTime(episode.reportedAt)}.`,
    [
      strong("Now"),
      "• Check that the Trigger Plan or case summary is up to date, so that the police have it: photograph, contacts, likely places, where the child should be returned to.",
      "• Consider whether the child is suffering or at risk of significant harm. If so, convene a strategy meeting.",
      "• Record what you considered, each with a reason in a few words, with the button below.",
      `${strong("Once the child is back:")} a return home interview is owed within ${episode.policy.interview.hours.value} hours. The Missing Co-ordinator assigns it.`
    ].join("\n")
  ]
})

export const coordinatorAlert = ({ child, episode }: Facts<CoordinatorAlert>, { strong, text }: Style): Notice => ({
  summary: `${text(child)} has been reported missing. You hear when the child is back.`,
  title: `${child} · Reported missing`,
  paragraphs: [
    `Last seen ${londonDateTime(episode.missingAt)}, reported ${londonDateTime(episode.reportedAt)}. ${strong("Once the child is back:")} a return home interview is owed within ${episode.policy.interview.hours.value} hours, and you assign it.`
  ]
})

/** The same words whatever the news is, so that they give away no risk grade. */
export const repeatAlert = ({ child, episode }: Facts<RepeatAlert>, { strong, text }: Style): Notice => ({
  summary: `${text(child)} is still missing and there is news: read it in the case system now.`,
  title: `${child} · Still missing, with news`,
  paragraphs: [
    `Last seen ${londonDateTime(episode.missingAt)}. What we were told since the alert was acknowledged may change what has to be done.`,
    `${strong("Now:")} read the news in the case system, and check with the police that they are acting on it.`
  ]
})

export const missingAfterAllAlert = (
  { child, episode }: Facts<MissingAfterAllAlert>,
  { strong, text }: Style
): Notice => ({
  summary: `${text(child)} is missing after all. Check now that they are being looked for.`,
  title: `${child} · Missing after all`,
  paragraphs: [
    `Last seen ${londonDateTime(episode.missingAt)}. A later report or a correction says that the child is still missing. The thread of the card says which.`,
    `${strong("Now:")} check with the police that the child is being looked for, and tell everyone who was told otherwise.`
  ]
})

/** Once a person has answered, it says who: nothing then says that nobody has. */
const acknowledgedAlert = (
  { child, episode }: Pick<Facts<EscalationAlert>, "child" | "episode">,
  acknowledgements: Alert["acknowledgements"],
  style: Style
): Notice => {
  const answered = acknowledgedInWords(acknowledgements, style)
  return {
    summary: `${style.text(child)} is missing. ${answered}`,
    title: `${child} · Missing, alert acknowledged`,
    paragraphs: [`The child was last seen ${londonDateTime(episode.missingAt)} and is reported missing. ${answered}`]
  }
}

export const escalationAlert = (alert: Facts<EscalationAlert>, style: Style): Notice => {
  const { child, episode, before } = alert
  const { strong, text, sign } = style
  const { acknowledgements } = alertOf(episode)
  if (acknowledgements.length > 0) return acknowledgedAlert(alert, acknowledgements, style)
  const told = before.map((rung) => `• ${rungInWords(rung, style)}`)
  return {
    summary: `${sign("rotating_light")}${text(child)} is missing and nobody has acknowledged the alert. It comes to you now.`,
    title: `${sign("rotating_light")}${child} · Nobody has acknowledged this alert`,
    paragraphs: [
      `The child was last seen ${londonDateTime(episode.missingAt)} and is reported missing.`,
      told.length === 0
        ? "Nobody was told before you."
        : `${strong("Told before you, without an answer:")}\n${told.join("\n")}`,
      `${strong("Now:")} acknowledge the alert, so that it climbs no further. Check that the police are looking for the child and that the allocated worker, or someone in their place, is acting.`
    ]
  }
}

/** What to do, and nothing about the child: the reference goes beside it. */
export const outsideAlert = (_: unknown, { workspace }: Style): Notice =>
  sentence(
    `A child is reported missing and nobody has acknowledged the alert in ${workspace}. Open ${workspace}, find the case by its reference in the missing channel and acknowledge the alert. If you cannot, ring the out-of-hours duty team.`
  )

export const unreachedAlert = (alert: Facts<UnreachedAlert>, style: Style): Notice => {
  const { child, episode } = alert
  const { workspace, strong, text, sign } = style
  const { acknowledgements } = alertOf(episode)
  if (acknowledgements.length > 0) return acknowledgedAlert(alert, acknowledgements, style)
  return {
    summary: `${sign("rotating_light")}${text(child)} is missing, and nobody who should be told of it could be.`,
    title: `${sign("rotating_light")}${child} · Nobody could be told`,
    paragraphs: [
      `The child was last seen ${londonDateTime(episode.missingAt)} and is reported missing. Nobody on the ladder of this alert is set up, there, or can be told in ${workspace}.`,
      `${strong("Now, if you read this:")} acknowledge the alert if you can act on it. Ring the out-of-hours duty team and a manager, and check that the police are looking for the child.`
    ]
  }
}

/** An outsider may read it. */
export const withheldAlert = (_: unknown, { workspace, strong, sign }: Style): Notice =>
  sentence(
    `${sign("rotating_light")}Safe Return has an alert about a missing child for you. What it says is shown here once ${workspace} says whose account this is. ${strong("Now:")} look in the missing channel, or ring the Missing Co-ordinator.`
  )
